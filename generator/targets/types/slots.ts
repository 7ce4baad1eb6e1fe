/**
 * What openapi-typescript sees for us holds no text of the document: each name and comment is a numbered slot there, and is put in
 * its place afterwards. So nothing that it does with names and comments can reach the emitted code.
 */
import { key, stringLiteral, type Code } from "../../emit/code.js";
import { statusKey } from "../status.js";

export class Slots {
  readonly #printed: { readonly bare: Code; readonly quoted: Code }[] = [];
  readonly #names = new Map<string, string>();
  readonly #statuses = new Map<string, string>();
  readonly #comments: Code[] = [];

  /**
   * A slot for a property's name, or for a name in an indexed access. Each name has one: `application/json` stands in thousands
   * of objects, which then have the same keys.
   */
  name(name: string): string {
    return this.#slot(this.#names, name, key);
  }

  /** A slot for a status code. (JavaScript keeps room for 404 values in an object with the key 404.) */
  status(status: string): string {
    return this.#slot(this.#statuses, status, statusKey);
  }

  #slot(slots: Map<string, string>, name: string, bare: (name: string) => Code): string {
    let slot = slots.get(name);
    if (slot === undefined) slots.set(name, (slot = `$name${this.#printed.push({ bare: bare(name), quoted: stringLiteral(name) }) - 1}$`));
    return slot;
  }

  /** A slot for a doc comment, to be given as a `description`. */
  comment(comment: Code): string {
    return `$comment${this.#comments.push(comment) - 1}$`;
  }

  /** The name that a text stands for, as a key and as a string; undefined where it is no slot. */
  named(text: string): { readonly bare: Code; readonly quoted: Code } | undefined {
    return text.startsWith("$name") ? this.#printed[Number(text.slice(5, -1))] : undefined;
  }

  /** The comment that openapi-typescript made a description of. */
  commentIn(text: string): Code {
    const comment = this.#comments[Number(/\$comment(\d+)\$/.exec(text)?.[1])];
    if (comment === undefined) throw new Error(`A comment without a slot: ${text}`);
    return comment;
  }
}
