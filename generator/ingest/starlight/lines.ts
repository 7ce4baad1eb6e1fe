/** The lines of a page's text, and what each can be. A copy as Markdown has headings with their marks, which say nothing more. */
import { tagOf, typeWords } from "./words.js";
import { emptyObject } from "../../json.js";

/** Lines that a page prints as headings, where its text kept them. */
const headings = /^(?:Authorizations|Parameters|(?:Path|Query|Header|Cookie) Parameters|Request Body ?(?:required)?|Callbacks|Responses|Headers|[1-5]\d\d|[1-5]XX|default)$/;
const flags: ReadonlySet<string> = new Set(["required", "deprecated", "additional properties"]);

export class Lines {
  private readonly lines: readonly string[];
  // What follows a line is asked of every line, so it is found once, from the end: `filledAt` the next line that is not blank,
  // `shapeAt` the shape that a text from here on leads to (-1: none).
  private readonly filledAt: Int32Array;
  private readonly shapeAt: Int32Array;
  /** Index of the line that is read next. */
  at = 0;

  constructor(text: string) {
    this.lines = text.replaceAll("\r\n", "\n").split("\n").map((line) => line.replaceAll("\u00a0", " ").trim().replace(/^#{1,6} +(?=\S)/, ""));
    const count = this.lines.length;
    this.filledAt = new Int32Array(count + 1).fill(count);
    this.shapeAt = new Int32Array(count + 1).fill(-1);
    for (let at = count - 1; at >= 0; at--) {
      this.filledAt[at] = this.lines[at] === "" ? (this.filledAt[at + 1] as number) : at;
      this.shapeAt[at] = this.leadsTo(at);
    }
  }

  private leadsTo(at: number): number {
    if (this.isBoundary(at)) return -1;
    if (this.isShape(at) && !this.isName(at - 1)) return at;
    // A name with its type right below it is the next key: the text before it was a trailing description.
    return this.isPlainKey(at) ? -1 : (this.shapeAt[at + 1] as number);
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
    return this.filledAt[Math.min(index, this.lines.length)] as number;
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
    const found = this.shapeAt[this.filled(index)] ?? -1;
    return found < 0 ? undefined : found;
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
