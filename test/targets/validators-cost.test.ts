/** What importing validators costs: nothing is built for operations that are not used, and bundlers drop what is not. */
import { join } from "node:path";
import { build as bundle } from "esbuild";
import { expect, test } from "vitest";
import { importValidators, modelOf, textOf } from "../conformance/judge.js";
import { validatorModules } from "../../generator/targets/validators.js";
import { project } from "../support/vendors.js";

const operations = 1000;

/** A thousand operations, each with parameters, a body and answers of its own, and one component that all of them share. */
async function emitted(): Promise<string> {
  const object = (index: number): object => ({
    type: "object",
    required: ["id"],
    properties: { id: { type: "integer" }, [`field${index}`]: { type: "string", minLength: 2 }, shared: { $ref: "#/components/schemas/Shared" } },
  });
  const json = (schema: object): object => ({ content: { "application/json": { schema } } });
  const paths = Object.fromEntries(
    Array.from({ length: operations }, (_, index) => [
      `/things/${index}/{id}`,
      {
        put: {
          operationId: `putThing${index}`,
          parameters: [{ name: "id", in: "path", required: true, schema: { type: "string" } }],
          requestBody: { required: true, ...json(object(index)) },
          responses: { 200: { description: "Done.", ...json({ type: "array", items: object(index) }) } },
        },
      },
    ]),
  );
  const Shared = { type: "object", properties: { name: { type: "string" } } };
  const { api } = await modelOf(JSON.stringify({ openapi: "3.1.0", info: { title: "T", version: "1" }, paths, components: { schemas: { Shared } } }), "3.1.0");
  return textOf(validatorModules(api, { formats: true }));
}

/** The module with a zod that counts what is built. */
const counting = (text: string): string =>
  text.replace(
    'import * as z from "zod";',
    `import * as zod from "zod";
    let built = 0;
    export const count = () => built;
    const z: typeof zod = new Proxy(zod, { get: (all, name) => (typeof all[name] === "function" ? (...args) => (built++, all[name](...args)) : all[name]) });`,
  );

test("importing the validators of a thousand operations builds those of none", { timeout: 60_000 }, async () => {
  const text = await emitted();
  const module = (await importValidators(counting(text))) as Record<string, unknown> & { count(): number };
  // The component and the two plain values that all share: `z.looseObject({ name: optionalString })`, `z.string()`, `z.int()`.
  expect(module.count()).toBe(3);
  const used = module["putThing7Validators"] as { body: Record<string, () => { safeParse(value: unknown): { success: boolean } }> };
  expect(used.body["application/json"]?.().safeParse({ id: 1, field7: "x" }).success).toBe(false);
  expect(module.count()).toBeLessThan(8);
});

test("a bundle holds the validators of the operation that is used, and no other", { timeout: 60_000 }, async () => {
  const text = await emitted();
  const { outputFiles } = await bundle({
    stdin: { contents: `import { putThing7Validators } from "validators"; console.log(putThing7Validators.path());`, loader: "ts", resolveDir: join(project, "templates") },
    plugins: [
      {
        name: "emitted",
        setup: ({ onResolve, onLoad }) => {
          onResolve({ filter: /^validators$/ }, () => ({ path: "validators", namespace: "emitted", sideEffects: false }));
          onLoad({ filter: /.*/, namespace: "emitted" }, () => ({ contents: text, loader: "ts", resolveDir: join(project, "templates") }));
        },
      },
    ],
    bundle: true, write: false, format: "esm", target: "es2022", external: ["zod"],
  });
  const made = outputFiles[0]?.text ?? "";
  expect(made).toContain("field7:");
  expect(made).not.toContain("field8:");
  expect(made.length).toBeLessThan(4000);
});
