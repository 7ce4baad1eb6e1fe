import fc from "fast-check";
import { expect, test } from "vitest";
import { withUnicode } from "../../generator/model/pattern-repair.js";

test("a repaired pattern finds what the original finds without Unicode", () => {
  const token = fc.constantFrom(..."abw019 _-:.,/~@#%&=!<>'\"[]{}()|^$*+?", "\\-", "\\:", "\\_", "\\w", "\\d", "\\.", "\\]", "\\[", "\\\\", "\\{", "{1,2}", "[^", "(?:", "\\ ", "\\~");
  const text = fc.string({ unit: fc.constantFrom(..."abw019 _-:.,/~@#%&=!<>'\"[]{}()|^$*+?\\"), maxLength: 8 });
  let repaired = 0;
  fc.assert(
    fc.property(fc.array(token, { maxLength: 10 }), fc.array(text, { minLength: 20, maxLength: 20 }), (tokens, texts) => {
      const pattern = tokens.join("");
      const written = withUnicode(pattern);
      if (written === undefined) return;
      if (written !== pattern) repaired++;
      const [before, after] = [new RegExp(pattern), new RegExp(written, "u")];
      for (const one of texts) expect([pattern, one, after.exec(one)?.[0]]).toEqual([pattern, one, before.exec(one)?.[0]]);
    }),
    { numRuns: 5000 },
  );
  expect(repaired).toBeGreaterThan(100);
});

test.each(["x{1-20}", "x{,2}", "(?i)x", "\\Ax\\z", "\\p{Print}+", "[\\000-\\037]", "("])("%s is not certain", (pattern) => {
  expect(withUnicode(pattern)).toBeUndefined();
});
