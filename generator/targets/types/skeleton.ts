/** The document as openapi-typescript is to see it: the shape of the API, with slots for all that comes from the vendor. */
import { code, docComment, stringLiteral, type Code } from "../../emit/code.js";
import { steps, type Pointer } from "../../json.js";
import type { Api, Form, MediaType, NamedSchema, Operation, Parameter, RequestBody, Response } from "../../model/api.js";
import { bodyKinds, lookers } from "../body.js";
import { valueComment, docsComment, schemaComment, type TypePrinter } from "../typescript.js";
import type { TypeNode } from "./nodes.js";
import type { Slots } from "./slots.js";

/** A node of the skeleton. Keys are words of OpenAPI or slots, never the document's. */
export type Node = { [name: string]: Node | readonly Node[] | readonly string[] | string | boolean | TypeNode };

/** A named schema in one form, as `components["schemas"]` or `$defs` lists it. */
export interface Entry {
  readonly schema: NamedSchema;
  readonly form: Form;
  /** The key in its section. */
  readonly name: string;
  /** What stands at that key. */
  readonly type: Code;
}

export interface Skeleton {
  readonly document: Node;
  /** Operations that no path item prints (QUERY, additional methods of 3.2): slot of the id → operation. */
  readonly unlisted: readonly (readonly [id: string, operation: Node])[];
}

/** Fixed fields of a path item that openapi-typescript prints. */
const printed: ReadonlySet<string> = new Set(["GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE"]);

/** The sections of `components` that references lead to, besides schemas. */
const sections = ["responses", "parameters", "requestBodies"] as const;
type Section = (typeof sections)[number];

/** Builds the skeleton. `entries` are the named schemas, in the order in which they are to be listed. */
export function makeSkeleton(api: Api, entries: readonly Entry[], printer: TypePrinter, slots: Slots): Skeleton {
  const components = new Map(sections.map((section) => [section, new Map<string, { slot: string; node: Node }>()]));
  const paths = new Map<string, { slot: string; item: Node }>();
  const webhooks = new Map<string, { slot: string; item: Node }>();
  const unlisted: (readonly [string, Node])[] = [];
  const references = new Map<Pointer, Node>();
  const kindOf = bodyKinds(lookers(api));

  const schema = (type: Code): Node => ({ type: "printed", printed: { kind: "Printed", code: type } });
  const comment = (text: Code): Node => (text === "" ? {} : { description: slots.comment(text) });

  /** A node, or the reference to it when it stands under `components`: there it is printed once. */
  function shared(section: Section, at: Pointer, make: () => Node): Node {
    const [root, kind, name, ...further] = steps(at);
    const known = components.get(section);
    if (root !== "components" || kind !== section || name === undefined || further.length > 0 || known === undefined) return make();
    let found = known.get(name);
    if (found === undefined) known.set(name, (found = { slot: slots.name(name), node: make() }));
    return { $ref: `#/components/${section}/${found.slot}` };
  }

  /** `received`: a webhook, whose request is what the package's user reads. */
  function operation(one: Operation, received = false): Node {
    const { body } = one;
    return {
      ...comment(docsComment(one.docs)),
      parameters: one.parameters.filter(({ whole }) => !whole).map(listed),
      ...(body ? { requestBody: received ? requestBody(body, true) : shared("requestBodies", body.at, () => requestBody(body)) } : {}),
      responses: Object.fromEntries(one.responses.map((each) => [slots.status(each.status), shared("responses", each.at, () => response(each))])),
    };
  }

  /**
   * A parameter in an operation's list. One of `components` stands there with its type as a reference of ours: openapi-typescript
   * looks each of its own references up five times, and an API has thousands of them.
   */
  function listed(one: Parameter): Node {
    const reference = shared("parameters", one.at, () => parameter(one));
    if (reference["$ref"] === undefined) return reference;
    let known = references.get(one.at);
    if (known === undefined) {
      const name = steps(one.at).at(-1) ?? "";
      references.set(one.at, (known = parameter(one, code`components["parameters"][${stringLiteral(name)}]`)));
    }
    return known;
  }

  function parameter(one: Parameter, type = printer.type(one.schema, "write")): Node {
    return {
      in: one.place,
      name: slots.name(one.name),
      required: one.required,
      ...comment(valueComment(one)),
      schema: schema(type),
    };
  }

  function requestBody(one: RequestBody, received = false): Node {
    const form = (media: MediaType): Form => (received ? "read" : kindOf(media).form);
    const content = one.contents.map((media) => [slots.name(media.name), { schema: schema(printer.type(media.schema, form(media))) }] as const);
    return { required: one.required, ...comment(docComment(one.description)), content: Object.fromEntries(content) };
  }

  function response(one: Response): Node {
    const content = one.contents.map((media) => [slots.name(media.name), { schema: schema(printer.type(media.schema, "read")) }] as const);
    return {
      ...comment(docComment(one.description)),
      headers: Object.fromEntries(one.headers.map((each) => [slots.name(each.name), header(each)])),
      content: Object.fromEntries(content),
    };
  }

  function header(one: Parameter): Node {
    return { required: one.required, ...comment(valueComment(one)), schema: schema(printer.type(one.schema, "read")) };
  }

  function place(items: Map<string, { slot: string; item: Node }>, name: string, one: Operation, node: Node): void {
    let found = items.get(name);
    if (found === undefined) items.set(name, (found = { slot: slots.name(name), item: {} }));
    found.item[one.method.toLowerCase()] = node;
  }

  for (const one of api.groups.flatMap((group) => group.operations).sort(byPath)) {
    const id = slots.name(one.id);
    if (printed.has(one.method)) place(paths, one.path, one, { operationId: id, ...operation(one) });
    else unlisted.push([id, operation(one)]);
  }
  for (const { name, operation: one } of api.webhooks) if (printed.has(one.method)) place(webhooks, name, one, operation(one, true));

  const schemas = (component: boolean): Node =>
    Object.fromEntries(
      entries
        .filter((entry) => entry.schema.component === component)
        .map((entry) => [slots.name(entry.name), { ...schema(entry.type), ...comment(schemaComment(entry.schema.schema)) }]),
    );
  const section = ([name, nodes]: readonly [string, Map<string, { slot: string; node: Node }>]): [string, Node] => [
    name,
    Object.fromEntries([...nodes].sort(byName).map(([, { slot, node }]) => [slot, node])),
  ];
  const definitions = schemas(false);
  return {
    document: {
      paths: Object.fromEntries([...paths.values()].map(({ slot, item }) => [slot, item])),
      webhooks: Object.fromEntries([...webhooks.values()].map(({ slot, item }) => [slot, item])),
      components: { schemas: schemas(true), ...Object.fromEntries([...components].map(section)) },
      $defs: { properties: definitions, required: Object.keys(definitions) },
    },
    unlisted,
  };
}

const compare = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

function byPath(left: Operation, right: Operation): number {
  return compare(left.path, right.path) || compare(left.method, right.method);
}

function byName(left: readonly [string, unknown], right: readonly [string, unknown]): number {
  return compare(left[0], right[0]);
}
