/** What in an API wants a name, and what it would like to be called. */
import type { Identifier } from "../identifier.js";
import { steps, type Pointer } from "../json.js";
import type { Claim } from "./names.js";
import type { OperationDraft } from "./operations.js";

const components = "/components/schemas/";

/** Whether a place is a component schema itself. */
export function isComponent(at: Pointer): boolean {
  return at.startsWith(components) && !at.includes("/", components.length);
}

/** The component's name, or the last word of another place. */
export function schemaName(at: Pointer): string {
  return steps(at).at(-1) ?? "Root";
}

/** Steps of a pointer that say nothing about what stands there. */
const structure: ReadonlySet<string> = new Set([
  ...["components", "schemas", "schema", "paths", "content", "responses", "requestBody", "requestBodies", "parameters", "headers"],
  ...["properties", "items", "prefixItems", "allOf", "anyOf", "oneOf", "$defs", "definitions", "additionalProperties"],
]);

/** `Contact` for its component; `ContactAddress` for `/components/schemas/Contact/properties/address`. */
export function schemaClaim(at: Pointer): Claim {
  const all = steps(at);
  const name = schemaName(at);
  const place = all.filter((step) => !structure.has(step));
  const wishes = isComponent(at) ? [[name], [name, "Model"], ["Component", name]] : [place, all, [...all, "Model"]];
  return { place: at, case: "pascal", wishes, prefix: "Model", takes: typeAndValidator, space: "type", rank: isComponent(at) ? 0 : 3 };
}

const typeAndValidator = (name: string): string[] => [name, `${name}Schema`];

/** `ContactInput`, `ContactUpload`: after the name of the schema itself. */
export function formClaim(at: Pointer, form: "Input" | "Upload"): Claim {
  const wishes = form === "Input" ? [["Input"], ["Write"], ["Input", "Form"]] : [["Upload"], ["Upload", "Form"]];
  return { place: `${at} ${form}`, case: "pascal", after: at, wishes, prefix: "Model", takes: typeAndValidator, space: "type", rank: 2 };
}

/** `operation GET /v1/contacts/{id}`: what an operation is, whatever its id. */
export function operationPlace(draft: OperationDraft, kind = "operation", name = ""): string {
  return [kind, name, draft.method, draft.path].filter((part) => part !== "").join(" ");
}

/** The words of method and path: `get`, `v1`, `contacts`, `By`, `id`. */
export function pathWords(draft: OperationDraft): string[] {
  const parts = draft.path.split("/").flatMap((part) => {
    const parameter = /^\{(.*)\}$/.exec(part)?.[1];
    return parameter === undefined ? [part] : ["By", parameter];
  });
  return [draft.method.toLowerCase(), ...parts].filter((part) => part !== "");
}

/** The segments before the first parameter, two at most: `api`, `v1`. */
function pathStart(draft: OperationDraft): string[] {
  const parts = draft.path.split("/").filter((part) => part !== "");
  const parameter = parts.findIndex((part) => part.includes("{"));
  return parts.slice(0, Math.min(2, parameter < 0 ? parts.length : parameter));
}

/** An operation's function (`upsertContact`) and, after it, its types (`UpsertContact` in `UpsertContactArgs`). */
export function operationClaims(draft: OperationDraft, id: string, place: string): [Claim, Claim] {
  const [tag] = draft.tags;
  const operationId = draft.operationId ?? draft.repeatedId ?? id;
  // An id that others carry too is told apart by the tag, or by how the path begins, before the whole path has to.
  const shared = [...(tag === undefined ? [] : [[tag, operationId]]), [...pathStart(draft), operationId], [id]];
  const first = operationId === id ? [[id]] : shared;
  const wishes = [...first, ...(tag === undefined ? [] : [[tag, id]]), [id, ...pathWords(draft)], pathWords(draft)];
  const functionNames = (name: string): string[] => [name, `${name}Operation`, `${name}Validators`];
  const typeNames = (name: string): string[] => [`${name}Args`, `${name}Result`];
  return [
    { place, case: "camel", wishes, prefix: "call", takes: functionNames, space: "function", rank: 1 },
    { place: `${place} types`, case: "pascal", after: place, wishes: [[], ["Call"]], prefix: "Call", takes: typeNames, space: "call", rank: 4 },
  ];
}

/** `contactsGroup`, the function that makes `client.contacts`; its type is `ContactsGroup`. `defaultGroup` need not say it twice. */
export function groupName(identifier: Identifier): Identifier {
  return identifier.endsWith("Group") ? identifier : (`${identifier}Group` as Identifier);
}

/** `contacts` in `client.contacts`, from the tag, or from what the paths of its operations have in common. */
export function groupClaim(name: string, operations: readonly OperationDraft[]): Claim {
  const takes = (identifier: string): string[] => {
    const named = groupName(identifier as Identifier);
    return [named, `${named.charAt(0).toUpperCase()}${named.slice(1)}`];
  };
  const wishes = [[name], commonWords(operations), [name, "Group"], ["the", name]];
  return { place: `group ${name}`, case: "camel", wishes, prefix: "group", takes, space: "group", rank: 5 };
}

/** The segments that all paths begin with, without versions and parameters: `/v1/contacts/{id}` and `/v1/contacts` → contacts. */
function commonWords(operations: readonly OperationDraft[]): string[] {
  const paths = operations.map(({ path }) => path.split("/").filter((part) => part !== ""));
  const [first = []] = paths;
  const differ = first.findIndex((part, index) => paths.some((path) => path[index] !== part));
  const common = differ < 0 ? first : first.slice(0, differ);
  return common.filter((part) => !part.startsWith("{") && !/^(v\d+|api)$/i.test(part));
}

/** `NewPet` in `NewPetWebhook`; a callback likewise. */
export function eventClaim(place: string, kind: "Webhook" | "Callback", texts: readonly string[], method: string): Claim {
  const wishes = [texts, [...texts, method.toLowerCase()], [...texts, method.toLowerCase(), kind]];
  return { place, case: "pascal", wishes, prefix: kind, takes: (name) => [`${name}${kind}`], space: kind, rank: 6 };
}
