/** How an operation gives its list page by page: as declared (`x-pagination`), or by a convention that can mean one thing only. */
import { child, isObject, type Json, type JsonObject, type Pointer } from "../json.js";
import type { Pagination, Parameter, Response, Schema } from "./api.js";
import { isJsonMediaType } from "./contents.js";
import type { OperationDraft } from "./operations.js";
import type { Reading } from "./reading.js";

type Schemas = ReadonlyMap<Pointer, Schema>;

/** The operation's pagination. A declaration that does not fit is reported, and so are conventions that fit together; both mean none. */
export function paginationOf(reading: Reading, draft: OperationDraft, schemas: Schemas): Pagination | undefined {
  const { declaredPagination } = draft;
  if (declaredPagination === false) return undefined;
  if (declaredPagination === undefined) return byConvention(reading, draft, schemas);
  const declared = isObject(declaredPagination) ? readDeclared(declaredPagination, draft.parameters, schemas) : undefined;
  if (!declared) {
    const message = "The pagination names no kind that we know, or a parameter that the operation lacks.";
    reading.report("model/pagination-unusable", child(draft.at, "x-pagination"), message);
  }
  return declared;
}

function readDeclared(declared: JsonObject, parameters: readonly Parameter[], schemas: Schemas): Pagination | undefined {
  const parameter = (field: string): Parameter | undefined => parameters.find(({ name }) => name === declared[field]);
  const start = (of: Parameter, usual: number): { start?: number } => startOf(of.schema, schemas, usual, declared["start"]);
  const items = path(declared["items"]) ?? [];
  const next = path(declared["next"]);
  const { kind } = declared;
  switch (kind) {
    case "offset": {
      const offset = parameter("offset");
      return offset && offsetPages(offset, parameter("limit"), items, start(offset, 0));
    }
    case "page": {
      const page = parameter("page");
      const total = path(declared["total"]);
      return page && { kind, page: page.name, ...start(page, 1), items, ...(total ? { total } : {}) };
    }
    case "cursor": {
      const cursor = parameter("cursor");
      const more = path(declared["more"]);
      return cursor && next && { kind, cursor: cursor.name, next, ...(more ? { more } : {}), items };
    }
    case "nextUrl":
      return next && { kind, next, items };
    case "link":
      return { kind, items };
    default:
      return undefined;
  }
}

/** Where the counting begins: as declared, else the parameter's default, else its minimum. Nothing for the usual beginning. */
function startOf(schema: Schema, schemas: Schemas, usual: number, declared?: Json): { start?: number } {
  const number = numberIn(schema, schemas);
  // Other minimums are limits of a type and no beginning.
  const least = number?.minimum === 0 || number?.minimum === 1 ? number.minimum : undefined;
  const start = [declared, schema.docs.default, number?.docs.default, least].find((value) => typeof value === "number");
  return start === undefined || start === usual ? {} : { start };
}

/** A way into the answer: `["data", "items"]`, or one name. */
function path(value: Json | undefined): readonly string[] | undefined {
  if (typeof value === "string") return value === "" ? [] : [value];
  return Array.isArray(value) && value.every((item) => typeof item === "string") ? (value as string[]) : undefined;
}

// ------------------------------------------------------------------------------------------ conventions

/** Names as they are compared: `page[number]`, `pageNumber` and `page_number` are one. */
const plain = (name: string): string => name.replace(/[^A-Za-z0-9]/g, "").toLowerCase();
const words = (text: string): ReadonlySet<string> => new Set(text.split(" "));

const cursorParameters = words("cursor pagetoken pagecursor nexttoken nextcursor continuationtoken marker after");
const cursorAnswers = words("nextcursor nextpagetoken nexttoken nextpagecursor nextmarker continuationtoken nextcontinuationtoken endcursor");
const moreAnswers = words("hasmore hasmoreitems hasnext hasnextpage");
const urlAnswers = words("nexturl nextlink nextpageurl nextpagelink odatanextlink");
const pageParameters = words("page pagenumber pageno");
const offsetParameters = words("offset skip");
const limitParameters = words("limit count size pagesize perpage take top maxresults");
/** Where an answer keeps its paging, beside its list. */
const containers = words("meta metadata pagination paging pageinfo page responsemetadata links cursors");
const lists = words("items data results records entries values value list rows content objects elements resources");

/** What fits the operation's parameters and its answer. Only reading calls that give one list are looked at. */
function byConvention(reading: Reading, draft: OperationDraft, schemas: Schemas): Pagination | undefined {
  if (draft.method !== "GET" && draft.method !== "QUERY") return undefined;
  const answer = draft.responses.find((response) => /^2(..)$/.test(response.status) && response.contents.length > 0);
  const body = answer?.contents.find((content) => isJsonMediaType(content.name) && !content.itemSchema);
  const items = body && findList(body.schema, schemas);
  if (!answer || !body || !items) return undefined;
  const fitting = conventions(draft.parameters, answer, body.schema, items, schemas);
  if (fitting.length > 1) {
    const kinds = fitting.map(({ kind }) => kind).join(" and ");
    reading.report("model/pagination-ambiguous", draft.at, `The pages of ${draft.method} ${draft.path} can be read by ${kinds}.`);
    return undefined;
  }
  return fitting[0];
}

function offsetPages(offset: Parameter, limit: Parameter | undefined, items: readonly string[], start: { start?: number }): Pagination {
  return { kind: "offset", offset: offset.name, ...(limit ? { limit: limit.name } : {}), ...start, items };
}

function conventions(parameters: readonly Parameter[], answer: Response, body: Schema, items: readonly string[], schemas: Schemas): Pagination[] {
  const query = (names: ReadonlySet<string>): Parameter | undefined =>
    parameters.find((parameter) => parameter.place === "query" && names.has(plain(parameter.name)));
  const found: Pagination[] = [];
  const cursor = query(cursorParameters);
  const nextCursor = findText(body, schemas, (name, text) => cursorAnswers.has(name) || (name === "next" && !text.includes("uri")) || name === "cursor");
  const more = find(body, schemas, (name, part) => part.kind === "boolean" && moreAnswers.has(name));
  if (cursor && nextCursor) found.push({ kind: "cursor", cursor: cursor.name, next: nextCursor, ...(more ? { more } : {}), items });
  const nextUrl = findText(body, schemas, (name, text) => urlAnswers.has(name) || (name === "next" && text.includes("uri")));
  if (nextUrl) found.push({ kind: "nextUrl", next: nextUrl, items });
  if (answer.headers.some((header) => header.name.toLowerCase() === "link")) found.push({ kind: "link", items });
  const page = query(pageParameters);
  if (page && countsFromOne(page.schema, schemas)) found.push({ kind: "page", page: page.name, items });
  const offset = query(offsetParameters);
  if (offset && numberIn(offset.schema, schemas)) found.push(offsetPages(offset, query(limitParameters), items, startOf(offset.schema, schemas, 0)));
  return found;
}

/** Pages that count from 0 look the same and are not: a client that begins at 1 would miss the first. */
function countsFromOne(schema: Schema, schemas: Schemas): boolean {
  const number = numberIn(schema, schemas);
  return number !== undefined && number.minimum !== 0 && schema.docs.default !== 0 && number.docs.default !== 0;
}

function numberIn(schema: Schema, schemas: Schemas): Extract<Schema, { kind: "number" }> | undefined {
  return parts(schema, schemas).find((part) => part.kind === "number");
}

/** Where the answer's one list is: itself, one of its properties, or the only list of its `data`. */
function findList(schema: Schema, schemas: Schemas): readonly string[] | undefined {
  const own = parts(schema, schemas);
  if (own.some((part) => part.kind === "array")) return [];
  const properties = propertiesOf(own);
  const names = properties.filter((property) => parts(property.schema, schemas).some((part) => part.kind === "array")).map(({ name }) => name);
  const usual = names.filter((name) => lists.has(plain(name)));
  const [only] = names.length === 1 ? names : usual;
  if (only !== undefined) return names.length === 1 || usual.length === 1 ? [only] : undefined;
  const data = properties.find(({ name }) => name === "data");
  const inner = data && propertiesOf(parts(data.schema, schemas)).filter(({ schema: type }) => parts(type, schemas).some((part) => part.kind === "array"));
  return inner?.length === 1 ? ["data", (inner[0] as { name: string }).name] : undefined;
}

/** The way to a text of the answer that says where to go on. */
function findText(schema: Schema, schemas: Schemas, fits: (name: string, format: string) => boolean): readonly string[] | undefined {
  return find(schema, schemas, (name, part) => part.kind === "string" && fits(name, part.format ?? ""));
}

/** The way to the first property that fits, at the top or in one of the usual containers. */
function find(schema: Schema, schemas: Schemas, fits: (name: string, part: Schema) => boolean): readonly string[] | undefined {
  const look = (type: Schema, way: readonly string[]): readonly string[] | undefined => {
    const found = propertiesOf(parts(type, schemas)).find(({ name, schema: value }) => parts(value, schemas).some((part) => fits(plain(name), part)));
    return found && [...way, found.name];
  };
  const top = look(schema, []);
  if (top) return top;
  for (const { name, schema: value } of propertiesOf(parts(schema, schemas))) {
    const inside = containers.has(plain(name)) ? look(value, [name]) : undefined;
    if (inside) return inside;
  }
  return undefined;
}

function propertiesOf(found: readonly Schema[]): readonly { name: string; schema: Schema }[] {
  return found.flatMap((part) => (part.kind === "object" ? part.properties : []));
}

/** A schema's parts with references followed and intersections and unions opened: enough to see what an answer looks like. */
function parts(schema: Schema, schemas: Schemas): readonly Schema[] {
  const seen = new Set<Schema>();
  const found: Schema[] = [];
  const open = [schema];
  for (let next = open.pop(); next; next = open.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    const target = next.kind === "ref" ? schemas.get(next.target) : undefined;
    if (target) open.push(target);
    else if (next.kind === "intersection" || next.kind === "union") for (const each of next.members) open.push(each);
    else found.push(next);
  }
  return found;
}
