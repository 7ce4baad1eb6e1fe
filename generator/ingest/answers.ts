/**
 * Answers of people to what pages cannot settle (`x-confirm`), kept in `answers.yaml` beside the document:
 *
 *     - at: /paths/~1contacts/post/requestBody
 *       question: Is the body required?
 *       page: 0c1f…            # the page's hash when the question was answered
 *       answer: Yes, support says so.
 *
 * An answer settles its question as long as the page stays the same; a changed page opens it again.
 */
import { type Json, type JsonObject, type Pointer, child, emptyObject, isObject } from "../json.js";
import type { Mark } from "./marks.js";
import { type Role, itemRole, made, roleOf, textAt } from "./shape.js";

export interface Answer {
  readonly at: Pointer;
  readonly question: string;
  /** SHA-256 of the pages, as {@link pagesHash} makes it. */
  readonly page: string;
  /** Undefined while nobody has answered. */
  readonly answer: string | undefined;
}

/** The answers that are there, and the hash of the pages as they are now. */
export interface KnownAnswers {
  readonly answers: readonly Answer[];
  /** As {@link pagesHash} makes it. */
  readonly page: string;
}

export const noAnswers: KnownAnswers = { answers: [], page: "" };

/** Reads the list of an `answers.yaml`; entries of another form are left out. */
export function answersOf(value: Json | undefined): Answer[] {
  if (!Array.isArray(value)) return [];
  return (value as readonly Json[]).flatMap((entry) => {
    if (!isObject(entry)) return [];
    const [at, question, page] = [textAt(entry, "at"), textAt(entry, "question"), textAt(entry, "page")];
    if (at === undefined || question === undefined || page === undefined) return [];
    const answer = entry["answer"];
    return [{ at, question, page, answer: answer === null || answer === undefined || answer === "" ? undefined : String(answer as string | number | boolean) }];
  });
}

/** One hash for all the pages of a document, whatever their order. */
export function pagesHash(hashes: readonly string[]): string {
  return hashes.length === 1 ? (hashes[0] as string) : [...hashes].sort().join("+");
}

export interface Settled {
  /** The document without the questions that are answered. */
  readonly document: JsonObject;
  /** What is still open, each with an earlier answer that the page has outlived. */
  readonly open: readonly (Mark & { readonly before: string | undefined })[];
}

/** Takes the answered questions out of a document. */
export function settle(document: JsonObject, marks: readonly Mark[], answers: readonly Answer[], page: string): Settled {
  const given = new Map(answers.map((answer) => [key(answer.at, answer.question), answer]));
  const done = new Set<string>();
  const open: (Mark & { before: string | undefined })[] = [];
  for (const mark of marks) {
    if (mark.kind !== "x-confirm") continue;
    const answer = given.get(key(mark.pointer, mark.text));
    if (answer?.answer !== undefined && answer.page === page) done.add(key(mark.pointer, mark.text));
    else open.push({ ...mark, before: answer?.answer });
  }
  return { document: done.size === 0 ? document : withoutQuestions(document, done), open };
}

const key = (at: Pointer, question: string): string => `${at}\n${question}`;

function withoutQuestions(document: JsonObject, done: ReadonlySet<string>): JsonObject {
  const visit = (value: Json, at: Pointer, role: Role): Json => {
    if (role === "data") return value;
    if (Array.isArray(value)) return (value as readonly Json[]).map((item, index) => visit(item, child(at, index), itemRole(role)));
    if (!isObject(value)) return value;
    const result = emptyObject();
    for (const name of Object.keys(value)) {
      const item = value[name] as Json;
      if (name !== "x-confirm") result[name] = visit(item, child(at, name), roleOf(name, role));
      else {
        const left = (Array.isArray(item) ? (item as readonly Json[]) : [item]).filter((text) => typeof text !== "string" || !done.has(key(at, text)));
        if (left.length > 0) result[name] = left.length === 1 ? (left[0] as Json) : left;
      }
    }
    return result;
  };
  return visit(document, "", "keywords") as JsonObject;
}

/** The list as it is written: what was answered stays, open questions wait with an empty answer. */
export function answersFile(answers: readonly Answer[], open: Settled["open"], page: string): Json {
  const asked = open.map((mark) => entry({ at: mark.pointer, question: mark.text, page, answer: undefined }, mark.before));
  const keys = new Set(open.map((mark) => key(mark.pointer, mark.text)));
  const kept = answers.filter((answer) => answer.answer !== undefined && !keys.has(key(answer.at, answer.question))).map((answer) => entry(answer, undefined));
  return [...kept, ...asked];
}

function entry({ at, question, page, answer }: Answer, before: string | undefined): Json {
  return made({ at, question, page, answer: answer ?? null, before });
}
