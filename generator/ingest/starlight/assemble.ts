/** What a page says about its operation → a document, with a mark on everything that was concluded or is open. */
import { type Json, type JsonObject, type MutableObject, emptyObject, isObject } from "../../json.js";
import { ask, infer } from "../marks.js";
import { made } from "../shape.js";
import { withDialect } from "../versions.js";
import type { BodyFact, CredentialFact, MediaFact, OperationFacts, ParameterFact, ResponseFact } from "./facts.js";
import { unionWords } from "./schema.js";
import { statusesOf } from "./status.js";

export function assemble(facts: OperationFacts): JsonObject {
  const { requirement, schemes } = security(facts);
  const operation = made({
    summary: facts.title === "" ? undefined : facts.title,
    description: facts.description === "" ? undefined : facts.description,
    operationId: facts.operationId,
    deprecated: facts.deprecated ? true : undefined,
    parameters: facts.parameters.length > 0 ? facts.parameters.map(parameter) : undefined,
    requestBody: facts.body ? body(facts.body) : undefined,
    responses: responses(facts),
  });
  const asked = facts.unread === undefined ? operation : ask(operation, `What does the page say from ${JSON.stringify(facts.unread.text.slice(0, 60))} on? That line and what follows it could not be read.`);
  const answered = facts.responses.length > 0;
  const document = made({
    servers: facts.servers.length > 0 ? facts.servers.map(server) : undefined,
    security: requirement,
    paths: keyed(facts.path, keyed(facts.method, answered ? asked : ask(asked, "Which statuses does the operation answer with? The page shows no answer with a body."))),
    components: schemes === undefined ? undefined : made({ securitySchemes: schemes }),
  });
  return withDialect(document);
}

const keyed = (name: string, value: Json): MutableObject => {
  const object = emptyObject();
  object[name] = value;
  return object;
};

function server(url: string): Json {
  return infer(made({ url }), "The address in the code sample without the operation's path.");
}

interface Security {
  readonly requirement: Json | undefined;
  readonly schemes: MutableObject | undefined;
}

/** The sample's credentials, under the names that the page still has. */
function security({ credentials, schemes }: OperationFacts): Security {
  if (schemes.includes("None")) return { requirement: [], schemes: undefined };
  if (credentials.length === 0) return { requirement: undefined, schemes: undefined };
  const requirement = emptyObject();
  const defined = emptyObject();
  for (const [index, credential] of credentials.entries()) {
    const { name, scheme } = schemeOf(credential);
    const given = schemes.length === credentials.length ? (schemes[index] as string) : name;
    requirement[given] = [];
    defined[given] = scheme;
  }
  return { requirement: [requirement], schemes: defined };
}

function schemeOf({ in: place, name, value }: CredentialFact): { readonly name: string; readonly scheme: JsonObject } {
  const [word = ""] = value.split(" ");
  const evidence = `The code sample sends \`${name}: ${value}\`.`;
  if (name.toLowerCase() === "authorization" && word.toLowerCase() === "bearer") {
    const question = "Is the token an API key sent as a bearer token, or one that OAuth 2 or OpenID Connect gives out? The sample fits all of them.";
    return { name: "bearerAuth", scheme: ask(infer(made({ type: "http", scheme: "bearer" }), evidence), question) };
  }
  if (name.toLowerCase() === "authorization" && word.toLowerCase() === "basic") {
    return { name: "basicAuth", scheme: infer(made({ type: "http", scheme: "basic" }), evidence) };
  }
  return { name: "apiKeyAuth", scheme: ask(infer(made({ type: "apiKey", in: place, name }), evidence), `Is ${name} a credential?`) };
}

function parameter(fact: ParameterFact): Json {
  const object = made({
    name: fact.name,
    in: fact.in,
    required: fact.required || fact.in === "path" ? true : undefined,
    deprecated: fact.deprecated ? true : undefined,
    description: fact.description === "" ? undefined : fact.description,
    schema: fact.schema,
    example: fact.example,
  });
  return fact.placeEvidence === undefined ? object : infer(object, fact.placeEvidence);
}

function body(fact: BodyFact): Json {
  const object = made({
    description: fact.description === "" ? undefined : fact.description,
    required: fact.required === true ? true : undefined,
    content: content(fact.media),
  });
  if (fact.required !== undefined) return object;
  return ask(object, "Is the body required? The word stood beside a heading that the text has lost.");
}

function content(media: readonly MediaFact[]): MutableObject {
  const result = emptyObject();
  for (const fact of media) {
    const value = made({ schema: fact.schema, example: fact.example });
    const union = fact.hidden === undefined ? value : ask(value, otherBodies(fact.hidden));
    // JSON is what the block's example and properties are; which other types there are is asked where the block stands.
    result[fact.type ?? "application/json"] = union;
  }
  return result;
}

const otherBodies = (hidden: "anyOf" | "oneOf"): string =>
  `Which other bodies are allowed? "${unionWords[hidden]}" stands above one body; the others were behind tabs that the text has lost.`;

function responses(facts: OperationFacts): MutableObject {
  const result = emptyObject();
  const statuses = statusesOf(facts.responses, facts.method);
  for (const [index, fact] of facts.responses.entries()) {
    const status = statuses[index];
    if (status === undefined) continue;
    result[status.code] = response(fact, status);
  }
  return result;
}

function response(fact: ResponseFact, status: ReturnType<typeof statusesOf>[number]): Json {
  let object = made({
    description: fact.description === "" ? described(fact, status.code) : fact.description,
    headers: fact.headers.length > 0 ? headers(fact.headers) : undefined,
    content: fact.media.length > 0 ? content(fact.media) : undefined,
  });
  const choice = fact.media.some(({ type }) => type === undefined);
  const lost = "The block names no media type, which is how a choice of several is rendered; its example is JSON.";
  const evidence = [status.evidence, choice ? lost : undefined].filter((text) => text !== undefined).join(" ");
  if (evidence !== "") object = infer(object, evidence);
  if (status.question !== undefined) object = ask(object, status.question);
  if (status.evidence !== undefined && fact.description.includes("\n\n")) object = ask(object, "Does the text describe this answer alone, or also one without a body before it?");
  if (choice) object = ask(object, `Which other media type does the ${status.code} answer have, and with which body?`);
  return object;
}

/** A description is required (OpenAPI 3.1.1, 4.8.17); without one, the message of the example is the nearest. */
function described({ media }: ResponseFact, code: string): string {
  for (const { example } of media) {
    const message = isObject(example) ? example["message"] : undefined;
    if (typeof message === "string" && message !== "") return message;
  }
  return code.startsWith("2") ? "Success" : code === "default" ? "Any other answer" : "Error";
}

function headers(facts: ResponseFact["headers"]): MutableObject {
  const result = emptyObject();
  for (const fact of facts) {
    result[fact.name] = made({
      required: fact.required ? true : undefined,
      deprecated: fact.deprecated ? true : undefined,
      description: fact.description === "" ? undefined : fact.description,
      schema: fact.schema,
      example: fact.example,
    });
  }
  return result;
}
