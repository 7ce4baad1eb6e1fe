/** What an operation needs to be callable: each name in the path declared once, and an operationId of its own or none. */
import type { Report } from "../diagnostics.js";
import { child, emptyObject, isObject, type Json, type JsonObject, type MutableObject, type Pointer } from "../json.js";
import type { SourceDocument } from "../source/document.js";
import { localPointer, valueAt } from "../source/pointer.js";
import { joinMoves } from "./relocate.js";

const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"];

export function operations(document: SourceDocument, report: Report): SourceDocument {
  const { paths } = document.root;
  if (!isObject(paths)) return document;
  const pass = new Pass(document.root, report);
  const made = emptyObject();
  for (const path of Object.keys(paths)) {
    const item = paths[path] as Json;
    made[path] = isObject(item) && !path.startsWith("x-") ? pass.pathItem(path, item, child("/paths", path)) : item;
  }
  pass.dropRepeatedIds();
  const root = emptyObject();
  for (const name of Object.keys(document.root)) root[name] = name === "paths" ? made : (document.root[name] as Json);
  return { ...document, root, moved: joinMoves(document.moved, pass.moves) };
}

interface Declared {
  /** As it stands in the list, maybe a reference. */
  readonly node: Json;
  readonly key: string;
  readonly name: string;
  readonly inPath: boolean;
  readonly at: Pointer;
}

class Pass {
  readonly moves = new Map<Pointer, Pointer>();
  private readonly byId = new Map<string, { readonly operation: MutableObject; readonly at: Pointer }[]>();

  constructor(
    private readonly root: JsonObject,
    private readonly report: Report,
  ) {}

  pathItem(path: string, item: JsonObject, at: Pointer): MutableObject {
    const made = shallow(item);
    const names = new Set([...path.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1] as string));
    const shared = this.parameters(made, names, at);
    for (const [operation, place, put] of operationsOf(made, at)) {
      const copy = shallow(operation);
      const own = this.parameters(copy, names, place);
      this.declareMissing(copy, [...names].filter((name) => ![...shared, ...own].some((one) => one.inPath && one.name === name)), place);
      this.noteId(copy, place);
      put(copy);
    }
    return made;
  }

  /** Cleans a list of parameters in place and says what it declares. */
  private parameters(owner: MutableObject, names: ReadonlySet<string>, at: Pointer): Declared[] {
    const list = owner["parameters"];
    if (!Array.isArray(list)) return [];
    const place = child(at, "parameters");
    const seen = new Set<string>();
    const kept: Declared[] = [];
    (list as readonly Json[]).forEach((node, index) => {
      const declared = this.declaration(node, child(place, index));
      if (declared === undefined) return;
      if (seen.has(declared.key)) return void this.report("parameter/duplicate", declared.at, `The parameter ${quote(declared.name)} is declared twice in one list; the first counts.`);
      if (declared.inPath && !names.has(declared.name))
        return void this.report("parameter/not-in-path", declared.at, `The path has no {${declared.name.slice(0, 80)}}; the parameter is left out.`);
      seen.add(declared.key);
      if (kept.length !== index) this.moves.set(child(place, kept.length), child(place, index));
      kept.push(declared);
    });
    owner["parameters"] = kept.map(({ node }) => node);
    return kept;
  }

  private declaration(node: Json, at: Pointer): Declared | undefined {
    let value: Json | undefined = node;
    for (let hops = 0; isObject(value) && typeof value["$ref"] === "string" && hops < 100; hops++) {
      const pointer = localPointer(value["$ref"]);
      value = pointer === undefined ? undefined : valueAt(this.root, pointer)?.value;
    }
    const [name, where] = isObject(value) ? [value["name"], value["in"]] : [];
    if (typeof name !== "string" || typeof where !== "string") return undefined;
    const inPath = where === "path";
    return { node: inPath ? this.required(node, name, at) : node, key: `${where} ${name}`, name, inPath, at };
  }

  /** A path parameter is always required (OAS 3.1, 4.8.12.1). */
  private required(node: Json, name: string, at: Pointer): Json {
    if (!isObject(node) || node["$ref"] !== undefined || node["required"] === true) return node;
    this.report("parameter/path-optional", at, `The path parameter ${quote(name)} is not marked as required; it is.`);
    const made = shallow(node);
    made["required"] = true;
    return made;
  }

  private declareMissing(operation: MutableObject, names: readonly string[], at: Pointer): void {
    const added = names.filter((name) => name !== "").map((name) => {
      this.report("parameter/undeclared", at, `The path's {${name.slice(0, 80)}} is declared nowhere; it is taken as a text.`);
      return textParameter(name);
    });
    if (added.length === 0) return;
    const list = operation["parameters"];
    operation["parameters"] = [...(Array.isArray(list) ? (list as readonly Json[]) : []), ...added];
  }

  private noteId(operation: MutableObject, at: Pointer): void {
    const id = operation["operationId"];
    if (typeof id !== "string") return;
    const same = this.byId.get(id);
    if (same === undefined) this.byId.set(id, [{ operation, at }]);
    else same.push({ operation, at });
  }

  /** An id that several operations carry belongs to none of them: their names come from method and path, whatever their order. */
  dropRepeatedIds(): void {
    for (const [id, same] of this.byId) {
      if (same.length === 1) continue;
      for (const { operation, at } of same) {
        this.report("operation/id-duplicate", child(at, "operationId"), `${same.length} operations are called ${quote(id)}; each is named after its method and path.`);
        delete operation["operationId"];
        // Still the best word for what it does: `model/claims.ts` makes a name of it that the path tells apart.
        operation["x-repeated-operation-id"] = id;
      }
    }
  }
}

function* operationsOf(item: MutableObject, at: Pointer): Generator<[JsonObject, Pointer, (made: MutableObject) => void]> {
  for (const method of methods) {
    const operation = item[method];
    if (isObject(operation)) yield [operation, child(at, method), (made) => void (item[method] = made)];
  }
  const additional = item["additionalOperations"];
  if (!isObject(additional)) return;
  const copy = shallow(additional);
  item["additionalOperations"] = copy;
  for (const method of Object.keys(copy)) {
    const operation = copy[method];
    if (isObject(operation)) yield [operation, child(child(at, "additionalOperations"), method), (made) => void (copy[method] = made)];
  }
}

function textParameter(name: string): JsonObject {
  const schema = emptyObject();
  schema["type"] = "string";
  const made = emptyObject();
  made["name"] = name;
  made["in"] = "path";
  made["required"] = true;
  made["schema"] = schema;
  return made;
}

function shallow(object: JsonObject): MutableObject {
  const made = emptyObject();
  for (const name of Object.keys(object)) made[name] = object[name] as Json;
  return made;
}

function quote(name: string): string {
  return JSON.stringify(name.length > 80 ? `${name.slice(0, 77)}...` : name);
}
