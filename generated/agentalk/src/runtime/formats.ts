/**
 * The formats of JSON Schema (2020-12 validation, 7.3) and of OpenAPI that zod does not check the way their standards
 * say. Each function takes the text and tells whether it has the format. All run in time linear in its length.
 */

/** RFC 3339 `full-date`: a day that exists. */
function isFullDate(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return false;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
  return days !== undefined && day >= 1 && day <= days;
}

/**
 * `time`: RFC 3339 `full-time`. A leap second is the last second of a day in UTC. The colon of the offset may be missing, as in the
 * basic format of ISO 8601: so most date libraries of Java print it, and what they mean is certain.
 */
export function isTime(text: string): boolean {
  const match = /^(\d{2}):(\d{2}):(\d{2})(?:\.\d+)?(?:[zZ]|([+-])(\d{2}):?(\d{2}))$/.exec(text);
  if (!match) return false;
  const [, hours = "", minutes = "", seconds = "", sign = "+", offsetHours = "0", offsetMinutes = "0"] = match;
  const [hour, minute, second, awayHours, awayMinutes] = [hours, minutes, seconds, offsetHours, offsetMinutes].map(Number) as [number, number, number, number, number];
  if (hour > 23 || minute > 59 || second > 60 || awayHours > 23 || awayMinutes > 59) return false;
  const away = (sign === "-" ? -1 : 1) * (awayHours * 60 + awayMinutes);
  const day = 24 * 60;
  return second < 60 || (hour * 60 + minute - away + day) % day === day - 1;
}

// What nearly every date-time looks like; the days that some months lack and leap seconds go the long way.
const plainDateTime = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?Z$/;

/** `date-time`: RFC 3339; the space in place of the T is the one that the note of its section 5.6 allows. */
export function isDateTime(text: string): boolean {
  return plainDateTime.test(text) || (/^[Tt ]$/.test(text[10] ?? "") && isFullDate(text.slice(0, 10)) && isTime(text.slice(11)));
}

/** `duration`: RFC 3339, appendix A. Units stand in order, and none is left out between the first and the last. */
export function isDuration(text: string): boolean {
  return /^P(?:\d+W|(?=\d|T\d)(?:\d+Y(?:\d+M(?:\d+D)?)?|\d+M(?:\d+D)?|\d+D)?(?:T(?:\d+H(?:\d+M(?:\d+S)?)?|\d+M(?:\d+S)?|\d+S))?)$/.test(text);
}

// ---------------------------------------------------------------------------------------------- numbers

/** `int64`: a whole number between -2^63 and 2^63. */
export function isInt64(value: number): boolean {
  return Number.isInteger(value) && value >= -(2 ** 63) && value <= 2 ** 63;
}

/** `uint64`: a whole number between 0 and 2^64. */
export function isUint64(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= 2 ** 64;
}

/** `float`: within the range of a single precision number. */
export function isFloat(value: number): boolean {
  return Number.isFinite(Math.fround(value));
}

// ---------------------------------------------------------------------------------------------- addresses

const octet = "(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
const ipv4 = new RegExp(`^${octet}(?:\\.${octet}){3}$`);

/** `ipv4`: RFC 2673, 3.2. */
function isIpv4(text: string): boolean {
  return ipv4.test(text);
}

/** `ipv6`: RFC 4291, 2.2. */
export function isIpv6(text: string): boolean {
  const halves = text.split("::");
  if (halves.length > 2) return false;
  const parts = halves.flatMap((half) => (half === "" ? [] : half.split(":")));
  const last = parts.at(-1);
  const endsInIpv4 = last !== undefined && last.includes(".");
  if (endsInIpv4 && (!isIpv4(last) || text.endsWith("::"))) return false;
  const groups = endsInIpv4 ? parts.slice(0, -1) : parts;
  const count = groups.length + (endsInIpv4 ? 2 : 0);
  return groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group)) && (halves.length === 2 ? count <= 7 : count === 8);
}

const internationalAtom = /^(?:[a-z0-9!#$%&'*+/=?^_`{|}~-]|[^\u0000-\u007f])+$/iu;
const internationalQuoted = /^"(?:[ !#-[\]-~]|\\[ -~]|[^\u0000-\u007f])*"$/u;

/** The two sides of a mailbox. A quoted local part may hold an `@`, a domain never does. */
function mailbox(text: string): { local: string; domain: string } | undefined {
  const at = text.lastIndexOf("@");
  return at < 1 ? undefined : { local: text.slice(0, at), domain: text.slice(at + 1) };
}

/** An address in brackets: RFC 5321, 4.1.3. */
function isAddressLiteral(domain: string): boolean {
  if (!domain.startsWith("[") || !domain.endsWith("]")) return false;
  const inside = domain.slice(1, -1);
  return /^ipv6:/i.test(inside) ? isIpv6(inside.slice(5)) : isIpv4(inside);
}

/** `email`: a Mailbox of RFC 5321, 4.1.2, for `z.email({ pattern: emailPattern })`. */
export const emailPattern: RegExp = /* @__PURE__ */ (() => {
  const atom = "[a-z0-9!#$%&'*+/=?^_`{|}~-]+";
  const label = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
  const ipv4 = `${octet}(?:\\.${octet}){3}`;
  // RFC 3986, 3.2.2: `::` stands for at least one group of zeros.
  const group = "[0-9a-f]{1,4}";
  const upTo = (groups: number): string => (groups === 0 ? "" : `(?:(?:${group}:){0,${groups - 1}}${group})?`);
  const end = `(?:${group}:${group}|${ipv4})`;
  const shortened = [5, 4, 3, 2, 1, 0].map((after, before) => `${upTo(before)}::(?:${group}:){${after}}${end}`);
  const ipv6 = [`(?:${group}:){6}${end}`, ...shortened, `${upTo(6)}::${group}`, `${upTo(7)}::`].join("|");
  const local = `${atom}(?:\\.${atom})*|"(?:[ !#-\\[\\]-~]|\\\\[ -~])*"`;
  const domain = `(?=.{1,255}$)${label}(?:\\.${label})*|\\[(?:${ipv4}|ipv6:(?:${ipv6}))\\]`;
  return new RegExp(`^(?:${local})@(?:${domain})$`, "i");
})();

/** `idn-email`: a Mailbox of RFC 6531, 3.3. */
export function isIdnEmail(text: string): boolean {
  const { local, domain } = mailbox(text) ?? {};
  if (local === undefined || domain === undefined) return false;
  const isLocal = internationalQuoted.test(local) || local.split(".").every((part) => internationalAtom.test(part));
  return isLocal && (isAddressLiteral(domain) || isInternationalDomain(domain));
}

const internationalLabel = /^(?:[a-z0-9]|[^\u0000-\u007f])(?:(?:[a-z0-9-]|[^\u0000-\u007f])*(?:[a-z0-9]|[^\u0000-\u007f]))?$/iu;

function isInternationalDomain(text: string): boolean {
  return text.length <= 255 && text.split(".").every((part) => part.length <= 63 && internationalLabel.test(part));
}

// ---------------------------------------------------------------------------------------------- URIs

/** What a path segment may hold besides `/`, as the inside of a character class. */
const ascii = "A-Za-z0-9\\-._~!$&'()*+,;=";
// RFC 3987, 2.2: ucschar, and iprivate in queries.
const iprivate = "\\u{e000}-\\u{f8ff}\\u{f0000}-\\u{ffffd}\\u{100000}-\\u{10fffd}";
const ucschar: string = /* @__PURE__ */ (() => {
  const planes = Array.from({ length: 14 }, (_, plane) => `\\u{${(plane + 1).toString(16)}${plane === 13 ? "1000" : "0000"}}-\\u{${(plane + 1).toString(16)}fffd}`);
  return `\\u{a0}-\\u{d7ff}\\u{f900}-\\u{fdcf}\\u{fdf0}-\\u{ffef}${planes.join("")}`;
})();

interface Grammar {
  readonly segments: RegExp;
  readonly query: RegExp;
  readonly fragment: RegExp;
  readonly userinfo: RegExp;
  readonly name: RegExp;
}

/** @param more what only a query may hold */
function grammar(segment: string, more = ""): Grammar {
  const all = (characters: string): RegExp => new RegExp(`^(?:[${characters}]|%[0-9A-Fa-f]{2})*$`, "u");
  return {
    segments: all(`${segment}:@/`),
    query: all(`${segment}:@/?${more}`),
    fragment: all(`${segment}:@/?`),
    userinfo: all(`${segment}:`),
    name: all(segment),
  };
}

const uriGrammar = /* @__PURE__ */ grammar(ascii);
const iriGrammar = /* @__PURE__ */ (() => grammar(ascii + ucschar, iprivate))();

/** RFC 3986, appendix B: the parts of a reference. */
const parts = /^(?:([^:/?#]+):)?(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#([\s\S]*))?$/;

function isReference(text: string, rules: Grammar, needsScheme: boolean): boolean {
  const [, scheme, authority, path = "", query = "", fragment = ""] = parts.exec(text) ?? [undefined, ""];
  if (scheme === undefined ? needsScheme : !/^[A-Za-z][A-Za-z0-9+.-]*$/.test(scheme)) return false;
  if (authority !== undefined && !isAuthority(authority, rules)) return false;
  return rules.segments.test(path) && rules.query.test(query) && rules.fragment.test(fragment);
}

/** `userinfo@host:port`; a host in brackets is an address of IP version 6 or later. */
function isAuthority(text: string, rules: Grammar): boolean {
  const at = text.lastIndexOf("@");
  if (at >= 0 && !rules.userinfo.test(text.slice(0, at))) return false;
  const [, bracketed, name = ""] = /^(?:\[([^\]]*)\]|([^:]*))(?::\d*)?$/.exec(text.slice(at + 1)) ?? [undefined, "-"];
  return bracketed === undefined ? rules.name.test(name) : isIpv6(bracketed) || /^v[0-9a-f]+\.[a-z0-9\-._~!$&'()*+,;=:]+$/i.test(bracketed);
}

// What nearly every URI looks like, in one step; whatever else it is goes the long way.
const plainUri = /^https?:\/\/[a-z0-9.-]+(?::\d+)?(?:[/?][a-z0-9\-._~!$&'()*+,;=:@/?]*)?$/i;

/** `uri`: RFC 3986. */
export function isUri(text: string): boolean {
  return plainUri.test(text) || isReference(text, uriGrammar, true);
}

/** `uri-reference`: RFC 3986. */
export function isUriReference(text: string): boolean {
  return isReference(text, uriGrammar, false);
}

/** `iri`: RFC 3987. */
export function isIri(text: string): boolean {
  return isReference(text, iriGrammar, true);
}

/** `iri-reference`: RFC 3987. */
export function isIriReference(text: string): boolean {
  return isReference(text, iriGrammar, false);
}

// RFC 6570, 2.1 and 2.2: printable characters but for " < > \ ^ ` { | }, percent-encoded octets, and expressions in braces.
const templateVariable = "(?:\\w|%[0-9A-Fa-f]{2})+(?:\\.(?:\\w|%[0-9A-Fa-f]{2})+)*(?::[1-9]\\d{0,3}|\\*)?";
const template = /* @__PURE__ */ (() => new RegExp(`^(?:[!#$&-;=?-\\[\\]_a-z~${ucschar}${iprivate}]|%[0-9A-Fa-f]{2}|\\{[+#./;?&=,!@|]?${templateVariable}(?:,${templateVariable})*\\})*$`, "u"))();

/** `uri-template`: RFC 6570. */
export function isUriTemplate(text: string): boolean {
  return template.test(text);
}

// ---------------------------------------------------------------------------------------------- the rest

/** `json-pointer`: RFC 6901. */
export function isJsonPointer(text: string): boolean {
  return /^(?:\/(?:[^~/]|~[01])*)*$/u.test(text);
}

/** `relative-json-pointer`. */
export function isRelativeJsonPointer(text: string): boolean {
  const [, rest] = /^(?:0|[1-9]\d*)([\s\S]*)$/.exec(text) ?? [];
  return rest !== undefined && (rest === "#" || isJsonPointer(rest));
}

/** `regex`: ECMA-262, with Unicode semantics. */
export function isRegex(text: string): boolean {
  try {
    new RegExp(text, "u");
    return true;
  } catch {
    return false;
  }
}
