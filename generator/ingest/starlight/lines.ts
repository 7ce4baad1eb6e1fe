/** The lines of a page's text, and what each can be. */
import { tagOf, typeWords } from "./words.js";
import { emptyObject } from "../../json.js";

/** Lines that a page prints as headings, where its text kept them. */
const headings = /^(?:Authorizations|Parameters|(?:Path|Query|Header|Cookie) Parameters|Request Body ?(?:required)?|Callbacks|Responses|Headers|[1-5]\d\d|[1-5]XX|default)$/;
const flags: ReadonlySet<string> = new Set(["required", "deprecated", "additional properties"]);

export class Lines {
  private readonly lines: readonly string[];
  /** Index of the line that is read next. */
  at = 0;

  constructor(text: string) {
    this.lines = text.replaceAll("\r\n", "\n").split("\n").map((line) => line.replaceAll("\u00a0", " ").trim());
  }

  /** Past the end, lines are empty. */
  line(offset = 0): string {
    return this.lines[this.at + offset] ?? "";
  }

  get done(): boolean {
    return this.at >= this.lines.length;
  }

  skipBlank(): void {
    while (!this.done && this.line() === "") this.at++;
  }

  /** The index of the next line that is not blank, from an index on. */
  filled(index: number): number {
    while (index < this.lines.length && this.lines[index] === "") index++;
    return index;
  }

  get(index: number): string {
    return this.lines[index] ?? "";
  }

  /** The rest of the text from a line on. */
  join(from: number): string {
    return this.lines.slice(from).join("\n");
  }

  /** Moves to the next filled line when that begins an example. */
  skipBlankBeforeExample(): void {
    const next = this.filled(this.at);
    if (this.isExample(next)) this.at = next;
  }

  get length(): number {
    return this.lines.length;
  }

  isHeading(index: number): boolean {
    return headings.test(this.get(index));
  }

  isMedia(index: number): boolean {
    return /^Media type\s*\S*/.test(this.get(index)) && this.get(index).length < 200 && !/^Media types? [a-z]+ /.test(this.get(index));
  }

  isExample(index: number): boolean {
    return /^Examples? ?(?:generated)?$/.test(this.get(index));
  }

  isUnion(index: number): boolean {
    return /^(?:Any|One) of:(?: |$)/.test(this.get(index));
  }

  isFlag(index: number): boolean {
    return flags.has(this.get(index));
  }

  /** A line that begins a schema's shape: its type, or a union. */
  isShape(index: number): boolean {
    return this.isUnion(index) || typeWords(this.get(index)) !== undefined;
  }

  /** Whether a line can be a tag of some schema. */
  isTag(index: number): boolean {
    return tagOf(this.get(index), emptyObject()) !== undefined || /^Allowed values?:/.test(this.get(index));
  }

  /** A line that ends whatever stood before it. */
  isBoundary(index: number): boolean {
    return index >= this.lines.length || this.isMedia(index) || this.isExample(index) || this.isHeading(index);
  }

  /**
   * Where the shape of a schema stands that begins at an index: past a title and past a description. Undefined when none
   * begins here. A description stands between blank lines and ends before the shape.
   */
  shapeFrom(index: number): number | undefined {
    if (this.isShape(index)) return index;
    if (this.get(index) === "") return this.shapeAfterText(index);
    if (this.isBoundary(index)) return undefined;
    if (this.isTag(index)) return undefined;
    const titled = index + 1;
    if (this.isShape(titled)) return titled;
    return this.get(titled) === "" && this.isName(index) && !this.isPlainKey(index) ? this.shapeAfterText(titled) : undefined;
  }

  private shapeAfterText(index: number): number | undefined {
    for (let at = this.filled(index); at < this.lines.length; at++) {
      if (this.isBoundary(at)) return undefined;
      if (this.isShape(at) && !this.isName(at - 1)) return at;
      // A name with its type right below it is the next key: the text before it was a trailing description.
      if (this.isPlainKey(at)) return undefined;
    }
    return undefined;
  }

  /** A name with flags or a shape right below it. */
  isPlainKey(index: number): boolean {
    if (!this.isName(index)) return false;
    let at = index + 1;
    while (this.isFlag(at)) at++;
    return this.isShape(at) || (at > index + 1 && this.shapeFrom(at) !== undefined);
  }

  /** A line that can be a name: a word or two, no item of a list, no word of the page's own. */
  isName(index: number): boolean {
    const line = this.get(index);
    if (line === "" || line.length > 200 || /^[•*-] |^\d+\. /.test(line) || line.split(" ").length > 3) return false;
    return !this.isBoundary(index) && !this.isShape(index) && !this.isFlag(index);
  }

  /** A key: a name, its flags, and a schema that may have a title or a description before its type. */
  isKey(index: number): boolean {
    if (this.isPlainKey(index)) return true;
    if (!this.isName(index) || /\s/.test(this.get(index))) return false;
    return this.shapeFrom(index + 1) !== undefined;
  }
}
