/** Formats where we take more than the letter of the standard; the letter itself is tried in `test/conformance/`. */
import { expect, test } from "vitest";
import { isDateTime, isTime } from "../../templates/runtime/formats.js";

test.each([
  ["2026-01-31T09:30:00.000+0000", true],
  ["2026-01-31T23:59:60-0000", true],
  ["2026-01-31 09:30:00Z", true],
  ["2026-01-31T09:30:00+00", false],
  ["2026-01-31T09:30:00+24:00", false],
  ["2026-01-31\t09:30:00Z", false],
  ["2026-01-31 09:30:00", false],
])("the date-time %s: %s", (text, is) => expect(isDateTime(text)).toBe(is));

test("the time may lack the colon of its offset", () => expect([isTime("09:30:00+0100"), isTime("09:30:00+100")]).toEqual([true, false]));
