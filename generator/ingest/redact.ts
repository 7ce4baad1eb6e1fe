/** Credentials in samples: pages sometimes show real ones, and the document is committed. */
import { type Json, type JsonObject, emptyObject, isObject } from "../json.js";
import { type Fragment, type IngestReport, placeOf } from "./page.js";

/** What is written in place of a credential. */
export const redacted = "<redacted>";

/** Forms that only credentials have, and the part of each that is the secret. All run in linear time: no nested repetition. */
const credentials: readonly { readonly what: string; readonly form: RegExp }[] = [
  { what: "a bearer token", form: /(\bBearer\s+)([A-Za-z0-9._~+/=-]{16,})/g },
  { what: "a user name with its password", form: /(\bBasic\s+)([A-Za-z0-9+/]{8,}={0,2})(?![A-Za-z0-9+/])/g },
  { what: "a JSON web token", form: /()(\beyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{4,}\.[A-Za-z0-9_-]{4,})/g },
  { what: "a secret key", form: /()(\b(?:sk|rk|pk|api|key)_(?:live|test|prod)_[A-Za-z0-9]{8,})/g },
  { what: "a secret key", form: /()(\bsk-[A-Za-z0-9_-]{16,})/g },
  { what: "an access key of Amazon", form: /()(\b(?:AKIA|ASIA)[A-Z0-9]{16}\b)/g },
  { what: "a token of GitHub", form: /()(\b(?:gh[pousr]_[A-Za-z0-9]{20,}|github_pat_[A-Za-z0-9_]{20,}))/g },
  { what: "a token of Slack", form: /()(\bxox[abprs]-[A-Za-z0-9-]{10,})/g },
  { what: "a key of Google", form: /()(\bAIza[A-Za-z0-9_-]{30,})/g },
  { what: "a private key", form: /(-----BEGIN [A-Z ]{0,20}PRIVATE KEY-----)([A-Za-z0-9+/=\s]{16,})/g },
  {
    what: "a key in a header or a field",
    form: /(\b(?:x-api-key|api[_-]?key|api[_-]?secret|access[_-]?token|client[_-]?secret|auth[_-]?token|secret[_-]?key)["']?\s{0,3}[:=]\s{0,3}["']?)([A-Za-z0-9._~+/=-]{16,})/gi,
  },
];

/** A fragment without the credentials in its texts. Each is reported by its place, never by its text. */
export function redact(fragment: Fragment, report: IngestReport): Fragment {
  const removed = new Set<string>();
  const root = redactValue(fragment.root, (what) => removed.add(what)) as JsonObject;
  for (const what of [...removed].sort()) report("ingest/redacted", placeOf(fragment), `A sample of the fragment held what looks like ${what}.`);
  return removed.size === 0 ? fragment : { ...fragment, root };
}

function redactValue(value: Json, found: (what: string) => void): Json {
  if (typeof value === "string") return redactText(value, found);
  if (Array.isArray(value)) return (value as readonly Json[]).map((item) => redactValue(item, found));
  if (!isObject(value)) return value;
  const result = emptyObject();
  for (const key of Object.keys(value)) result[key] = redactValue(value[key] as Json, found);
  return result;
}

/** @param found hears what kind of credential was removed */
export function redactText(text: string, found: (what: string) => void): string {
  if (text.length < 12) return text;
  let result = text;
  for (const { what, form } of credentials) {
    result = result.replace(form, (whole: string, before: string, secret: string) => {
      if (isPlaceholder(secret)) return whole;
      found(what);
      return `${before}${redacted}`;
    });
  }
  return result;
}

/** What samples write where a reader puts a key: words for it, repeated characters, a row of digits or letters. */
function isPlaceholder(text: string): boolean {
  if (/your|token|secret|key|example|sample|placeholder|replace|redacted|dummy|test|demo|foo|bar|string/i.test(text)) return true;
  if (/^(.)\1*$/.test(text.replace(/[-_.]/g, "")) || /x{4,}|\*{3,}|\.{3}/i.test(text)) return true;
  if (/^[a-z]+(?:[-_.][a-z]+)*$/i.test(text) && !/[A-Z]/.test(text.slice(1))) return true;
  return /0123|1234|abcd/i.test(text) && new Set(text).size <= 20;
}
