/** What everything that is said about an API is made from. */
import type { Api, MediaType } from "../../model/api.js";
import type { PackageInfo } from "../../vendor.js";
import { bodyKinds, lookers, type BodyKind } from "../body.js";
import { examples, type Examples } from "../example.js";
import { credentials, type Credential } from "./credentials.js";
import { schemaWords, type SchemaWords } from "./schema.js";

export interface DocsContext {
  readonly api: Api;
  readonly package: PackageInfo;
  readonly words: SchemaWords;
  readonly examples: Examples;
  readonly bodyKind: (content: MediaType) => BodyKind;
  readonly credentials: ReadonlyMap<string, Credential>;
}

export function docsContext({ api, package: info }: { readonly api: Api; readonly package: PackageInfo }): DocsContext {
  return { api, package: info, words: schemaWords(api), examples: examples(api), bodyKind: bodyKinds(lookers(api)), credentials: credentials(api, info) };
}
