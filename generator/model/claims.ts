/** What in an API wants a name, and what it would like to be called. */
import { steps, type Pointer } from "../json.js";
import type { Claim } from "./names.js";
import type { OperationDraft } from "./operations.js";

const components = "/components/schemas/";

export const isComponent = (at: Pointer): boolean => at.startsWith(components) && !at.slice(components.length).includes("/");

/** The component's name, or the last words of another place, without the structure around them. */
export function schemaName(at: Pointer): string {
  return steps(at).at(-1) ?? "Root";
}

/** Steps of a pointer that say nothing about what stands there. */
const structure: ReadonlySet<string> = new Set(
  "components schemas schema paths content responses requestBody requestBodies parameters headers properties items allOf anyOf oneOf $defs definitions".split(" "),
);

/** `Contact` for its component; `ContactAddress` for `/components/schemas/Contact/properties/address`. */
export function schemaClaim(at: Pointer): Claim {
  const all = steps(at);
  const telling = all.filter((step) => !structure.has(step));
  const name = schemaName(at);
  const wishes = isComponent(at) ? [[name], [name, "Model"], ["Component", name]] : [telling, all, [...all, "Model"]];
  return { place: at, case: "pascal", wishes, prefix: "Model", endings: ["Schema"], space: "type", rank: isComponent(at) ? 0 : 3 };
}

/** `ContactInput`, `ContactUpload`. */
export function formClaim(at: Pointer, identifier: string, form: "Input" | "Upload"): Claim {
  const wishes = [[`${identifier}${form}`], [`${identifier}${form}`, "Form"]];
  return { place: `${at} ${form}`, case: "pascal", wishes, prefix: "Model", endings: ["Schema"], space: "type", rank: 2 };
}

/** `GET /v1/contacts/{id}`: what an operation is, whatever its id. */
export function operationPlace(draft: OperationDraft, kind = "operation", name = ""): string {
  return [kind, name, draft.method, draft.path].filter((part) => part !== "").join(" ");
}

/** The words of method and path: `get`, `v1`, `contacts`, `by`, `id`. */
export function pathWords(draft: OperationDraft): string[] {
  const parts = draft.path.split("/").flatMap((part) => {
    const parameter = /^\{(.*)\}$/.exec(part)?.[1];
    return parameter === undefined ? [part] : ["By", parameter];
  });
  return [draft.method.toLowerCase(), ...parts].filter((part) => part !== "");
}

/** An operation's function (`upsertContact`) and its types (`UpsertContact` in `UpsertContactArgs`). */
export function operationClaims(draft: OperationDraft, id: string, place: string): [Claim, Claim] {
  const [tag] = draft.tags;
  const wishes = [[id], ...(tag === undefined ? [] : [[tag, id]]), [id, ...pathWords(draft)], pathWords(draft)];
  return [
    { place, case: "camel", wishes, prefix: "call", endings: ["Operation", "Validators"], space: "function", rank: 1 },
    { place: `${place} types`, case: "pascal", wishes, prefix: "Call", endings: ["Args", "Result"], space: "operation type", rank: 4 },
  ];
}

export function groupClaim(name: string): Claim {
  const wishes = [[name], [name, "Group"]];
  return { place: `group ${name}`, case: "camel", wishes, prefix: "group", endings: [], space: "group", rank: 5 };
}

/** `NewPet` in `NewPetWebhook`; a callback likewise. */
export function eventClaim(place: string, kind: "Webhook" | "Callback", texts: readonly string[], method: string): Claim {
  const wishes = [texts, [...texts, method.toLowerCase()], [...texts, method.toLowerCase(), kind]];
  return { place, case: "pascal", wishes, prefix: kind, endings: [kind], space: kind, rank: 6 };
}
