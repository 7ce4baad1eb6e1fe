import { describe, expect, test } from "vitest";
import { docComment, type Code } from "../../generator/emit/code.js";
import { usedImports } from "../../generator/emit/imports.js";

const used = (names: string[], statement: string): string[] => usedImports([{ from: "./a.js", names }], [statement as Code]).flatMap((line) => line.names ?? []);
const many = Array.from({ length: 20 }, (_, index) => `unused${index}`);

// A few names are looked for one by one, many by a scan: both have to say the same.
describe.each([["few", [] as string[]], ["many", many]])("of %s imports, those that the code speaks of", (_, others) => {
  test.each([
    ["a type", "type A = Named;", true],
    ["on a later line, after it stood in a literal", 'const a = "Named";\nconst b = Named;', true],
    ["spread", "[...Named]", true],
    ["after a comment on the same line", "/** Named */ const a: Named = 1;", true],
    ["a longer name", "const MyNamed = NamedToo;", false],
    ["a property", "{ Named: 1, b: c.Named, Named?: 2 }", false],
    ["a literal", 'const a = "\\"Named";', false],
    ["a comment of one line", `${docComment("Named")}const a = 1;`, false],
    ["a comment of many lines", `  ${docComment("First.\n\nNamed, and\nNamed")}const a = 1;`, false],
  ])("%s", (_name, statement, expected) => expect(used(["Named", ...others], statement)).toEqual(expected ? ["Named"] : []));
});
