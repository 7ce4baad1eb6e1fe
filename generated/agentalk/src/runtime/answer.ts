/** From an HTTP answer to a result: by status, then by media type (OpenAPI 3.1.1, 4.8.16 and 4.8.17). */
import type { AnyResult } from "./call.js";
import type { OperationDescriptor, ReadContext, ResponseCodec, ResponseContent, ResponseDescriptor } from "./descriptor.js";
import { MalformedBody, NetworkError, ResponseBodyError, ResponseValidationError, secretsOf, UnexpectedStatusError } from "./errors.js";
import { essence, isJson, matchEntry, readString } from "./media.js";
import { parseJson } from "./json.js";
import type { Drift } from "./options.js";
import { own } from "./own.js";
import { check } from "./validate.js";
import { problemOf } from "./validation-message.js";

export interface Declared {
  /** `200`, `4XX`, `default`. */
  readonly key: string;
  readonly response: ResponseDescriptor;
  /** False: the document does not speak of this status. */
  readonly exact: boolean;
}

/** How answers are checked; `report` is absent where nobody is told. */
export interface AnswerChecks {
  readonly package: string;
  readonly mode: "throw" | "report" | "off";
  readonly report: ((drift: Drift) => void) | undefined;
  /** The credentials that it was asked for with: errors must not quote them. */
  readonly secrets: readonly string[];
}

/**
 * What the document says of a status: the code itself, its range, `default`. A success that is not declared is read as the
 * declared one (RFC 9110, 15: an unknown status is treated as the x00 of its class), but told as drift.
 */
export function declaredResponse({ responses }: OperationDescriptor, status: number): Declared | undefined {
  const text = String(status);
  const said = responses[text] ? text : [`${text[0]}XX`, "default"].find((key) => responses[key]);
  const key = said ?? (text[0] === "2" ? ["200", ...Object.keys(responses)].find((key) => key[0] === "2" && responses[key]) : undefined) ?? "";
  const response = responses[key];
  return response && { key, response, exact: said !== undefined };
}

/**
 * Reads the answer. Throws `UnexpectedStatusError`, `ResponseBodyError`, `ResponseValidationError`, `NetworkError` (a body
 * that was cut), and what the signal's abort throws.
 */
export async function readAnswer(operation: OperationDescriptor, response: Response, declared: Declared | undefined, checks: AnswerChecks, context: ReadContext): Promise<AnyResult> {
  const { status } = response;
  const ok = status >= 200 && status < 300;
  const unexpected = declared === undefined || (!declared.exact && checks.mode === "throw");
  // Errors quote an answer.
  if (unexpected || !ok) secretsOf.set(response, checks.secrets);
  const received = response.headers.get("content-type");
  const [name = "", content] = unexpected ? ["", { codec: readAny }] : contentOf(operation, status, declared.response, received);
  let body: unknown;
  if (content === undefined) await response.body?.cancel();
  else {
    const mediaType = received ?? name;
    try {
      body = await content.codec(response, mediaType, context);
    } catch (error) {
      secretsOf.set(response, checks.secrets);
      if (error instanceof MalformedBody) throw new ResponseBodyError(operation.id, `${error.message} (${essence(mediaType)})`, response, error.text, { cause: error.cause });
      throw new NetworkError(operation.id, `status ${status}, the body was cut off`, { cause: error });
    }
  }
  if (unexpected) throw new UnexpectedStatusError(operation.id, response, body);
  if (content !== undefined && !isStream(body)) checkBody(operation, response, declared.key, name, body, checks);
  const headers = headersOf(response.headers, declared.response);
  if (!declared.exact) checks.report?.({ package: checks.package, operation: operation.id, status, pointer: "", expected: `status ${Object.keys(operation.responses).join(", ")}`, received: String(status) });
  return ok ? { ok, status, data: body, headers, response } : { ok, status, error: body, headers, response };
}

/** The declared headers by lower-case name. One that is absent, or is not of its declared type, is left out. */
function headersOf(headers: Headers, { headers: declared = [] }: ResponseDescriptor): Record<string, unknown> {
  const values: [name: string, value: unknown][] = [];
  for (const header of declared) {
    const text = headers.get(header.name);
    const value = text === null ? undefined : header.read ? header.read(headers, text, header) : text;
    if (value !== undefined) values.push([header.name, value]);
  }
  return Object.fromEntries(values);
}

/** The content under which an answer is read; none where there is no body to read. */
function contentOf(operation: OperationDescriptor, status: number, { contents }: ResponseDescriptor, received: string | null): readonly [name?: string, content?: ResponseContent] {
  // Some have no body by definition (RFC 9110, 9.3.2, 15.3.5, 15.3.6, 15.4.5).
  if (contents === undefined || operation.method === "HEAD" || [204, 205, 304].includes(status)) return [];
  // Another type than declared, or none: read as the first declared one. What cannot be read as that is an error.
  return (received === null ? undefined : matchEntry(contents, received)) ?? Object.entries(contents)[0] ?? [];
}

/** Streams are read by the caller, after the call. */
export const isStream = (body: unknown): boolean => body instanceof Object && Symbol.asyncIterator in body;

function checkBody(operation: OperationDescriptor, response: Response, key: string, mediaType: string, body: unknown, checks: AnswerChecks): void {
  if (checks.mode === "off" || (checks.mode === "report" && checks.report === undefined)) return;
  const make = own(own(operation.validators?.responses, key), mediaType);
  const issues = make === undefined ? [] : check(make, body);
  if (issues.length === 0) return;
  if (checks.mode === "throw") throw new ResponseValidationError(operation.id, response, body, issues);
  for (const issue of issues) {
    // Values are not part of what is reported.
    const { pointer, expected, type } = problemOf(issue, body);
    checks.report?.({ package: checks.package, operation: operation.id, status: response.status, pointer, expected, received: type });
  }
}

/** The body of an answer that nothing is known of: JSON where it is, else text. */
const readAny: ResponseCodec = async (response, mediaType) => {
  const text = await readString(response, mediaType);
  try {
    return isJson(essence(mediaType)) ? parseJson(text) : text;
  } catch {
    return text;
  }
};
