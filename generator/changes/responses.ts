/**
 * Answers. A result is told apart by `status`, and `ok` tells data from error; so a status that comes is judged by whether
 * what `ok` and `!ok` give keeps its type, and a status that goes by the branches that name it.
 */
import type { MediaType, Response } from "../model/api.js";
import { essenceOf } from "../model/contents.js";
import { compareContent, contentFits } from "./contents.js";
import { compareHeaders } from "./headers.js";
import type { OperationScope } from "./operations.js";
import type { Kind } from "./rules.js";
import { describe } from "./schema/describe.js";

/** Compares the answers of two operations. */
export function compareResponses(scope: OperationScope): void {
  const { before, after, note } = scope;
  for (const old of before.responses) {
    const now = covering(after.responses, old.status);
    if (now) compareResponse(scope, old, now);
    else note("status-removed", { name: old.status, path: [`answer ${old.status}`], at: old.at, side: "base", before: inWords(scope, old, "base"), direction: "out" });
  }
  for (const now of after.responses) {
    if (before.responses.some((old) => old.status === now.status)) continue;
    const cover = covering(before.responses, now.status);
    if (cover) compareResponse(scope, cover, now);
    else addedStatus(scope, now);
  }
}

/** The answer that a status has: its own, its range's, the default's. */
function covering(responses: readonly Response[], status: string): Response | undefined {
  const wanted = [status, ...(/^\d/.test(status) ? [`${status[0]}XX`] : []), "default"];
  return wanted.map((one) => responses.find((response) => response.status.toUpperCase() === one.toUpperCase())).find((one) => one !== undefined);
}

/** `default` stands for every status that is not named, successes and failures alike. */
const isSuccess = (response: Response): boolean => response.status.startsWith("2") || response.status === "default";
const isFailure = (response: Response): boolean => !response.status.startsWith("2");

function addedStatus(scope: OperationScope, now: Response): void {
  const { before, note } = scope;
  const said = { name: now.status, path: [`answer ${now.status}`], after: inWords(scope, now, "revision"), at: now.at, direction: "out" } as const;
  if (isSuccess(now)) note(kindOfSuccess(scope, now, before.responses.filter(isSuccess)), said);
  if (isFailure(now)) note(kindOfError(scope, now, before.responses), said);
}

/** With no success before, there was no data to lose its type. */
function kindOfSuccess(scope: OperationScope, now: Response, others: readonly Response[]): Kind {
  return others.length > 0 && !fitsOne(scope, now, others) ? "success-status-added-other-data" : "success-status-added";
}

function kindOfError(scope: OperationScope, now: Response, known: readonly Response[]): Kind {
  const others = known.filter(isFailure);
  if (others.length === 0 && known.length > 0) return "first-error-status-added";
  return others.length === 0 || fitsOne(scope, now, others) ? "error-status-added" : "error-status-added-other-error";
}

/** Whether each body of the new answer has a type that one of the known answers has. */
function fitsOne(scope: OperationScope, now: Response, known: readonly Response[]): boolean {
  const bodies = (response: Response): readonly (MediaType | undefined)[] => (response.contents.length === 0 ? [undefined] : response.contents);
  const old = known.flatMap(bodies);
  return bodies(now).every((body) => old.some((candidate) => (body && candidate ? contentFits(scope.comparer, candidate, body) : body === candidate)));
}

function inWords(scope: OperationScope, response: Response, side: "base" | "revision"): string {
  return response.contents.map((content) => `${content.name}: ${describe(content.schema, scope.comparer[side])}`).join("; ") || "no body";
}

function compareResponse(scope: OperationScope, old: Response, now: Response): void {
  const { note } = scope;
  const path = [`answer ${now.status}`];
  if (old.status === now.status && old.description !== now.description) {
    note("docs-changed", { name: `answer ${now.status}`, path, before: old.description, after: now.description, at: now.at, direction: "out" });
  }
  if (old.retryable !== now.retryable) note("retryable-changed", { name: now.status, path, before: String(old.retryable), after: String(now.retryable), at: now.at });
  compareHeaders(scope, old, now, path);
  compareContents(scope, old, now, path);
}

function compareContents(scope: OperationScope, old: Response, now: Response, path: readonly string[]): void {
  const { note } = scope;
  const said = { name: now.status, path, at: now.at, direction: "out" } as const;
  const place = { way: "answer", path, name: "the answer" } as const;
  if (old.contents.length === 0 && now.contents.length > 0) return note("answer-body-added", { ...said, after: inWords(scope, now, "revision") });
  if (old.contents.length > 0 && now.contents.length === 0) return note("answer-body-removed", { ...said, before: inWords(scope, old, "base") });
  const partner = (list: readonly MediaType[], content: MediaType): MediaType | undefined => list.find((one) => essenceOf(one.name) === essenceOf(content.name));
  const gone = old.contents.filter((content) => !partner(now.contents, content));
  const come = now.contents.filter((content) => !partner(old.contents, content));
  for (const content of old.contents) {
    const same = partner(now.contents, content);
    if (same) compareContent(scope, content, same, place);
  }
  // One media type for another is a new way to read the same body: only its type counts.
  const [left, other] = [gone[0], come[0]];
  if (gone.length === 1 && come.length === 1 && left && other && old.contents.length === 1) {
    note("answer-media-added", { ...said, before: left.name, after: other.name });
    return compareContent(scope, left, other, place);
  }
  for (const content of come) {
    const known = old.contents.some((one) => contentFits(scope.comparer, one, content));
    note(known ? "answer-media-added" : "answer-media-added-other-data", { ...said, after: `${content.name}: ${describe(content.schema, scope.comparer.revision)}` });
  }
  for (const content of gone) note("answer-media-removed", { ...said, before: `${content.name}: ${describe(content.schema, scope.comparer.base)}` });
}
