/** From arguments to what goes on the wire: URL, header fields, body. Whatever cannot be sent is refused with its name. */
import type { CallArgs } from "./call.js";
import type { OperationDescriptor, ParameterDescriptor } from "./descriptor.js";
import { ConfigurationError, RequestValidationError } from "./errors.js";
import { own } from "./own.js";
import { isAbsent, writePlain } from "./parameters.js";
import type { Plan } from "./plan.js";

/** A request without its server and its credentials. */
export interface Prepared {
  /** From the first slash. */
  readonly path: string;
  /** Encoded pairs, an `&` before each. */
  readonly query: string;
  /** By lower-case name. */
  readonly headers: Record<string, string>;
  /** Encoded pairs, `; ` before each. */
  readonly cookies: string;
  readonly body: BodyInit | null;
}

/** What a caller gives for the parameters of one place. */
type Arguments = { readonly [name: string]: unknown } | undefined;

/** Throws `RequestValidationError`; `ConfigurationError` for a method that fetch cannot send. */
export function prepare(operation: OperationDescriptor, plan: Plan, args: CallArgs): Prepared {
  if (plan.forbidden) throw new ConfigurationError(operation.id, `fetch does not send ${operation.method}`);
  const { id, requireOneOf } = operation;
  const { path: inPath, query: inQuery, header, cookie } = args as { readonly [place: string]: Arguments };
  if (requireOneOf?.every((name) => [inPath, inQuery, header, cookie].every((values) => isAbsent(own(values, name))))) {
    refuse(id, "arguments", [], `one of ${requireOneOf.join(", ")} is required`);
  }
  const headers: Record<string, string> = {};
  const path = pathOf(id, plan, inPath);
  let query = "";
  for (const parameter of plan.query) for (const text of written(id, parameter, inQuery)) query += `&${text}`;
  let cookies = "";
  for (const parameter of plan.cookie) for (const text of written(id, parameter, cookie)) cookies += `; ${text}`;
  for (const parameter of plan.header) for (const text of written(id, parameter, header)) headers[parameter.name.toLowerCase()] = text;
  return { path, query, headers, cookies, body: bodyOf(operation, plan, args, headers) };
}

/** Names the operation and the place in what goes wrong with one value. */
function refuse(operation: string, place: string, path: readonly PropertyKey[], message: string): never {
  throw new RequestValidationError(operation, place, [{ path, message }]);
}

/** A parameter's texts. Undefined is not written; a required parameter has to be. */
function written(operation: string, parameter: ParameterDescriptor, values: Arguments): readonly string[] {
  const { name, in: place, write = writePlain } = parameter;
  const value = own(values, name);
  if (value === undefined) return parameter.required === true ? refuse(operation, place === "querystring" ? "query" : place, [name], "is required") : [];
  try {
    return write(value, parameter);
  } catch (error) {
    return refuse(operation, place, [name], (error as Error).message);
  }
}

/**
 * The path with its values. A segment that would come out as `.` or `..` is refused: URLs are normalized before they are
 * sent, also with the dots encoded, and another resource would be called (RFC 3986, 5.2.4 and 6.2.2.3). So is an empty value.
 */
function pathOf(operation: string, plan: Plan, values: Arguments): string {
  let path = "";
  for (const segment of plan.segments) {
    if (typeof segment === "string") {
      path += segment;
      continue;
    }
    let text = "";
    for (const part of segment) text += typeof part === "string" ? part : written(operation, part, values)[0] || refuse(operation, "path", [part.name], "must not be empty");
    // Some documents put a query into a path; and a dot may stand there encoded. Nearly always the text is too long for that.
    if ((text.length < 8 || text.includes("?")) && /^\/?(?:\.|%2e){1,2}(?:\?|$)/i.test(text)) refuse(operation, "path", segment.flatMap((part) => (typeof part === "string" ? [] : [part.name])), "would change the path");
    path += text;
  }
  return path;
}

/** The body, by the media type that the caller chose; sets Content-Type. */
function bodyOf(operation: OperationDescriptor, { contents, bodyless }: Plan, args: CallArgs, headers: Record<string, string>): BodyInit | null {
  if (args.body === undefined) {
    if (operation.body?.required === true) refuse(operation.id, "body", [], "is required");
    return null;
  }
  const [mediaType, content] = (args.contentType === undefined ? contents[0] : contents.find(([name]) => name === args.contentType)) ?? [];
  if (mediaType === undefined || content === undefined) refuse(operation.id, "body", [], contents.length === 0 ? "the operation takes none" : `contentType must be one of ${contents.map(([name]) => name).join(", ")}`);
  if (bodyless) refuse(operation.id, "body", [], `fetch sends none with ${operation.method}`);
  try {
    const { body, contentType } = content.codec(args.body, content, mediaType);
    if (contentType !== undefined) headers["content-type"] = contentType;
    return body;
  } catch (error) {
    return refuse(operation.id, "body", [], (error as Error).message);
  }
}
