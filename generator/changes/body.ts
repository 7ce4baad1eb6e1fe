/** The request body: whether there is one, and in which media types. */
import type { MediaType, PartEncoding, RequestBody } from "../model/api.js";
import { essenceOf } from "../model/contents.js";
import { compareContent } from "./contents.js";
import type { OperationScope } from "./operations.js";

/** Compares the bodies of two operations. */
export function compareBody(scope: OperationScope): void {
  const { before, after, note, call } = scope;
  const [old, now] = [before.body, after.body];
  const path = ["body"];
  if (!old && now) return note(now.required ? "body-required-added" : "body-added", { path, after: mediaNames(now), at: now.at });
  if (old && !now) return note("body-removed", { path, before: mediaNames(old), at: old.at, side: "base" });
  if (!old || !now) return;
  if (old.required !== now.required) {
    const words = (body: RequestBody): string => (body.required ? "required" : "optional");
    note(now.required ? "body-became-required" : "body-became-optional", { path, before: words(old), after: words(now), at: now.at, direction: call });
  }
  if (old.description !== now.description) note("docs-changed", { name: "the body", path, before: old.description, after: now.description, at: now.at });
  compareContents(scope, old, now);
}

const mediaNames = (body: RequestBody): string => body.contents.map((content) => content.name).join(", ");

function compareContents(scope: OperationScope, old: RequestBody, now: RequestBody): void {
  const { note } = scope;
  const find = (body: RequestBody, name: string): MediaType | undefined => body.contents.find((content) => essenceOf(content.name) === essenceOf(name));
  const gone = old.contents.filter((content) => !find(now, content.name));
  const come = now.contents.filter((content) => !find(old, content.name));
  const [left, other] = [gone[0], come[0]];
  if (gone.length === 1 && come.length === 1 && left && other && old.contents.length === 1) {
    note("body-media-replaced", { name: other.name, path: ["body"], before: left.name, after: other.name, at: other.at });
    compareParts(scope, left, other);
  } else {
    for (const content of gone) note("body-media-removed", { name: content.name, path: ["body"], before: content.name, at: content.at, side: "base" });
    for (const content of come) note("body-media-added", { name: content.name, path: ["body"], after: content.name, at: content.at });
    compareDefault(scope, old, now);
  }
  for (const content of old.contents) {
    const same = find(now, content.name);
    if (same) compareParts(scope, content, same);
  }
}

/** The first media type is what is sent when a call names none. */
function compareDefault({ note }: OperationScope, old: RequestBody, now: RequestBody): void {
  const [was, is] = [old.contents[0]?.name ?? "", now.contents[0]?.name ?? ""];
  if (essenceOf(was) === essenceOf(is) || !now.contents.some((content) => essenceOf(content.name) === essenceOf(was))) return;
  note("body-default-media-changed", { name: is, path: ["body"], before: was, after: is, at: now.at });
}

function compareParts(scope: OperationScope, old: MediaType, now: MediaType): void {
  compareContent(scope, old, now, { way: "request", path: ["body"], name: "the body" });
  for (const name of [...new Set([...old.encoding.keys(), ...now.encoding.keys()])].sort()) {
    const [was, is] = [encodingInWords(old.encoding.get(name)), encodingInWords(now.encoding.get(name))];
    if (was !== is) scope.note("part-encoding-changed", { name, path: ["body", name], before: was, after: is, at: now.at });
  }
}

export function encodingInWords(encoding: PartEncoding | undefined): string {
  if (!encoding) return "";
  const headers = encoding.headers.map((header) => header.name.toLowerCase()).sort();
  const style = encoding.style && `${encoding.delimited ?? encoding.style}${encoding.explode ? ", explode" : ""}${encoding.allowReserved ? ", allowReserved" : ""}`;
  return [encoding.contentType, style, headers.length > 0 ? `headers ${headers.join(", ")}` : undefined].filter((part) => part !== undefined).join("; ");
}
