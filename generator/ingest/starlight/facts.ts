/** Types only: what a page of Starlight-OpenAPI says about its operation, before it is written as a document. */
import type { Json, JsonObject } from "../../json.js";

export type ParameterPlace = "path" | "query" | "header" | "cookie";

export interface OperationFacts {
  readonly title: string;
  readonly method: string;
  readonly path: string;
  readonly deprecated: boolean;
  readonly description: string;
  /** From the page's address, where that is known. */
  readonly operationId?: string;
  readonly servers: readonly string[];
  /** Credentials that the sample sends. */
  readonly credentials: readonly CredentialFact[];
  /** Names of schemes, where the page still has them. */
  readonly schemes: readonly string[];
  readonly parameters: readonly ParameterFact[];
  readonly body?: BodyFact;
  readonly responses: readonly ResponseFact[];
  /** The first line that no part of the page could be read from; what follows it is lost. */
  readonly unread?: { readonly line: number; readonly text: string };
}

/** A credential in the sample: the header or query parameter, and what stands there. */
export interface CredentialFact {
  readonly in: "header" | "query" | "cookie";
  readonly name: string;
  readonly value: string;
}

export interface ParameterFact {
  readonly name: string;
  readonly in: ParameterPlace;
  /** How the place was found, when the page does not say it. */
  readonly placeEvidence?: string;
  readonly required: boolean;
  readonly deprecated: boolean;
  readonly description: string;
  readonly schema: JsonObject;
  readonly example?: Json;
}

export interface MediaFact {
  /** Undefined where the page lets one choose and its text lost the choice. */
  readonly type: string | undefined;
  readonly schema?: JsonObject;
  /** An authored example; generated ones are made up by the renderer and say nothing. */
  readonly example?: Json;
  /** "Any of" or "One of" over one shown member. */
  readonly hidden?: "anyOf" | "oneOf";
}

export interface BodyFact {
  readonly description: string;
  /** Undefined where the page lost it. */
  readonly required: boolean | undefined;
  readonly media: readonly MediaFact[];
}

export interface ResponseFact {
  /** `200`, `default`; undefined where the page lost it. */
  readonly status: string | undefined;
  readonly description: string;
  readonly media: readonly MediaFact[];
  readonly headers: readonly Omit<ParameterFact, "in">[];
}
