/** What the printers of the client's modules share: the API, the types' printer, and the imports that are noted on the way. */
import { code, type Code } from "../../emit/code.js";
import type { JsonObject } from "../../json.js";
import type { Api } from "../../model/api.js";
import { identifierIn, schemaIndex } from "../../model/graph.js";
import { typePrinter, type TypePrinter } from "../typescript.js";
import type { ErrorClass } from "./errors.js";
import { Imports } from "./imports.js";
import { mediaReader, type MediaReader } from "./media.js";

export interface Printing {
  readonly api: Api;
  readonly named: ReturnType<typeof schemaIndex>;
  /** The normalized document, for `xml` objects. */
  readonly root: JsonObject;
  readonly imports: Imports;
  readonly printer: TypePrinter;
  readonly media: MediaReader;
  /** By declared status. */
  readonly errors: ReadonlyMap<string, ErrorClass>;
  /** Names that the package's modules export for schemas and operations. */
  readonly taken: ReadonlySet<string>;
}

/** A start for one module. */
export function startPrinting(api: Api, root: JsonObject, errors: ReadonlyMap<string, ErrorClass>, taken: ReadonlySet<string>): Printing {
  const imports = new Imports();
  const runtimeTypes = { Binary: code`Binary`, ServerEvent: code`ServerEvent` };
  const printer = typePrinter(
    api,
    (schema, form) => imports.type("./types.js", code`${identifierIn(schema, form)}`),
    () => imports.type("./runtime/index.js", runtimeTypes.Binary),
  );
  return { api, named: schemaIndex(api), root, imports, printer, media: mediaReader(api, printer, (name) => runtimeType({ imports }, runtimeTypes[name])), errors, taken };
}

/** A function or constant of the runtime. */
export function runtime(printing: Pick<Printing, "imports">, name: Code): Code {
  return printing.imports.value("./runtime/index.js", name);
}

/** A type of the runtime. */
export function runtimeType(printing: Pick<Printing, "imports">, name: Code): Code {
  return printing.imports.type("./runtime/index.js", name);
}
