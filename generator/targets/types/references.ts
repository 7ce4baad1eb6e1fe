/**
 * The two functions of openapi-core that openapi-typescript's transform calls, on the references that a skeleton has. Their own module
 * brings readers of YAML, of patterns and of plurals along, which take longer to load than the transform itself.
 */
import { child, steps } from "../../json.js";

/** `#/components/schemas/a~1b` → its steps. Empty ones go (RFC 6901 would keep them; no skeleton has one). */
export function parseRef(ref: string): { readonly pointer: string[] } {
  const at = ref.indexOf("#/");
  return { pointer: at < 0 ? [] : steps(ref.slice(at + 1)).filter((step) => step !== "").map(decoded) };
}

/** Percent-escapes of a reference's fragment (RFC 6901, 6). */
const decoded = (step: string): string => (step.includes("%") ? decodeURIComponent(step) : step);

/** One step, as a pointer has it (RFC 6901, 3). */
export function escapePointer(step: string | number): string {
  return child("", step).slice(1);
}
