/** Exported names: the client's, and those of types. */
import type { Api, NamedSchema } from "../model/api.js";
import type { ServiceNote } from "./security.js";
import { describe } from "./schema/describe.js";
import type { SchemaComparer } from "./schema/compare.js";
import { signature } from "./schema/signature.js";

/** Compares the names that a package exports, apart from those of operations. */
export function compareNames(comparer: SchemaComparer, base: Api, revision: Api, note: ServiceNote): void {
  if (base.identifier !== revision.identifier) note("client-renamed", { name: revision.identifier, path: ["client"], before: base.identifier, after: revision.identifier, at: "" });
  const [old, now] = [exported(base), exported(revision)];
  const come = new Set([...now.values()].filter((schema) => !old.has(schema.identifier)));
  for (const schema of old.values()) {
    const same = now.get(schema.identifier);
    if (same) compareVendorName(schema, same, note);
    else gone(comparer, schema, come, note);
  }
  for (const schema of come) note("schema-added", { name: schema.identifier, path: ["types", schema.identifier], after: describe(schema.schema, comparer.revision), at: schema.at });
}

const exported = (api: Api): Map<string, NamedSchema> => new Map(api.schemas.filter((schema) => schema.component).map((schema) => [schema.identifier, schema]));

function compareVendorName(old: NamedSchema, now: NamedSchema, note: ServiceNote): void {
  if (old.name !== now.name) note("schema-name-changed", { name: now.identifier, path: ["types", now.identifier], before: old.name, after: now.name, at: now.at });
}

/** A schema that says the same under a new name was renamed. */
function gone(comparer: SchemaComparer, schema: NamedSchema, come: Set<NamedSchema>, note: ServiceNote): void {
  const path = ["types", schema.identifier];
  const text = signature(schema.schema, comparer.base);
  const twin = [...come].find((candidate) => signature(candidate.schema, comparer.revision) === text);
  if (twin) {
    come.delete(twin);
    return note("schema-renamed", { name: schema.identifier, path, before: schema.identifier, after: twin.identifier, at: twin.at });
  }
  note("schema-removed", { name: schema.identifier, path, before: describe(schema.schema, comparer.base), at: schema.at, side: "base" });
}
