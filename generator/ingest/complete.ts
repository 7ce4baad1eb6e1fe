/** What a document must have and pages leave out: `info`, with a title and a version. */
import { type JsonObject, isObject } from "../json.js";
import { infer } from "./marks.js";
import { listAt, made, objectAt, textAt, withKeys } from "./shape.js";

/** The document with an `info` that has a title and a version; what was made up is marked. */
export function completeInfo(document: JsonObject): JsonObject {
  const info = objectAt(document, "info");
  const title = textAt(info, "title");
  const version = textAt(info, "version");
  if (info !== undefined && title !== undefined && title !== "" && version !== undefined) return document;
  const whole = withKeys(info ?? made({}), { title: title || titleFromServer(document), version: version ?? "0.0.0" });
  const missing = [title ? undefined : "the API", version === undefined ? "its version" : undefined].filter((word) => word !== undefined);
  const words = missing.length === 2 ? "neither the API nor its version" : `${missing[0] === "the API" ? "no API" : "no version"}`;
  return withKeys(document, { info: infer(whole, `The page names ${words}.`) });
}

/** `https://api.vendor.example/v1` → `Vendor API`; `API` without a server. */
export function titleFromServer(document: JsonObject): string {
  const first = listAt(document, "servers").find(isObject);
  const url = textAt(isObject(first) ? first : undefined, "url") ?? "";
  const host = /^[a-z]+:\/\/([^/:?#]+)/i.exec(url)?.[1] ?? "";
  const labels = host.split(".").filter((label) => /^[a-z0-9-]+$/i.test(label));
  const name = labels.length > 1 ? (labels.at(-2) as string) : (labels[0] ?? "");
  return name === "" ? "API" : `${name.slice(0, 1).toUpperCase()}${name.slice(1)} API`;
}
