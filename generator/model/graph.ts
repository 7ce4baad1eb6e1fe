/** The references between named schemas: order, cycles, and which forms differ. */
import type { Identifier } from "../identifier.js";
import type { Pointer } from "../json.js";
import type { Api, Form, NamedSchema, Schema } from "./api.js";

/** The schemas directly inside a schema, references not followed. */
export function childrenOf(schema: Schema): readonly Schema[] {
  switch (schema.kind) {
    case "array":
      return [...schema.prefix, schema.items, ...(schema.contains ? [schema.contains.schema] : [])];
    case "object":
      return [
        ...schema.properties.map((property) => property.schema),
        ...schema.patterns.map((pattern) => pattern.schema),
        ...(schema.additional ? [schema.additional] : []),
        ...(schema.propertyNames ? [schema.propertyNames] : []),
        ...schema.dependentSchemas.map((dependent) => dependent.schema),
      ];
    case "union":
    case "intersection":
      return schema.members;
    case "not":
      return [schema.schema];
    case "conditional":
      return [schema.if, schema.then, schema.else].filter((part) => part !== undefined);
    case "unevaluated":
      return [schema.schema, schema.properties, schema.items].filter((part) => part !== undefined);
    default:
      return [];
  }
}

/** What a schema is behind its references; one of them where they lead in a circle or nowhere. */
export function behind(schema: Schema, schemaOf: (target: Pointer) => Schema | undefined): Schema {
  let found = schema;
  for (let steps = 0; found.kind === "ref" && steps < 32; steps++) found = schemaOf(found.target) ?? found;
  return found;
}

/** The places a schema refers to. */
export function referencesOf(schema: Schema): Set<Pointer> {
  const found = new Set<Pointer>();
  visit(schema, (part) => void (part.kind === "ref" && found.add(part.target)));
  return found;
}

/**
 * Looks at a schema and everything inside it, references not followed, until the look gives true; then the visit gives true as well.
 * Every schema of a large document comes by here, so no lists are made. The depth of documents is limited when they are loaded.
 */
export function visit(schema: Schema, look: (part: Schema) => unknown): boolean {
  if (look(schema) === true) return true;
  switch (schema.kind) {
    case "object":
    case "union":
    case "intersection":
    case "array":
    case "not":
    case "conditional":
    case "unevaluated":
      return visitInside(schema, look);
    default:
      return false;
  }
}

function visitInside(schema: Schema, look: (part: Schema) => unknown): boolean {
  const inside = (part: Schema): boolean => visit(part, look);
  switch (schema.kind) {
    case "object":
      return (
        schema.properties.some((property) => visit(property.schema, look)) ||
        schema.patterns.some((pattern) => visit(pattern.schema, look)) ||
        schema.dependentSchemas.some((dependent) => visit(dependent.schema, look)) ||
        (schema.additional !== undefined && visit(schema.additional, look)) ||
        (schema.propertyNames !== undefined && visit(schema.propertyNames, look))
      );
    case "array":
      return schema.prefix.some(inside) || inside(schema.items) || (schema.contains !== undefined && inside(schema.contains.schema));
    default:
      return childrenOf(schema).some(inside);
  }
}

export interface Order {
  /** Every place once; what a schema refers to comes before it, but for cycles. */
  readonly order: readonly Pointer[];
  readonly cyclic: ReadonlySet<Pointer>;
}

/**
 * Tarjan's strongly connected components, without recursion. Roots and references are taken in the order given, so the
 * caller's sorting decides ties. Linear in schemas and references.
 */
export function arrange(references: ReadonlyMap<Pointer, readonly Pointer[]>): Order {
  const order: Pointer[] = [];
  const cyclic = new Set<Pointer>();
  const index = new Map<Pointer, number>();
  const low = new Map<Pointer, number>();
  const stack: Pointer[] = [];
  const onStack = new Set<Pointer>();

  const close = (node: Pointer): void => {
    const start = stack.lastIndexOf(node);
    const component = stack.splice(start);
    for (const member of component) onStack.delete(member);
    const looped = component.length > 1 || (references.get(node) ?? []).includes(node);
    if (looped) for (const member of component) cyclic.add(member);
    for (const each of component.reverse()) order.push(each);
  };

  for (const root of references.keys()) {
    if (index.has(root)) continue;
    const work: { node: Pointer; next: number }[] = [{ node: root, next: 0 }];
    while (work.length > 0) {
      const frame = work[work.length - 1] as { node: Pointer; next: number };
      const { node } = frame;
      if (frame.next === 0) {
        index.set(node, index.size);
        low.set(node, index.get(node) as number);
        stack.push(node);
        onStack.add(node);
      }
      const target = (references.get(node) ?? [])[frame.next++];
      if (target !== undefined) {
        if (!references.has(target)) continue;
        if (!index.has(target)) work.push({ node: target, next: 0 });
        else if (onStack.has(target)) low.set(node, Math.min(low.get(node) as number, index.get(target) as number));
        continue;
      }
      work.pop();
      const parent = work[work.length - 1];
      if (parent) low.set(parent.node, Math.min(low.get(parent.node) as number, low.get(node) as number));
      if (low.get(node) === index.get(node)) close(node);
    }
  }
  return { order, cyclic };
}

/** Every place from which one of `start` can be reached by references, `start` included. */
export function reaching(references: ReadonlyMap<Pointer, readonly Pointer[]>, start: Iterable<Pointer>): Set<Pointer> {
  const back = new Map<Pointer, Pointer[]>();
  for (const [from, targets] of references) {
    for (const target of targets) {
      const sources = back.get(target);
      if (sources) sources.push(from);
      else back.set(target, [from]);
    }
  }
  return reachable(back, start);
}

/** Every place that can be reached from `start`, `start` included. */
export function reachable(references: ReadonlyMap<Pointer, readonly Pointer[]>, start: Iterable<Pointer>): Set<Pointer> {
  const found = new Set<Pointer>(start);
  const open = [...found];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const target of references.get(next) ?? []) {
      if (found.has(target)) continue;
      found.add(target);
      open.push(target);
    }
  }
  return found;
}

/** Looks named schemas up by place. Make one for an `Api`, and ask it as often as needed. */
export function schemaIndex(api: Api): ReadonlyMap<Pointer, NamedSchema> {
  return new Map(api.schemas.map((schema) => [schema.at, schema]));
}

/** The named schema that a `ref` leads to. Throws when there is none: `build` makes one for every reference. */
export function schemaAt(index: ReadonlyMap<Pointer, NamedSchema>, target: Pointer): NamedSchema {
  const found = index.get(target);
  if (!found) throw new Error(`No schema at ${target}`);
  return found;
}

/** What a named schema is called in a form: `ContactUpload`, else `ContactInput`, else `Contact`. */
export function identifierIn(schema: NamedSchema, form: Form): Identifier {
  switch (form) {
    case "read":
      return schema.identifier;
    case "write":
      return schema.writeIdentifier ?? schema.identifier;
    case "upload":
      return schema.uploadIdentifier ?? schema.writeIdentifier ?? schema.identifier;
  }
}
