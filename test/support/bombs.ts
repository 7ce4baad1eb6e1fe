/** Run by `hostile.test.ts` in a process of its own: what becomes of documents made to eat time or memory, as JSON. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Refusal } from "../../generator/diagnostics.js";
import { pipeline } from "../../generator/pipeline.js";
import { vendorFromInput } from "../../generator/vendor.js";

const head = { openapi: "3.1.0", info: { title: "T", version: "1" }, paths: {} };
const withSchemas = (schemas: object): string => JSON.stringify({ ...head, components: { schemas } });
const ref = (name: string): object => ({ $ref: `#/components/schemas/${name}` });

/** `S0` refers to `S1` and so on; `last` stands at the end. */
function chain(levels: number, link: (next: object, level: number) => object, last: object): string {
  const schemas = Array.from({ length: levels }, (_, level) => [`S${level}`, link(ref(`S${level + 1}`), level)] as const);
  return withSchemas({ ...Object.fromEntries(schemas), [`S${levels}`]: last });
}

const nested = (open: string, close: string, inner: string): string => open.repeat(5000) + inner + close.repeat(5000);

/** More than a function can take arguments. */
const many = <T>(make: (index: number) => T): T[] => Array.from({ length: 130_000 }, (_, index) => make(index));

function withOperation(operation: object): string {
  return JSON.stringify({ openapi: "3.1.0", info: { title: "T", version: "1" }, paths: { "/a": { get: { responses: { 204: { description: "" } }, ...operation } } } });
}

const answer = (schema: object): object => ({ description: "", content: { "application/json": { schema } } });

const documents: Record<string, string> = {
  "aliases of aliases": ["a0: &a0 [x, x, x, x, x, x, x, x, x]", ...Array.from({ length: 12 }, (_, level) => `a${level + 1}: &a${level + 1} [${Array(9).fill(`*a${level}`).join(", ")}]`), "openapi: 3.1.0"].join("\n"),
  "5,000 levels of properties": withSchemas({ A: "HERE" }).replace('"HERE"', nested('{"type":"object","properties":{"p":', "}}", "{}")),
  "5,000 levels of YAML": `openapi: 3.1.0\nx: ${nested("[", "]", "")}`,
  "a reference to itself": withSchemas({ A: ref("A"), B: { anyOf: [ref("B"), ref("B")], example: 1 } }),
  "references in a circle": chain(50, (next) => ({ allOf: [next] }), ref("S0")),
  "2,000 references in a row": chain(2000, (next) => next, { type: "string" }),
  "1,500 levels of inheritance": chain(1500, (next, level) => ({ allOf: [next, { type: "object", properties: { [`p${level}`]: { type: "string" } } }] }), { type: "object" }),
  "allOf doubled 25 times": chain(25, (next) => ({ allOf: [next, { allOf: [next] }], example: { x: "y" } }), { type: "object", properties: { x: { type: "string" } } }),
  "oneOf doubled 25 times": chain(25, (next) => ({ oneOf: [next, { type: "array", items: next }], example: "y" }), { type: "string" }),
  "unevaluated rules doubled 25 times": chain(25, (next, level) => (level === 0 ? { allOf: [next, next], unevaluatedProperties: false } : { allOf: [next, next] }), { type: "object", properties: { x: { type: "string" } } }),
  "unevaluated rules in 25 levels of branches": chain(25, (next, level) => ({ ...(level === 0 && { unevaluatedProperties: false }), anyOf: [next, { allOf: [next], required: ["x"] }] }), { type: "object", properties: { x: { type: "string" } } }),
  "a list of 100 million": withSchemas({ A: { type: "array", items: { type: "string" }, minItems: 1e8 }, B: { type: "array", prefixItems: [{}], minItems: 1e8, maxItems: 1e8 }, C: { type: "string", minLength: 1e9 } }),
  "20,000 values of an enum": withSchemas({ A: { type: "string", enum: Array.from({ length: 20_000 }, (_, index) => `value ${index}`) } }),
  "130,000 parameters": withOperation({ parameters: many((index) => ({ name: `p${index}`, in: "query", schema: { type: "string" } })) }),
  "130,000 alternatives, and items": withOperation({
    responses: { 200: answer({ oneOf: many((index) => ({ type: "string", minLength: index })) }), 400: answer({ type: "array", prefixItems: many(() => ({ type: "string" })) }) },
  }),
  "patterns that run away": withSchemas({ A: { type: "object", properties: Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`p${index}`, { type: "string", pattern: `^(a+${index})+$|^(\\w|[a-z]${index})*!$`, example: `${"a".repeat(40)}!` }])) } }),
};

const folder = join(process.argv[2] ?? ".", "bombs");
mkdirSync(folder);
const answers: Record<string, string> = {};
let slowest = 0;
for (const [name, text] of Object.entries(documents)) {
  const document = join(folder, `${Object.keys(answers).length}.yaml`);
  writeFileSync(document, text);
  const start = performance.now();
  try {
    const { files } = await pipeline(vendorFromInput({ document, name: "acme", out: join(folder, "out") }), folder);
    answers[name] = files.length > 0 ? "package" : "nothing";
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    answers[name] = error.diagnostic.code;
  }
  slowest = Math.max(slowest, (performance.now() - start) / 1000);
  if (process.env["BOMBS_VERBOSE"]) process.stderr.write(`${name}: ${answers[name]} ${Math.round(performance.now() - start)} ms\n`);
}
process.stdout.write(JSON.stringify({ answers, slowest, megabytes: process.resourceUsage().maxRSS / 1024 }));
