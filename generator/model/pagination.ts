/** How an operation gives its list page by page: as declared (`x-pagination`), or by a convention that can mean one thing only. */
import { child, isObject, type Json, type JsonObject } from "../json.js";
import type { Pagination } from "./api.js";
import type { Reading } from "./reading.js";
import type { OperationDraft } from "./operations.js";

/** What `x-pagination` says; undefined when it is missing or does not fit the operation (reported). */
export function readPagination(reading: Reading, node: JsonObject, draft: Pick<OperationDraft, "parameters" | "at">): Pagination | undefined {
  const declared = node["x-pagination"];
  if (declared === undefined) return undefined;
  const at = child(draft.at, "x-pagination");
  const names = new Set(draft.parameters.map((parameter) => parameter.name));
  const pagination = isObject(declared) ? readDeclared(declared, names) : undefined;
  if (!pagination) reading.report("model/pagination-unusable", at, "The pagination names no kind that we know, or parameters that the operation lacks.");
  return pagination;
}

function readDeclared(declared: JsonObject, names: ReadonlySet<string>): Pagination | undefined {
  const parameter = (field: string): string | undefined => {
    const name = declared[field];
    return typeof name === "string" && names.has(name) ? name : undefined;
  };
  const items = path(declared["items"]);
  const next = path(declared["next"]);
  switch (declared["kind"]) {
    case "offset": {
      const offset = parameter("offset");
      return offset === undefined ? undefined : { kind: "offset", offset, limit: parameter("limit"), items: items ?? [] };
    }
    case "page": {
      const page = parameter("page");
      const total = path(declared["total"]);
      return page === undefined ? undefined : { kind: "page", page, items: items ?? [], ...(total ? { total } : {}) };
    }
    case "cursor": {
      const cursor = parameter("cursor");
      return cursor === undefined || !next ? undefined : { kind: "cursor", cursor, next, items: items ?? [] };
    }
    case "nextUrl":
      return next && { kind: "nextUrl", next, items: items ?? [] };
    case "link":
      return { kind: "link", items: items ?? [] };
    default:
      return undefined;
  }
}

/** A way into the answer: `["data", "items"]`, or one name. */
function path(value: Json | undefined): readonly string[] | undefined {
  if (typeof value === "string") return value === "" ? [] : [value];
  return Array.isArray(value) && value.every((item) => typeof item === "string") ? (value as string[]) : undefined;
}
