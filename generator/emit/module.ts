/** A module → text: header, imports merged and sorted, statements a blank line apart. ts-morph is loaded only for structures. */
import type { ImportLine, ModuleFile, Pour, Statement } from "./file.js";

const width = 120;

/** The text of a module, with one line break at its end. */
export async function printModule(file: ModuleFile): Promise<string> {
  let text = "";
  (await modulePieces(file))((piece) => void (text += piece));
  return text;
}

/** The same in pieces: about a statement each, and what stands between them. */
export async function modulePieces(file: ModuleFile): Promise<Pour> {
  const imports = printImports(file.imports);
  const statements = await Promise.all(file.statements.map(printStatement));
  const header = file.header?.trimEnd() ?? "";
  const top = [header, imports].filter((part) => part !== "").join("\n");
  const parts = [top, ...statements].filter((part) => part.length > 0);
  return (put) => {
    parts.forEach((part, index) => {
      if (index > 0) put("\n\n");
      if (typeof part === "string") put(part);
      else putLines(part, put);
    });
    put("\n");
  };
}

async function printStatement(statement: Statement): Promise<string | readonly string[]> {
  if (typeof statement === "string") return statement.trim();
  return "kind" in statement ? (await import("./structures.js")).printStructure(statement).trim() : statement;
}

/** So many at a time: neither a list of all lines as one text nor a call for each. */
const linesAtATime = 500;

function putLines(lines: readonly string[], put: (piece: string) => void): void {
  for (let at = 0; at < lines.length; at += linesAtATime) {
    if (at > 0) put("\n");
    put(lines.slice(at, at + linesAtATime).join("\n"));
  }
}

/** Values and types of a module apart; packages first, then files from far to near. */
function printImports(lines: readonly ImportLine[]): string {
  const bySource = new Map<string, { names: Set<string>; types: Set<string>; namespaces: Set<string> }>();
  for (const { from, names = [], types = [], namespace } of lines) {
    let entry = bySource.get(from);
    if (entry === undefined) bySource.set(from, (entry = { names: new Set(), types: new Set(), namespaces: new Set() }));
    for (const name of names) entry.names.add(name);
    for (const name of types) entry.types.add(name);
    if (namespace !== undefined) entry.namespaces.add(namespace);
  }
  const sources = [...bySource].sort(([left], [right]) => compare(rank(left), rank(right)) || compare(left, right));
  return sources.flatMap(([from, { names, types, namespaces }]) => [
    ...[...namespaces].sort().map((name) => `import * as ${name} from ${JSON.stringify(from)};`),
    ...printNames("import", from, names),
    ...printNames("import type", from, [...types].filter((name) => !names.has(name))),
  ]).join("\n");
}

function printNames(keyword: "import" | "import type", from: string, names: Iterable<string>): string[] {
  const sorted = [...names].sort((left, right) => compare(left.toLowerCase(), right.toLowerCase()) || compare(left, right));
  if (sorted.length === 0) return [];
  const line = `${keyword} { ${sorted.join(", ")} } from ${JSON.stringify(from)};`;
  if (line.length <= width) return [line];
  return [`${keyword} {\n${sorted.map((name) => `  ${name},`).join("\n")}\n} from ${JSON.stringify(from)};`];
}

function rank(from: string): number {
  if (!from.startsWith(".")) return 0;
  return from.startsWith("..") ? 1 : 2;
}

function compare(left: string | number, right: string | number): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
