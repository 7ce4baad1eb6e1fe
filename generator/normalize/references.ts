/**
 * Every reference leads somewhere. One that does not, or that leads back to itself, is reported, and the smallest part around it is
 * left out: a schema becomes one that allows everything, anything else goes.
 */
import type { DiagnosticCode, Report } from "../diagnostics.js";
import { child, isObject, type Json, type JsonObject, type MutableObject, type Pointer } from "../json.js";
import type { SourceDocument } from "../source/document.js";
import { type Kind, kinds } from "../source/kinds.js";
import { localPointer, valueAt } from "../source/pointer.js";
import { type Path, pointerOf, walk } from "../source/walk.js";
import { joinMoves } from "./relocate.js";

interface Broken {
  readonly kind: Kind;
  readonly node: MutableObject;
  readonly path: Path;
}

export function references(document: SourceDocument, report: Report): SourceDocument {
  const judge = new Judge(document.root);
  const broken: Broken[] = [];
  walk(document.root, "root", (kind, node, path) => {
    const reference = node["$ref"];
    if (typeof reference !== "string" || !mayRefer(kind)) return;
    const fault = judge.fault(reference);
    if (fault === undefined) return;
    broken.push({ kind, node: node as MutableObject, path: [...path] });
    // A reference out of the document was reported where it was refused.
    if (fault !== "outside") report(fault.code, child(pointerOf(path), "$ref"), fault.message);
  });
  const moves = new Map<Pointer, Pointer>();
  // From the end: removing an item moves those after it.
  for (const { kind, node, path } of broken.reverse()) {
    if (kind === "schema") delete node["$ref"];
    else remove(document.root, path, moves);
  }
  return moves.size === 0 ? document : { ...document, moved: joinMoves(document.moved, moves) };
}

function mayRefer(kind: Kind): boolean {
  return kind === "schema" || kind === "pathItem" || kinds[kind].reference === true;
}

type Fault = "outside" | { readonly code: DiagnosticCode; readonly message: string };

class Judge {
  private readonly known = new Map<string, Fault | undefined>();
  /** Objects from which a chain of references comes to an end: long chains are walked once. */
  private readonly ending = new Set<Json>();

  constructor(private readonly root: JsonObject) {}

  fault(reference: string): Fault | undefined {
    if (!this.known.has(reference)) this.known.set(reference, this.judge(reference));
    return this.known.get(reference);
  }

  private judge(reference: string): Fault | undefined {
    const pointer = localPointer(reference);
    if (pointer === undefined && !reference.startsWith("#") && reference.trim() !== "") return "outside";
    const words = JSON.stringify(reference.length > 120 ? `${reference.slice(0, 117)}...` : reference);
    const target = pointer === undefined ? undefined : valueAt(this.root, pointer);
    if (target === undefined || target.at === "") return { code: "reference/unresolved", message: `The reference ${words} leads to nothing that can stand here.` };
    if (this.circles(target.value)) return { code: "reference/cycle", message: `The reference ${words} leads back to itself.` };
    return undefined;
  }

  /** Whether a chain of references comes round to where it was. In 3.1 keywords beside a `$ref` do not change that. */
  private circles(start: Json): boolean {
    const seen = new Set<Json>();
    for (let at: Json | undefined = start; isObject(at) && typeof at["$ref"] === "string" && !this.ending.has(at); ) {
      if (seen.has(at)) return true;
      seen.add(at);
      const next = localPointer(at["$ref"]);
      at = next === undefined ? undefined : valueAt(this.root, next)?.value;
    }
    for (const one of seen) this.ending.add(one);
    return false;
  }
}

function remove(root: JsonObject, path: Path, moves: Map<Pointer, Pointer>): void {
  const last = path.at(-1);
  const parent = valueAt(root, pointerOf(path.slice(0, -1)))?.value;
  if (last === undefined || typeof parent !== "object" || parent === null) return;
  if (!Array.isArray(parent)) {
    delete (parent as MutableObject)[last];
    return;
  }
  const list = parent as Json[];
  const base = pointerOf(path.slice(0, -1));
  list.splice(Number(last), 1);
  for (let i = Number(last); i < list.length; i++) moves.set(child(base, i), moves.get(child(base, i + 1)) ?? child(base, i + 1));
}
