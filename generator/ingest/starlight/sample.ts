/** The curl sample of a page: the one place where its text shows the server, the credential and the body. */
import { type Json, emptyObject } from "../../json.js";
import type { CredentialFact } from "./facts.js";

export interface Sample {
  readonly url: string;
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  readonly cookies: readonly string[];
  /** The sent text, and the same as JSON where it is JSON. */
  readonly data: string | undefined;
  readonly json: Json | undefined;
  /** `--form`: a multipart body. */
  readonly form: boolean;
}

/** @returns undefined for anything but a curl command that sends to an http address. */
export function readSample(text: string): Sample | undefined {
  const words = shellWords(text);
  if (words[0] !== "curl") return undefined;
  const headers: { name: string; value: string }[] = [];
  const cookies: string[] = [];
  let url: string | undefined;
  let data: string | undefined;
  let form = false;
  for (let at = 1; at < words.length; at++) {
    const value = words[at + 1] ?? "";
    switch (words[at]) {
      case "--url":
        url = value;
        at++;
        break;
      case "--header":
      case "-H":
        headers.push(header(value));
        at++;
        break;
      case "--cookie":
      case "-b":
        cookies.push(value);
        at++;
        break;
      case "--data":
      case "--data-raw":
      case "--data-binary":
      case "--data-urlencode":
      case "-d":
        data = data === undefined ? value : `${data}&${value}`;
        at++;
        break;
      case "--form":
      case "-F":
        form = true;
        at++;
        break;
      case "--request":
      case "-X":
        at++;
        break;
      default:
        if (/^https?:\/\//.test(words[at] ?? "")) url = words[at];
    }
  }
  if (url === undefined || !/^https?:\/\//.test(url)) return undefined;
  return { url, headers, cookies, data, json: data === undefined ? undefined : jsonOf(data), form };
}

function header(text: string): { name: string; value: string } {
  const colon = text.indexOf(":");
  return colon < 0 ? { name: text.trim(), value: "" } : { name: text.slice(0, colon).trim(), value: text.slice(colon + 1).trim() };
}

/** JSON as null-prototype objects; undefined for anything else. */
export function jsonOf(text: string): Json | undefined {
  try {
    return JSON.parse(text, (_key, value: unknown) => {
      if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
      return Object.assign(emptyObject(), value);
    }) as Json;
  } catch {
    return undefined;
  }
}

/** Words as a shell reads them: quotes, and a backslash before a line end. Stops at the end of the command. */
export function shellWords(text: string): string[] {
  const words: string[] = [];
  let word = "";
  let open = false;
  let quote = "";
  for (let at = 0; at < text.length; at++) {
    const char = text[at] as string;
    if (quote !== "") {
      if (char === quote) quote = "";
      else if (char === "\\" && quote === '"' && '"\\$`'.includes(text[at + 1] ?? " ")) word += text[++at] ?? "";
      else word += char;
    } else if (char === "'" || char === '"') {
      quote = char;
      open = true;
    } else if (char === "\\") {
      const next = text[++at] ?? "";
      if (next !== "\n") word += next;
      open ||= next !== "\n" && next !== "";
    } else if (char === " " || char === "\t" || char === "\n") {
      if (open || word !== "") words.push(word);
      [word, open] = ["", false];
      if (char === "\n") break;
    } else word += char;
  }
  if (open || word !== "") words.push(word);
  return words;
}

/** The offset at which the command that starts a text ends: the first line end outside quotes and not after a backslash. */
export function commandEnd(text: string): number {
  let quote = "";
  for (let at = 0; at < text.length; at++) {
    const char = text[at] as string;
    if (quote !== "") {
      if (char === "\\" && quote === '"') at++;
      else if (char === quote) quote = "";
    } else if (char === "'" || char === '"') quote = char;
    else if (char === "\\") at++;
    else if (char === "\n") return at;
  }
  return text.length;
}

/**
 * The server of a sample: its address without the operation's path, in which every `{name}` stands for one segment.
 *
 * @returns undefined when the address does not end in the path
 */
export function serverOf(url: string, path: string): string | undefined {
  let address: URL;
  try {
    address = new URL(url.replaceAll("{", "%7B").replaceAll("}", "%7D"));
  } catch {
    return undefined;
  }
  const given = address.pathname.split("/").filter((step) => step !== "");
  const wanted = path.split("/").filter((step) => step !== "");
  const prefix = given.slice(0, given.length - wanted.length);
  const tail = given.slice(given.length - wanted.length);
  if (given.length < wanted.length || !wanted.every((step, index) => step.includes("{") || step === tail[index])) return undefined;
  return [address.origin, ...prefix].join("/");
}

const ordinary: ReadonlySet<string> = new Set(["accept", "content-type", "user-agent", "content-length"]);

/** Headers that carry credentials: `Authorization`, and others whose value is a placeholder and that are no documented parameter. */
export function credentialsOf(sample: Sample, documented: ReadonlySet<string>): CredentialFact[] {
  return sample.headers
    .filter(({ name, value }) => {
      const lower = name.toLowerCase();
      return lower === "authorization" || (!ordinary.has(lower) && !documented.has(lower) && /^<.*>$|^\{\{.*\}\}$/.test(value));
    })
    .map(({ name, value }) => ({ in: "header", name, value }));
}
