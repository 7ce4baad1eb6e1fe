/** Fern's Markdown: regenerated from its own model, which turns a credential into a required header parameter. */
import { type Json, type JsonObject, emptyObject, isObject } from "../../json.js";
import { mapOperations } from "../inherit.js";
import { infer } from "../marks.js";
import { listAt, objectAt, textAt, withKeys, without } from "../shape.js";

const prefix = "subpackage_";

/** Gives the credential back its place, and the tags their names. */
export function fromFern(root: JsonObject): JsonObject {
  const paths = objectAt(root, "paths");
  if (paths === undefined) return root;
  const schemes = objectAt(objectAt(root, "components"), "securitySchemes") ?? emptyObject();
  const tags = listAt(root, "tags").map((tag) => (isObject(tag) ? withKeys(tag, { name: plainTag(tag["name"] as Json) }) : tag));
  const result = withKeys(root, { paths: mapOperations(paths, (operation) => mend(operation, schemes, root["security"] !== undefined)) });
  return tags.length > 0 ? withKeys(result, { tags }) : result;
}

const plainTag = (tag: Json): Json => (typeof tag === "string" && tag.startsWith(prefix) ? tag.slice(prefix.length) : tag);

function mend(operation: JsonObject, schemes: JsonObject, secured: boolean): JsonObject {
  const tags = operation["tags"] === undefined ? undefined : listAt(operation, "tags").map(plainTag);
  const named = withKeys(operation, { tags });
  if (secured || operation["security"] !== undefined) return named;
  const parameters = listAt(operation, "parameters");
  const credential = parameters.find((parameter) => schemeFor(parameter, schemes) !== undefined);
  const scheme = credential === undefined ? undefined : schemeFor(credential, schemes);
  if (scheme === undefined) return named;
  const requirement = emptyObject();
  requirement[scheme] = [];
  const rest = parameters.filter((parameter) => parameter !== credential);
  const evidence = `The page gives the credential of ${scheme} as a required header parameter.`;
  return infer(withKeys(without(named, "parameters"), { parameters: rest.length > 0 ? rest : undefined, security: [requirement] }), evidence);
}

/** The scheme whose header a required parameter is. */
function schemeFor(parameter: Json, schemes: JsonObject): string | undefined {
  if (!isObject(parameter) || textAt(parameter, "in") !== "header" || parameter["required"] !== true) return undefined;
  const name = textAt(parameter, "name")?.toLowerCase();
  return Object.keys(schemes).find((key) => {
    const scheme = objectAt(schemes, key);
    const header = textAt(scheme, "type") === "apiKey" && textAt(scheme, "in") === "header" ? textAt(scheme, "name")?.toLowerCase() : "authorization";
    return header === name;
  });
}
