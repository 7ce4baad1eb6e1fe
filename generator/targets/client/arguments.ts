/** What an operation takes: one object with a member a place. */
import { code, docComment, indent, join, key, stringLiteral, type Code } from "../../emit/code.js";
import type { Operation, Parameter, ParameterPlace } from "../../model/api.js";
import { annotated, braces, valueComment } from "../typescript.js";
import type { Printing } from "./printing.js";

const places = ["path", "query", "header", "cookie"] as const satisfies readonly ParameterPlace[];

/** Whether an operation can be called without arguments. */
export function needsArguments(operation: Operation): boolean {
  return operation.body?.required === true || operation.parameters.some(({ required }) => required);
}

/**
 *   /** What {@link upsertContact} takes. *\/
 *   export interface UpsertContactArgs {
 *     path: { populationId: string };
 *     header?: { "X-Request-Id"?: string };
 *     body: ContactUpsertRequest;
 *   }
 *
 * With several media types it is a union, since `contentType` decides what `body` is.
 */
export function argumentsType(operation: Operation, printing: Printing): Code {
  const name = code`${operation.typeIdentifier}Args`;
  const comment = code`/** What {@link ${operation.identifier}} takes. */\n`;
  const members = places.flatMap((place) => placeMember(operation, place, printing));
  const bodies = bodyMembers(operation, printing);
  if (members.length === 0 && bodies.length === 0) return code`${comment}export type ${name} = { [place: string]: never };`;
  const [only = []] = bodies;
  if (bodies.length <= 1) return code`${comment}export interface ${name} ${lines([...members, ...only])}`;
  const union = join(bodies.map((body) => code`  | ${indent(braces(body), 2)}`), "\n");
  if (members.length === 0) return code`${comment}export type ${name} =\n${union};`;
  return code`${comment}export type ${name} = ${lines(members)} & (\n${union}\n);`;
}

function placeMember(operation: Operation, place: ParameterPlace, printing: Printing): Code[] {
  const parameters = operation.parameters.filter((parameter) => parameter.place === place);
  if (parameters.length === 0) return [];
  const optional = parameters.some(({ required }) => required) ? code`` : code`?`;
  return [code`${key(place)}${optional}: ${braces(parameters.map((one) => parameterMember(one, printing)))}`];
}

function parameterMember(parameter: Parameter, printing: Printing): Code {
  const label = code`${key(parameter.name)}${parameter.required ? code`` : code`?`}:`;
  return code`${valueComment(parameter)}${annotated(label, printing.printer.type(parameter.schema, "write"))}`;
}

/** `body` and `contentType` for each group of media types that take the same body; the default's group first. */
function bodyMembers(operation: Operation, printing: Printing): Code[][] {
  const { body } = operation;
  if (body === undefined) return [];
  const groups = new Map<Code, Code[]>();
  for (const content of body.contents) {
    const type = printing.media.request(content).type();
    groups.set(type, [...(groups.get(type) ?? []), stringLiteral(content.name)]);
  }
  const several = body.contents.length > 1;
  return [...groups].map(([type, mediaTypes], index) => {
    const isDefault = index === 0;
    const value = annotated(isDefault && !body.required ? code`body?:` : code`body:`, type);
    const comment = isDefault || groups.size === 1 ? docComment(body.description) : code``;
    const contentType = code`${isDefault ? code`contentType?:` : code`contentType:`} ${join(mediaTypes, " | ")}`;
    return several ? [code`${comment}${value}`, contentType] : [code`${comment}${value}`];
  });
}

function lines(members: readonly Code[]): Code {
  return code`{\n  ${indent(join(members.map((member) => code`${member};`), "\n"))}\n}`;
}
