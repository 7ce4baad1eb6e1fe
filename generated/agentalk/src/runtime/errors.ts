/**
 * Everything that a call can reject with. Each class says one kind of trouble, so that `instanceof` (or `name`) tells them
 * apart; none of them ever poses as the API's own error type. Messages name the operation and never hold a credential.
 */
import type { Failure } from "./call.js";
import type { ValidationIssue } from "./descriptor.js";
import { jsonText } from "./parameters.js";
import { problemLine, problemOf } from "./validation-message.js";

/** The base of every error that this package makes. */
export class SpecwrightError extends Error {
  override readonly name: string = "SpecwrightError";
  /** The operation's id; empty where the trouble is not in a call. */
  declare readonly operation: string;

  constructor(operation: string, message: string, options?: ErrorOptions) {
    super(operation === "" ? message : `${operation}: ${message}`, options);
    this.operation = operation;
  }
}

/** The client cannot make this call as it is set up: no server, an unknown server variable, a missing credential. Nothing was sent. */
export class ConfigurationError extends SpecwrightError {
  override readonly name: string = "ConfigurationError";
}

/** The arguments cannot be sent. Nothing was. */
export class RequestValidationError extends SpecwrightError {
  override readonly name: string = "RequestValidationError";
  /** `path`, `query`, `header`, `cookie` or `body`. */
  declare readonly place: string;
  declare readonly issues: readonly ValidationIssue[];

  /** @param value the arguments at that place; only types and sizes of what is in them reach the message */
  constructor(operation: string, place: string, issues: readonly ValidationIssue[], value?: unknown) {
    super(operation, issuesText(place, issues, value));
    this.place = place;
    this.issues = issues;
  }
}

/** No answer: the connection failed, was refused or was cut. `cause` is what fetch threw. */
export class NetworkError extends SpecwrightError {
  override readonly name: string = "NetworkError";
}

/** No answer in time: `timeoutMs`, `totalTimeoutMs`, or a signal of `AbortSignal.timeout`. */
export class TimeoutError extends SpecwrightError {
  override readonly name: string = "TimeoutError";
}

/** The caller's signal was aborted; `cause` is its reason. Named as the platform names it, so that `error.name === "AbortError"` holds. */
export class AbortedError extends SpecwrightError {
  override readonly name: string = "AbortError";
}

/** An answer that cannot be given as a result. */
abstract class ResponseError extends SpecwrightError {
  declare readonly status: number;
  /** A getter, since the answer's URL may hold a key and whoever logs an error logs its own properties. */
  readonly #response: Response;

  constructor(operation: string, message: string, response: Response, options?: ErrorOptions) {
    super(operation, message, options);
    this.status = response.status;
    this.#response = response;
  }

  /** The answer. Its body has been read. */
  get response(): Response {
    return this.#response;
  }
}

/** The answer's status is not declared for the operation. `body` is what came: parsed when it is JSON, else text. */
export class UnexpectedStatusError extends ResponseError {
  override readonly name: string = "UnexpectedStatusError";
  declare readonly body: unknown;

  constructor(operation: string, response: Response, body: unknown) {
    super(operation, `status ${response.status} is not declared${excerpt(body, response)}`, response);
    this.body = body;
  }
}

/** The body is not what its media type says: broken JSON, an unknown charset. `text` is all that came, where it is text. */
export class ResponseBodyError extends ResponseError {
  override readonly name: string = "ResponseBodyError";
  declare readonly text: string;

  constructor(operation: string, message: string, response: Response, text: string, options?: ErrorOptions) {
    super(operation, `status ${response.status}, ${message}${excerpt(text, response)}`, response, options);
    this.text = text;
  }
}

/** The answer does not fit the document (only with `validate: { response: "throw" }`). `body` is what came. */
export class ResponseValidationError extends ResponseError {
  override readonly name: string = "ResponseValidationError";
  declare readonly issues: readonly ValidationIssue[];
  declare readonly body: unknown;

  constructor(operation: string, response: Response, body: unknown, issues: readonly ValidationIssue[]) {
    super(operation, `status ${response.status}, ${issuesText("body", issues, body)}`, response);
    this.issues = issues;
    this.body = body;
  }
}

/** The API's own, declared error: what `orThrow()` throws. Packages hold one subclass a declared status. */
export class ApiError<Status extends number = number, Body = unknown, Headers = unknown> extends ResponseError {
  override readonly name: string = "ApiError";
  declare readonly status: Status;
  declare readonly body: Body;
  declare readonly headers: Headers;

  constructor(operation: string, failure: Failure<Status, Body, Headers>) {
    super(operation, `status ${failure.status}${excerpt(failure.error, failure.response)}`, failure.response);
    this.body = failure.error;
    this.headers = failure.headers;
  }
}

/** A class of `ApiError`, as descriptors hold it. */
export type ApiErrorClass = new (operation: string, failure: Failure<never, never, never>) => ApiError;

/** Thrown by codecs: the bytes are not what the media type says. The runtime makes a `ResponseBodyError` of it. */
export class MalformedBody extends Error {
  override readonly name: string = "MalformedBody";
  declare readonly text: string;

  constructor(message: string, text: string, options?: ErrorOptions) {
    super(message, options);
    this.text = text;
  }
}

/** `body/contact/email: …`, the first few of them. Issues of validators have a code; those of the runtime say in their message all there is to say. */
export function issuesText(place: string, issues: readonly ValidationIssue[], value?: unknown): string {
  const texts = issues.slice(0, 5).map((issue) => (issue.code === undefined ? `${[place, ...issue.path].join(".")}: ${issue.message}` : problemLine(place, problemOf(issue, value))));
  return texts.join("; ");
}

/** The credentials that an answer was asked for with. Some servers quote them; messages about that answer do not. */
export const secretsOf = new WeakMap<Response, readonly string[]>();

/** The beginning of a body, for a message: ` – {"code":"x"}`; empty for nothing. */
function excerpt(body: unknown, response: Response): string {
  if (body === undefined || body === null || body === "") return "";
  let text = typeof body === "string" ? body : (jsonText(body) ?? "");
  for (const secret of secretsOf.get(response) ?? []) text = text.replaceAll(secret, "…");
  return ` – ${text.length > 200 ? `${text.slice(0, 200)}…` : text}`;
}
