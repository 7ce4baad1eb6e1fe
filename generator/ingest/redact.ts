/** Credentials in samples: pages sometimes show real ones, and the document is committed. */
import { type Json, type JsonObject, emptyObject, isObject } from "../json.js";
import { type Fragment, type IngestReport, placeOf } from "./page.js";
import { type Role, itemRole, roleOf } from "./shape.js";

/** What is written in place of a credential. */
export const redacted = "<redacted>";

/** What is known of a credential: its form, the part of it that is the secret, and what a secret of this form has to be. */
interface Credential {
  readonly what: string;
  readonly form: RegExp;
  readonly holds?: (secret: string) => boolean;
}

/** Forms that only credentials have. All run in linear time: no nested repetition. */
const credentials: readonly Credential[] = [
  { what: "a bearer token", form: /(\bBearer\s+)([A-Za-z0-9._~+/=-]{16,})/g },
  { what: "a token", form: /(\bAuthorization["']?\s{0,3}:\s{0,3}["']?(?:Token|Api-?Key|Key)\s+)([A-Za-z0-9._~+/=-]{16,})/gi },
  // A user name, a colon and a password in base64 (RFC 7617, 2), and no word behind "Basic".
  { what: "a user name with its password", form: /(\bBasic\s+)([A-Za-z0-9+/]{8,}={0,2})(?![A-Za-z0-9+/])/g, holds: (secret) => /^[\x20-\x7e]*:[\x20-\x7e]*$/.test(Buffer.from(secret, "base64").toString("latin1")) },
  { what: "a user name with its password", form: /(\bhttps?:\/\/[^\s/:@"'<>{}]{1,100}:)([^\s/@"'<>{}]{4,100})(?=@)/g },
  { what: "a user name with its password", form: /(\s(?:-u|--user)\s{1,3}["']?[^\s:"'<>{}]{1,100}:)([^\s"'<>{}]{4,100})/g },
  { what: "a JSON web token", form: /()(\beyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{4,}\.[A-Za-z0-9_-]{4,})/g },
  { what: "a secret key", form: /()(\b(?:sk|rk|pk|api|key)_(?:live|test|prod)_[A-Za-z0-9]{8,})/g },
  { what: "a secret of webhooks", form: /()(\bwhsec_[A-Za-z0-9+/=]{16,})/g },
  { what: "a key of SendGrid", form: /()(\bSG\.[A-Za-z0-9_-]{16,}(?:\.[A-Za-z0-9_-]{16,})?)/g },
  { what: "a token of GitLab", form: /()(\bglpat-[A-Za-z0-9_-]{16,})/g },
  { what: "a token of Shopify", form: /()(\bshp(?:at|ca|pa|ss)_[A-Za-z0-9]{16,})/g },
  { what: "a token of npm", form: /()(\bnpm_[A-Za-z0-9]{20,})/g },
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
  const root = redactValue(fragment.root, "keywords", false, (what) => removed.add(what)) as JsonObject;
  for (const what of [...removed].sort()) report("ingest/redacted", placeOf(fragment), `A sample of the fragment held what looks like ${what}.`);
  return removed.size === 0 ? fragment : { ...fragment, root };
}

/** Names of members that hold a credential, without their hyphens and underscores. */
const secretNames: ReadonlySet<string> = new Set([
  "apikey", "apisecret", "apitoken", "accesstoken", "refreshtoken", "authtoken", "clientsecret", "secretkey", "privatekey", "password", "passwd",
]);

/** @param secret whether the value is called as a credential is: in data it is one, elsewhere its samples are */
function redactValue(value: Json, role: Role, secret: boolean, found: (what: string) => void): Json {
  if (typeof value === "string") return secret && role === "data" ? redactSecret(value, found) : redactText(value, found);
  if (Array.isArray(value)) return (value as readonly Json[]).map((item) => redactValue(item, itemRole(role), secret, found));
  if (!isObject(value)) return value;
  const result = emptyObject();
  for (const key of Object.keys(value)) {
    const named = secretNames.has(key.replace(/[-_]/g, "").toLowerCase()) && role !== "keywords";
    // Values that the API is asked with or answers with by itself are no samples.
    const sample = role !== "keywords" || key === "example" || key === "examples" || key === "value";
    result[key] = redactValue(value[key] as Json, key === "examples" && role === "keywords" && Array.isArray(value[key]) ? "data" : roleOf(key, role), named || (secret && sample && role !== "names"), found);
  }
  return result;
}

/** The text of a member that holds a credential. */
function redactSecret(text: string, found: (what: string) => void): string {
  if (text.length < 8 || /\s/.test(text) || isPlaceholder(text)) return redactText(text, found);
  found("a credential, by the name of its member");
  return redacted;
}

/** @param found hears what kind of credential was removed */
export function redactText(text: string, found: (what: string) => void): string {
  if (text.length < 12) return text;
  let result = text;
  for (const { what, form, holds } of credentials) {
    result = result.replace(form, (whole: string, before: string, secret: string) => {
      if (isPlaceholder(secret.replace(knownPrefix, "")) || holds?.(secret) === false) return whole;
      found(what);
      return `${before}${redacted}`;
    });
  }
  return result;
}

/** What forms begin with, which says nothing about the rest. */
const knownPrefix = /^[a-z]{2,3}_(?:live|test|prod)_/;

/** What samples write where a reader puts a key: words for it, repeated characters, a row of digits or letters. */
function isPlaceholder(text: string): boolean {
  if (/^pass(?:word|wd)?$/i.test(text) || /your|token|secret|key|example|sample|placeholder|replace|redacted|dummy|test|demo|foo|bar|string/i.test(text)) return true;
  if (/^(.)\1*$/.test(text.replace(/[-_.]/g, "")) || /x{4,}|\*{3,}|\.{3}/i.test(text)) return true;
  if (/^[a-z]+(?:[-_./][a-z]+)*$/i.test(text) && !/[A-Z]/.test(text.slice(1))) return true;
  return /0123|1234|abcd/i.test(text) && new Set(text).size <= 20;
}
