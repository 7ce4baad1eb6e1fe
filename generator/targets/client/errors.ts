/** `src/errors.ts`: one subclass of `ApiError` a declared status, thrown by `orThrow()`. */
import { code, docComment, indent, type Code } from "../../emit/code.js";
import type { ModuleFile } from "../../emit/file.js";
import { usedImports } from "../../emit/imports.js";
import type { JsonObject } from "../../json.js";
import type { Api, Response } from "../../model/api.js";
import { unionOf } from "../typescript.js";
import { bodyTypes, statusType } from "./answers.js";
import { runtime, runtimeType, startPrinting } from "./printing.js";

/** What is known of one declared status. */
export interface ErrorClass {
  readonly status: string;
  readonly name: Code;
}

/** The reason phrases of RFC 9110, 15 and of the registry, as class names. */
const names: ReadonlyMap<string, Code> = new Map([
  ["300", code`MultipleChoicesError`],
  ["301", code`MovedPermanentlyError`],
  ["302", code`FoundError`],
  ["303", code`SeeOtherError`],
  ["304", code`NotModifiedError`],
  ["307", code`TemporaryRedirectError`],
  ["308", code`PermanentRedirectError`],
  ["400", code`BadRequestError`],
  ["401", code`UnauthorizedError`],
  ["402", code`PaymentRequiredError`],
  ["403", code`ForbiddenError`],
  ["404", code`NotFoundError`],
  ["405", code`MethodNotAllowedError`],
  ["406", code`NotAcceptableError`],
  ["407", code`ProxyAuthenticationRequiredError`],
  ["408", code`RequestTimeoutError`],
  ["409", code`ConflictError`],
  ["410", code`GoneError`],
  ["411", code`LengthRequiredError`],
  ["412", code`PreconditionFailedError`],
  ["413", code`ContentTooLargeError`],
  ["414", code`UriTooLongError`],
  ["415", code`UnsupportedMediaTypeError`],
  ["416", code`RangeNotSatisfiableError`],
  ["417", code`ExpectationFailedError`],
  ["418", code`TeapotError`],
  ["421", code`MisdirectedRequestError`],
  ["422", code`UnprocessableContentError`],
  ["423", code`LockedError`],
  ["424", code`FailedDependencyError`],
  ["425", code`TooEarlyError`],
  ["426", code`UpgradeRequiredError`],
  ["428", code`PreconditionRequiredError`],
  ["429", code`TooManyRequestsError`],
  ["431", code`HeaderFieldsTooLargeError`],
  ["451", code`UnavailableForLegalReasonsError`],
  ["500", code`InternalServerError`],
  ["501", code`NotImplementedError`],
  ["502", code`BadGatewayError`],
  ["503", code`ServiceUnavailableError`],
  ["504", code`GatewayTimeoutError`],
  ["505", code`HttpVersionNotSupportedError`],
  ["507", code`InsufficientStorageError`],
  ["508", code`LoopDetectedError`],
  ["511", code`NetworkAuthenticationRequiredError`],
  ["1XX", code`InformationalError`],
  ["3XX", code`RedirectionError`],
  ["4XX", code`ClientError`],
  ["5XX", code`ServerError`],
  ["default", code`UnexpectedError`],
]);

/** The error classes of an API, by status. A name that a schema or operation has already gets an underscore. */
export function errorClasses(api: Api, taken: ReadonlySet<string>): ReadonlyMap<string, ErrorClass> {
  const responses = api.groups.flatMap((group) => group.operations).flatMap((operation) => operation.responses);
  const statuses = [...new Set(responses.map(({ status }) => status).filter((status) => !status.startsWith("2")))].sort();
  return new Map(
    statuses.map((status) => {
      let name = names.get(status) ?? code`Status${Number(status)}Error`;
      while (taken.has(name)) name = code`${name}_`;
      return [status, { status, name }];
    }),
  );
}

/**
 *   /** Status 400. *\/
 *   export class BadRequestError extends ApiError<400, ErrorResponse> {
 *     override readonly name = "BadRequestError";
 *   }
 */
export function errorsModule(api: Api, root: JsonObject, classes: ReadonlyMap<string, ErrorClass>): ModuleFile | undefined {
  if (classes.size === 0) return undefined;
  const printing = startPrinting(api, root, classes, new Set());
  const responses = new Map<string, Response[]>();
  for (const response of api.groups.flatMap((group) => group.operations).flatMap((operation) => operation.responses)) {
    const same = responses.get(response.status);
    if (same) same.push(response);
    else responses.set(response.status, [response]);
  }
  const statements = [...classes.values()].map(({ status, name }) => {
    const bodies = [...new Set((responses.get(status) ?? []).flatMap((response) => bodyTypes(response, printing)))];
    const body = bodies.length <= 4 && bodies.every(isShort) ? unionOf(bodies) : code`unknown`;
    const base = runtime(printing, code`ApiError`);
    const first = classStatus(status, printing);
    const holds = body.startsWith("\n") ? code`\n  ${first},${indent(body)}\n` : code`${first}, ${body}`;
    return code`${docComment(describe(status))}export class ${name} extends ${base}<${holds}> {
  override readonly name: string = "${name}";
}`;
  });
  return {
    kind: "module",
    path: "src/errors.ts",
    header: docComment("The errors that `orThrow()` throws for the declared failures: one class a status."),
    imports: usedImports(printing.imports.lines(), statements),
    statements,
  };

  function classStatus(status: string, from: typeof printing): Code {
    return status === "default" ? code`number` : statusType(status, [], (name) => runtimeType(from, name));
  }
}

/** A name, or a few members: what is long stands in the results of the operations already. Told by the parts, however long their names are. */
function isShort(type: Code): boolean {
  const parts = type.replace(/"(?:[^"\\]|\\.)*"/g, "").match(/[:;|&<[]/g) ?? [];
  return parts.length <= 8;
}

function describe(status: string): string {
  if (status === "default") return "Any status that an operation does not declare by itself.";
  return status.endsWith("XX") ? `Any status from ${status[0]}00 to ${status[0]}99 that an operation does not declare by itself.` : `Status ${status}.`;
}
