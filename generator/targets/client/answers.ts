/** What an operation gives: one member of a union a status. */
import { code, docComment, indent, join, key, type Code } from "../../emit/code.js";
import type { Operation, Parameter, Response } from "../../model/api.js";
import { braces, unionOf } from "../typescript.js";
import { headerDecoding } from "./headers.js";
import { runtimeType, type Printing } from "./printing.js";

/**
 *   /** What {@link upsertContact} gives, told apart by `status`. *\/
 *   export type UpsertContactResult =
 *     | Success<200, ContactResponse, { "x-request-id"?: string }>
 *     | Failure<400, ErrorResponse>;
 */
export function resultType(operation: Operation, printing: Printing): Code {
  const members = operation.responses.map((response) => member(operation, response, printing));
  const name = code`${operation.typeIdentifier}Result`;
  if (members.length === 0) return code`${docComment(`The document declares no answer of ${operation.identifier}.`)}export type ${name} = never;`;
  const comment = code`/** What {@link ${operation.identifier}} gives${members.length > 1 ? code`, told apart by \`status\`` : code``}. */\n`;
  if (members.length === 1) return code`${comment}export type ${name} = ${join(members, "")};`;
  return code`${comment}export type ${name} =\n${join(members.map((one) => code`  | ${indent(one)}`), "\n")};`;
}

function member(operation: Operation, response: Response, printing: Printing): Code {
  const headers = headersType(response.headers, printing);
  const body = operation.method === "HEAD" ? code`undefined` : bodyType(response, printing);
  const rest = headers === undefined ? body : code`${body}, ${headers}`;
  const use = (name: Code): Code => runtimeType(printing, name);
  if (response.status === "default") return code`${use(code`Default`)}<${namedStatuses(operation.responses, use)}, ${rest}>`;
  const kind = use(response.status.startsWith("2") ? code`Success` : code`Failure`);
  return code`${kind}<${statusType(response.status, operation.responses, use)}, ${rest}>`;
}

/** The type of a body, whatever its media type; `undefined` for none. */
export function bodyType(response: Response, printing: Printing): Code {
  return unionOf(bodyTypes(response, printing));
}

/** The type of a body by media type. */
export function bodyTypes(response: Response, printing: Printing): readonly Code[] {
  if (response.contents.length === 0) return [code`undefined`];
  return response.contents.map((content) => printing.media.response(content).type());
}

/** `404`, or `Exclude<StatusIn<4>, 400 | 404>` for a range beside statuses of its own. */
export function statusType(status: string, all: readonly Response[], use: (name: Code) => Code): Code {
  if (!status.endsWith("XX")) return code`${Number(status)}`;
  const range = code`${use(code`StatusIn`)}<${Number(status[0])}>`;
  const named = all.map((response) => response.status).filter((other) => other !== status && other.startsWith(status.slice(0, 1)));
  return named.length === 0 ? range : code`Exclude<${range}, ${join(named.map((one) => code`${Number(one)}`), " | ")}>`;
}

function namedStatuses(all: readonly Response[], use: (name: Code) => Code): Code {
  const named = all.filter(({ status }) => status !== "default").map(({ status }) => statusType(status, [], use));
  return named.length === 0 ? code`never` : join(named, " | ");
}

function headersType(headers: readonly Parameter[], printing: Printing): Code | undefined {
  if (headers.length === 0) return undefined;
  return braces(headers.map((header) => code`${key(header.name.toLowerCase())}${header.required ? code`` : code`?`}: ${headerDecoding(header, printing.named).type}`));
}
