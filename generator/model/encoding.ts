/** How a property of a form is written (OAS 3.1, 4.8.15), and what Swagger 2.0 says of lists. */
import { isObject, type Json, type JsonObject, type Pointer } from "../json.js";
import type { Delimited, ParameterStyle, PartEncoding } from "./api.js";
import { text } from "./docs.js";
import { entries } from "./reading.js";

const partStyles: ReadonlySet<Json | undefined> = new Set(["form", "spaceDelimited", "pipeDelimited", "deepObject"]);

const delimiters: ReadonlyMap<Json | undefined, Delimited> = new Map<string, Delimited>([
  ["ssv", "spaceDelimited"],
  ["tsv", "tabDelimited"],
  ["pipes", "pipeDelimited"],
]);

/** What `normalize/from20-parts.ts` leaves of a `collectionFormat` that 3.x has no word for. */
export const readDelimiter = (node: JsonObject): Delimited | undefined => delimiters.get(node["x-collectionFormat"]);

/** An Encoding Object but for its headers. */
export function readPartStyle(part: JsonObject): Omit<PartEncoding, "headers"> {
  // Any of the three asks for the form styles; then `contentType` is ignored (OAS 3.1, 4.8.15.1.2).
  const styled = ["style", "explode", "allowReserved"].some((field) => part[field] !== undefined);
  const style = partStyles.has(part["style"]) ? (part["style"] as ParameterStyle) : "form";
  return {
    contentType: text(part["contentType"]),
    style: styled ? style : undefined,
    explode: typeof part["explode"] === "boolean" ? part["explode"] : style === "form",
    allowReserved: part["allowReserved"] === true,
    delimited: readDelimiter(part),
  };
}

/** The encodings of a parameter's content, which has no headers. */
export function readFormStyles(value: Json | undefined, at: Pointer): ReadonlyMap<string, PartEncoding> {
  return new Map(entries(value, at).flatMap(({ name, value: part }) => (isObject(part) ? [[name, { ...readPartStyle(part), headers: [] }] as const] : [])));
}
