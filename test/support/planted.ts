/** A document in each version with a text of the test's choosing at every place that takes one. */

export const versions = ["3.1.0", "3.0.3", "2.0"] as const;
export type Version = (typeof versions)[number];

/**
 * What the text is there: words for people, a value, a name that only the document uses; or something that HTTP or the
 * specification gives a form to ("wire"), which decides about what is emitted.
 */
export type PlaceKind = "prose" | "name" | "wire";

export type TextOf = (place: number, kind: PlaceKind) => string;

interface Plant {
  readonly prose: () => string;
  /** Begins with the place's number: two places never have one name, and sorting names is sorting places. */
  readonly name: () => string;
  readonly wire: () => string;
  /** A piece of a path: without the characters that mean something there. */
  readonly segment: () => string;
}

/** @param textOf the text for the place with that number */
export function planted(version: Version, textOf: TextOf): object {
  let next = 0;
  const named = (kind: PlaceKind): string => {
    const place = next++;
    return `n${String(place).padStart(3, "0")}${textOf(place, kind)}`;
  };
  const plant: Plant = {
    prose: () => textOf(next++, "prose"),
    name: () => named("name"),
    wire: () => named("wire"),
    segment: () => named("name").replace(/[{}/?#]/g, ""),
  };
  return version === "2.0" ? swagger(plant) : openapi(plant, version);
}

const numbers = { minimum: 1, maximum: 9 };

function docs({ prose }: Plant): object {
  return { title: prose(), description: prose(), externalDocs: { url: "https://example.com/", description: prose() } };
}

function objectSchema(plant: Plant, refs: string): object {
  const { name, prose } = plant;
  const needed = name();
  return {
    ...docs(plant),
    type: "object",
    required: [needed],
    properties: {
      [needed]: { ...docs(plant), type: "string", default: prose(), example: prose() },
      [name()]: { type: "string", enum: [name(), name()], description: prose() },
      [name()]: { type: "array", items: { $ref: refs }, description: prose() },
      [name()]: { type: "object", additionalProperties: { type: "integer", ...numbers, description: prose() }, example: { [name()]: 3 } },
    },
    [`x-${name()}`]: { [name()]: prose() },
  };
}

function info({ prose, name }: Plant): object {
  return { title: prose(), version: prose(), description: prose(), termsOfService: "https://example.com/terms", contact: { name: prose() }, license: { name: prose() }, [`x-${name()}`]: prose() };
}

function openapi(plant: Plant, version: Version): object {
  const { prose, name, wire, segment } = plant;
  const [thing, other, scheme, tag] = [name(), name(), name(), name()];
  const pointer = (schema: string): string => `#/components/schemas/${encodeURIComponent(schema.replaceAll("~", "~0").replaceAll("/", "~1").replace(/\p{Surrogate}/gu, "\ufffd"))}`;
  // A reference cannot spell half a surrogate pair: what it leads to has none.
  const [thingName, otherName] = [thing, other].map((text) => text.replace(/\p{Surrogate}/gu, "\ufffd")) as [string, string];
  const parameter = segment();
  const content = (): object => ({ "application/json": { schema: { $ref: pointer(thingName) }, examples: { [name()]: { summary: prose(), description: prose(), value: { [name()]: prose() } } } }, [`text/${wire()}`]: { schema: { type: "string" } } });
  const response = (): object => ({ description: prose(), headers: { [wire()]: { description: prose(), schema: { type: "string" } } }, content: content(), links: { [name()]: { operationId: prose(), description: prose() } } });
  const operation = (): object => ({
    operationId: name(),
    summary: prose(),
    description: prose(),
    tags: [tag],
    security: [{ [scheme]: [] }],
    parameters: [
      { name: parameter, in: "path", required: true, description: prose(), schema: { type: "string", enum: [name(), name()] } },
      { name: name(), in: "query", description: prose(), schema: { type: "string", default: prose() }, example: prose() },
      { name: wire(), in: "header", description: prose(), schema: { type: "integer" } },
      { name: name(), in: "cookie", description: prose(), schema: { type: "string" } },
    ],
    requestBody: { description: prose(), content: content() },
    responses: { 200: response(), 404: response(), default: response() },
    callbacks: { [name()]: { [`{$request.body#/${segment()}}`]: { post: { description: prose(), responses: { 200: { description: prose() } } } } } },
  });
  return {
    openapi: version,
    info: info(plant),
    tags: [{ name: tag, description: prose() }],
    servers: [{ url: `https://example.com/${wire()}`, description: prose() }],
    paths: { [`/${segment()}/{${parameter}}`]: { summary: prose(), description: prose(), get: operation(), put: operation() } },
    ...(version === "3.1.0" && { webhooks: { [name()]: { post: { summary: prose(), responses: { 200: { description: prose() } } } } } }),
    components: {
      securitySchemes: { [scheme]: { type: "apiKey", in: "header", name: wire(), description: prose() } },
      schemas: {
        [thingName]: objectSchema(plant, pointer(otherName)),
        [otherName]: { ...docs(plant), oneOf: [{ type: "string", enum: [name(), name()] }, { type: "integer", description: prose() }] },
        [name()]: { allOf: [{ $ref: pointer(thingName) }, objectSchema(plant, pointer(otherName))] },
      },
    },
  };
}

function swagger(plant: Plant): object {
  const { prose, name, wire, segment } = plant;
  const [thing, scheme, tag, parameter] = [name().replace(/\p{Surrogate}/gu, "\ufffd"), name(), name(), segment()];
  const reference = `#/definitions/${encodeURIComponent(thing.replaceAll("~", "~0").replaceAll("/", "~1"))}`;
  return {
    swagger: "2.0",
    info: info(plant),
    host: "example.com",
    basePath: "/",
    tags: [{ name: tag, description: prose() }],
    securityDefinitions: { [scheme]: { type: "apiKey", in: "header", name: wire(), description: prose() } },
    paths: {
      [`/${segment()}/{${parameter}}`]: {
        post: {
          operationId: name(),
          summary: prose(),
          description: prose(),
          tags: [tag],
          parameters: [
            { name: parameter, in: "path", required: true, type: "string", description: prose() },
            { name: name(), in: "query", type: "array", items: { type: "string", enum: [name(), name()] }, description: prose() },
            { name: name(), in: "body", required: true, description: prose(), schema: { $ref: reference } },
          ],
          responses: { 200: { description: prose(), schema: { $ref: reference }, examples: { "application/json": { [name()]: prose() } } }, default: { description: prose() } },
        },
      },
    },
    definitions: { [thing]: objectSchema(plant, reference) },
  };
}
