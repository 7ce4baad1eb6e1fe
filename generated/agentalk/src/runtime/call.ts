/** Types only: what a call takes and gives. */
import type { OperationDescriptor } from "./descriptor.js";
import type { CallOptions } from "./options.js";

type Digit = "0" | "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9";
type ToNumber<Text extends string> = Text extends `${infer Value extends number}` ? Value : never;

/** The statuses of a class: `StatusIn<4>` is `400 | 401 | … | 499`. */
export type StatusIn<Class extends 1 | 2 | 3 | 4 | 5> = ToNumber<`${Class}${Digit}${Digit}`>;
/** The statuses whose result is `ok`. */
export type SuccessStatus = StatusIn<2>;
/** The statuses whose result is not `ok`. */
export type FailureStatus = StatusIn<1> | StatusIn<3> | StatusIn<4> | StatusIn<5>;

/** An answer of the 2xx class. */
export interface Success<Status extends number, Data, Headers = unknown> {
  readonly ok: true;
  readonly status: Status;
  /** `undefined` where the answer has no body. */
  readonly data: Data;
  /** The declared headers, decoded. All of them, as text, are in `response.headers`. */
  readonly headers: Headers;
  /** The answer as fetch gave it; its body has been read (but for streams). */
  readonly response: Response;
}

/** A declared answer of another class. */
export interface Failure<Status extends number, Body, Headers = unknown> {
  readonly ok: false;
  readonly status: Status;
  readonly error: Body;
  readonly headers: Headers;
  readonly response: Response;
}

/** What the `default` response gives beside the statuses that are declared by themselves. */
export type Default<Named extends number, Body, Headers = unknown> =
  | Success<Exclude<SuccessStatus, Named>, Body, Headers>
  | Failure<Exclude<FailureStatus, Named>, Body, Headers>;

export type AnyResult = Success<number, unknown> | Failure<number, unknown>;

/** The data of the successes of a result. */
export type DataOf<Result> = Result extends { readonly ok: true; readonly data: infer Data } ? Data : never;

/** A running call. Awaited, it gives the result; `orThrow()` gives the data of a success and throws an `ApiError` for a declared failure. */
export interface Call<Result> extends Promise<Result> {
  orThrow(): Promise<DataOf<Result>>;
}

/** What a generated `…Args` type looks like to the runtime. */
export interface CallArgs {
  readonly path?: object;
  readonly query?: object;
  readonly header?: object;
  readonly cookie?: object;
  readonly body?: unknown;
  /** Which of several request media types; the first declared one by default. */
  readonly contentType?: string;
}

/** What the generated functions call. Made by `createCore`. */
export interface Core {
  call<Result extends AnyResult>(operation: OperationDescriptor, args?: CallArgs, options?: CallOptions): Call<Result>;
}
