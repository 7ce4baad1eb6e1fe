/** Status codes that a page lost: from the surest evidence to the weakest, and which one it was. */
import { type Json, isObject } from "../../json.js";
import type { ResponseFact } from "./facts.js";

export interface Status {
  readonly code: string;
  /** Undefined where the page itself says the code. */
  readonly evidence?: string;
  readonly question?: string;
}

/** Where error answers carry their own status. */
const codeKeys = ["status", "statusCode", "status_code", "code"] as const;

/**
 * The status of each response, in order.
 *
 * @param method decides whether a success is asked about: a create may well be 201
 */
export function statusesOf(responses: readonly ResponseFact[], method: string): readonly Status[] {
  const known = responses.map((response) => fromPage(response) ?? fromExample(response) ?? fromHeaders(response));
  const ascending = dropDescending(known);
  const firstError = ascending.findIndex((status) => status !== undefined && Number(status.code) >= 400);
  return ascending.map((status, index) => {
    if (status !== undefined) return { ...status, ...corroborated(status, responses[index]) };
    return fromPlace(index, firstError < 0 ? responses.length : firstError, responses, ascending, method);
  });
}

function fromPage({ status }: ResponseFact): Status | undefined {
  return status === undefined ? undefined : { code: status };
}

function fromExample({ media }: ResponseFact): Status | undefined {
  for (const { example } of media) {
    const code = exampleCode(example, 0);
    if (code !== undefined) return { code: String(code), evidence: "The status is the code in the block's example." };
  }
  return undefined;
}

/** `{code: 400}`, also one level down: `{error: {code: 400}}`. */
function exampleCode(example: Json | undefined, depth: number): number | undefined {
  if (!isObject(example) || depth > 1) return undefined;
  for (const key of codeKeys) {
    const value = example[key];
    const number = typeof value === "string" && /^\d{3}$/.test(value) ? Number(value) : value;
    if (typeof number === "number" && Number.isInteger(number) && number >= 100 && number <= 599) return number;
  }
  for (const key of Object.keys(example)) {
    const inner = exampleCode(example[key], depth + 1);
    if (inner !== undefined) return inner;
  }
  return undefined;
}

/** Headers that belong to few statuses (RFC 9110, 10.2.3, 10.2.2, 11.6.1). */
const telling: readonly { readonly header: string; readonly code: string; readonly others: string }[] = [
  { header: "www-authenticate", code: "401", others: "" },
  { header: "retry-after", code: "429", others: " Is it 429 or 503?" },
  { header: "location", code: "201", others: " Is it 201, 202 or a redirect?" },
];

function fromHeaders({ headers }: ResponseFact): Status | undefined {
  const names = new Set(headers.map(({ name }) => name.toLowerCase()));
  const found = telling.find(({ header }) => names.has(header));
  if (found === undefined) return undefined;
  return { code: found.code, evidence: `The block has the header ${found.header}.`, question: `What is the status of this answer?${found.others}` };
}

function corroborated(status: Status, response: ResponseFact | undefined): Partial<Status> {
  const retry = response?.headers.some(({ name }) => name.toLowerCase() === "retry-after") === true;
  if (status.evidence === undefined || !retry || !/^(?:429|503)$/.test(status.code) || status.question !== undefined) return {};
  return { evidence: `${status.evidence.replace(/\.$/, "")}; the block has Retry-After, too.` };
}

/** The page prints codes in ascending order: what goes down again was no status. */
function dropDescending(known: readonly (Status | undefined)[]): (Status | undefined)[] {
  let last = 0;
  return known.map((status) => {
    if (status === undefined || status.evidence === undefined) return status;
    if (Number(status.code) <= last) return undefined;
    last = Number(status.code);
    return status;
  });
}

function fromPlace(index: number, firstError: number, responses: readonly ResponseFact[], known: readonly (Status | undefined)[], method: string): Status {
  if (index < firstError) {
    const one = firstError === 1;
    const code = String(200 + index);
    const evidence = one
      ? "The block before the first error, without a code of its own; one success answer is written as 200."
      : "One of several blocks before the first error, without codes of their own; success answers are numbered from 200.";
    const create = method === "post" || method === "put";
    return { code, evidence, question: create ? "Is the success status 200 in every case, or 201 where something is created?" : "What is the success status?" };
  }
  if (index === responses.length - 1 && !known.some((status) => status?.code === "default")) {
    return { code: "default", evidence: "The last block, without a code of its own; the default answer is printed last.", question: "Is this the answer for every other status?" };
  }
  const before = Math.max(...known.slice(0, index).map((status) => Number(status?.code) || 0), 399);
  return { code: String(before + 1), evidence: "Between the blocks around it, which are printed in ascending order.", question: "What is the status of this answer?" };
}
