/**
 * What openapi-typescript prints for us holds no text of the document: each name, type and comment is a numbered slot
 * there, and is put in its place afterwards. So nothing that it does with names and comments can reach the emitted code.
 */
import { code, indent, key, stringLiteral, type Code } from "../../emit/code.js";

type Filling = { readonly name: string } | { readonly type: Code } | { readonly comment: Code };

export class Slots {
  readonly #fillings: Filling[] = [];
  readonly #names = new Map<string, string>();

  /**
   * A slot for a property's name, or for a name in an indexed access. Each name has one: `application/json` stands in thousands
   * of objects, which then have the same keys.
   */
  name(name: string): string {
    let slot = this.#names.get(name);
    if (slot === undefined) this.#names.set(name, (slot = this.#slot({ name })));
    return slot;
  }

  /** A slot for a type. */
  type(type: Code): string {
    return this.#slot({ type });
  }

  /** A slot for a doc comment, to be given as a `description`. */
  comment(comment: Code): string {
    return this.#slot({ comment });
  }

  #slot(filling: Filling): string {
    return `$slot${this.#fillings.push(filling) - 1}$`;
  }

  /** The printed text with all slots filled, indented by two spaces a level instead of four. */
  fill(printed: string): Code {
    const lines = printed.split("\n").map((line) => {
      const spaces = line.length - line.trimStart().length;
      const depth = Math.floor(spaces / 4);
      return `${"  ".repeat(depth)}${" ".repeat(spaces % 4)}${this.#line(line.slice(spaces), depth)}`;
    });
    return lines.join("\n") as Code;
  }

  #line(line: string, depth: number): string {
    const comment = /^\/\*\* @description \$slot(\d+)\$ \*\/$/.exec(line);
    if (comment) return indent(this.#comment(Number(comment[1])), depth).trimEnd();
    return line.replace(/"\$slot(\d+)\$"|( ?)\$slot(\d+)\$/g, (_, quoted: string | undefined, space: string | undefined, bare: string | undefined) =>
      quoted === undefined ? this.#bare(Number(bare), space ?? "", depth) : this.#quoted(Number(quoted)),
    );
  }

  #comment(index: number): Code {
    const filling = this.#fillings[index];
    return filling && "comment" in filling ? filling.comment : code``;
  }

  #quoted(index: number): Code {
    const filling = this.#fillings[index];
    if (!filling || !("name" in filling)) throw new Error(`Slot ${index} is no name`);
    return stringLiteral(filling.name);
  }

  #bare(index: number, space: string, depth: number): string {
    const filling = this.#fillings[index];
    if (filling && "name" in filling) return space + key(filling.name);
    if (!filling || !("type" in filling)) throw new Error(`Slot ${index} is no type`);
    return filling.type.startsWith("\n") ? indent(filling.type, depth + 1) : space + indent(filling.type, depth);
  }
}
