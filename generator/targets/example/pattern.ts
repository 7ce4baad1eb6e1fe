/**
 * A text that a pattern matches, for the plain patterns that documents hold: literals, classes, groups, alternatives,
 * counts. The shortest choice is taken everywhere. What it makes is tried against the pattern before it is used, so what
 * this reader does not know (look-arounds, back references) costs an example and nothing else.
 */
import { matches } from "./accepts.js";

/** A matching text within the given lengths, or undefined where none was found. */
export function textFor(pattern: string, minLength = 0, maxLength = Infinity): string | undefined {
  for (const fill of ["a", "A", "1", "-"]) {
    const text = new Reader(pattern, fill).alternatives();
    const sized = [text, text.padEnd(minLength, fill), text.padStart(minLength, fill)];
    const found = sized.find((each) => each.length >= minLength && each.length <= maxLength && matches(pattern, each));
    if (found !== undefined) return found;
  }
  return undefined;
}

// A count such as {1,} is filled once, {40} forty times; nobody reads more.
const mostTimes = 64;
const mostText = 1000;

const escapes: Record<string, string> = { d: "1", w: "a", s: " ", D: "a", W: "-", S: "a", n: "\n", t: "\t", r: "\r", f: "\f", v: "\v", b: "", B: "" };

/** Reads a pattern from left to right and writes the text as it goes. `fill` is preferred wherever several characters fit. */
class Reader {
  private at = 0;
  private depth = 0;

  constructor(
    private readonly pattern: string,
    private readonly fill: string,
  ) {}

  alternatives(): string {
    let first: string | undefined;
    do {
      const text = this.sequence();
      first ??= text;
    } while (this.take("|"));
    return first ?? "";
  }

  private sequence(): string {
    let text = "";
    while (this.at < this.pattern.length && !"|)".includes(this.pattern[this.at] as string)) {
      const piece = this.atom();
      const times = this.count();
      text += piece.length * times > mostText ? piece : piece.repeat(times);
    }
    return text;
  }

  private atom(): string {
    const char = this.pattern[this.at++] as string;
    if (char === "^" || char === "$") return "";
    if (char === ".") return this.fill;
    if (char === "[") return this.class();
    if (char === "(") return this.group();
    if (char === "\\") return this.escape();
    return char;
  }

  private group(): string {
    const special = /^\?(?:[:=!]|<[=!]|<[A-Za-z_$][\w$]*>)/.exec(this.pattern.slice(this.at, this.at + 80))?.[0] ?? "";
    this.at += special.length;
    // Deep nesting is nobody's pattern; the result is thrown away when it does not match.
    if (this.depth++ > 50) this.at = this.pattern.length;
    const text = this.alternatives();
    this.depth--;
    this.take(")");
    return /^\?(?:=|!|<[=!])/.test(special) ? "" : text;
  }

  private escape(): string {
    const char = this.pattern[this.at++] ?? "";
    if (char === "u" || char === "x") {
      const code = /^(?:\{([0-9a-fA-F]+)\}|([0-9a-fA-F]{4})|([0-9a-fA-F]{2}))/.exec(this.pattern.slice(this.at, this.at + 12));
      const digits = char === "x" ? this.pattern.slice(this.at, this.at + 2) : (code?.[1] ?? code?.[2] ?? "");
      this.at += char === "x" ? 2 : (code?.[0].length ?? 0);
      const point = Number.parseInt(digits, 16);
      return point <= 0x10ffff ? String.fromCodePoint(point) : "";
    }
    if (char === "p" || char === "P") {
      const name = /^\{[^}]*\}/.exec(this.pattern.slice(this.at, this.at + 80))?.[0] ?? "";
      this.at += name.length;
      return /^\{(?:Nd|N)\}/.test(name) ? "1" : /^\{Lu\}/.test(name) ? "A" : "a";
    }
    return escapes[char] ?? char;
  }

  /** One character of a class: the preferred one when the class has it, else the first that it names. */
  private class(): string {
    const start = this.at - 1;
    this.take("^");
    let first: string | undefined;
    for (let i = this.at; this.at < this.pattern.length && (this.pattern[this.at] !== "]" || this.at === i); ) {
      const char = this.pattern[this.at++] as string;
      const one = char === "\\" ? this.escape() : char;
      first ??= one;
    }
    this.take("]");
    const source = this.pattern.slice(start, this.at);
    const candidates = [this.fill, first ?? "", "a", "A", "1", " ", "-", "~"];
    return candidates.find((each) => each !== "" && matches(`^${source}$`, each)) ?? "";
  }

  /** How often the atom before is repeated. */
  private count(): number {
    const quantifier = /^(?:[*+?]|\{(\d+)(,\d*)?\})\??/.exec(this.pattern.slice(this.at, this.at + 24));
    if (quantifier === null) return 1;
    this.at += quantifier[0].length;
    if (quantifier[1] !== undefined) return Math.min(Number(quantifier[1]), mostTimes);
    return quantifier[0].startsWith("+") ? 1 : 0;
  }

  private take(char: string): boolean {
    const there = this.pattern[this.at] === char;
    if (there) this.at++;
    return there;
  }
}
