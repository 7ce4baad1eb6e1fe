/** From arguments to what goes on the wire: URL, header fields, body. Whatever cannot be sent is refused with its name. */
import type { CallArgs } from "./call.js";
import type { OperationDescriptor, ParameterDescriptor } from "./descriptor.js";
import { ConfigurationError, RequestValidationError } from "./errors.js";
import { cookiePairs, expand, headerText, isAbsent, pairs, percentEncode, contentText, wholeQuery } from "./parameters.js";
import type { Plan } from "./plan.js";

type Values = ReadonlyMap<string, unknown>;

/** A request without its server and its credentials. */
export interface Prepared {
  /** From the first slash. */
  readonly path: string;
  readonly query: readonly string[];
  readonly headers: Map<string, string>;
  readonly cookies: readonly string[];
  readonly body: BodyInit | null;
}

const none: Values = new Map();

/** Fetch Standard, 4.6: forbidden methods. */
const forbidden = /^(?:CONNECT|TRACE|TRACK)$/i;

/** Throws `RequestValidationError`; `ConfigurationError` for a method that fetch cannot send. */
export function prepare(operation: OperationDescriptor, plan: Plan, args: CallArgs): Prepared {
  if (forbidden.test(operation.method)) throw new ConfigurationError(operation.id, `fetch does not send ${operation.method}`);
  const headers = new Map<string, string>();
  const write = writer(operation);
  const path = pathOf(operation, plan, valuesOf(args.path), write);
  const query = write("query", plan.query, valuesOf(args.query), (parameter, value) =>
    parameter.in === "querystring" ? [wholeQuery(value, parameter.contentType ?? "application/x-www-form-urlencoded")].filter((text) => text !== "") : pairs(parameter.name, value, parameter),
  );
  const cookies = write("cookie", plan.cookie, valuesOf(args.cookie), (parameter, value) => cookiePairs(parameter.name, value, parameter));
  write("header", plan.header, valuesOf(args.header), (parameter, value) => {
    const text = headerText(parameter.name, value, parameter);
    if (text !== undefined) headers.set(parameter.name.toLowerCase(), text);
    return [];
  });
  requireOne(operation, args);
  return { path, query, headers, cookies, body: bodyOf(operation, args, headers) };
}

/** Own properties only: argument objects may come from anywhere. */
const valuesOf = (group: object | undefined): Values => (group === undefined ? none : new Map(Object.entries(group)));

/** Names the operation and the place in what goes wrong with one value. */
function refuse(operation: OperationDescriptor, place: string, path: readonly PropertyKey[], message: string): never {
  throw new RequestValidationError(operation.id, place, [{ path, message }]);
}

type Write = (place: string, parameters: readonly ParameterDescriptor[], values: Values, text: (parameter: ParameterDescriptor, value: unknown) => readonly string[]) => string[];

function writer(operation: OperationDescriptor): Write {
  return (place, parameters, values, text) => {
    const written: string[] = [];
    for (const parameter of parameters) {
      const value = values.get(parameter.name);
      if (value === undefined) {
        if (parameter.required === true) refuse(operation, place, [parameter.name], "is required");
        continue;
      }
      try {
        written.push(...text(parameter, value));
      } catch (error) {
        refuse(operation, place, [parameter.name], (error as Error).message);
      }
    }
    return written;
  };
}

/**
 * The path with its values. A segment that would come out as `.` or `..` is refused: URLs are normalized before they are
 * sent, also with the dots encoded, and another resource would be called (RFC 3986, 5.2.4 and 6.2.2.3). So is an empty value.
 */
function pathOf(operation: OperationDescriptor, plan: Plan, values: Values, write: Write): string {
  const segments = plan.segments.map((segment) => {
    if (typeof segment === "string") return segment;
    const parts = segment.map((part) => {
      if (typeof part === "string") return part;
      const [text = ""] = write("path", [part], values, (parameter, value) => [pathText(parameter, value)]);
      if (text === "") refuse(operation, "path", [part.name], "must not be empty");
      return text;
    });
    const text = parts.join("");
    if (text === "." || text === "..") refuse(operation, "path", segment.flatMap((part) => (typeof part === "string" ? [] : [part.name])), "would change the path");
    return text;
  });
  return segments.join("/");
}

function pathText(parameter: ParameterDescriptor, value: unknown): string {
  if (parameter.contentType !== undefined) return percentEncode(contentText(value, parameter.contentType));
  const style = parameter.style === "label" || parameter.style === "matrix" ? parameter.style : "simple";
  return expand(parameter.name, value, style, parameter.explode ?? false, percentEncode) ?? "";
}

function requireOne(operation: OperationDescriptor, args: CallArgs): void {
  const names = operation.requireOneOf ?? [];
  const groups = [args.path, args.query, args.header, args.cookie].map(valuesOf);
  if (names.length > 0 && !names.some((name) => groups.some((values) => !isAbsent(values.get(name))))) refuse(operation, "arguments", [], `one of ${names.join(", ")} is required`);
}

/** The body, by the media type that the caller chose; sets Content-Type. */
function bodyOf(operation: OperationDescriptor, args: CallArgs, headers: Map<string, string>): BodyInit | null {
  if (args.body === undefined) {
    if (operation.body?.required === true) refuse(operation, "body", [], "is required");
    return null;
  }
  const contents = Object.entries(operation.body?.contents ?? {});
  const [mediaType, content] = (args.contentType === undefined ? contents[0] : contents.find(([name]) => name === args.contentType)) ?? [];
  if (mediaType === undefined || content === undefined) refuse(operation, "body", [], contents.length === 0 ? "the operation takes none" : `contentType must be one of ${contents.map(([name]) => name).join(", ")}`);
  // Fetch Standard, Request constructor, 34: these methods cannot carry a body.
  if (/^(?:GET|HEAD)$/i.test(operation.method)) refuse(operation, "body", [], `fetch sends none with ${operation.method}`);
  try {
    const { body, contentType } = content.codec(args.body, content, mediaType);
    if (contentType !== undefined) headers.set("content-type", contentType);
    return body;
  } catch (error) {
    return refuse(operation, "body", [], (error as Error).message);
  }
}

export const isReplayable = (body: BodyInit | null): boolean => !(body instanceof ReadableStream);
