/**
 * In `src/shared.ts`: the values of which type and format say all. Each is made once, and shared by every property that is one: less
 * to make when the package is loaded, less to go through when a value is checked.
 *
 *   export const uuid = /* @__PURE__ *\/ z.guid();
 *   export const optionalUuid = /* @__PURE__ *\/ uuid.exactOptional();
 */
import { capitalized, code, type Code } from "../../emit/code.js";

/** The constants that validators ask for while they are printed. */
export interface Scalars {
  /** Gives the name of the constant of a plain value. */
  readonly plain: (scalar: Scalar) => Code;
  /** `uuid` → `nullableUuid`, anything else `A` → `A.nullable()`. */
  readonly nullable: (value: Code) => Code;
  /** `uuid` → `optionalUuid`, anything else `A` → `A.exactOptional()`. */
  readonly optional: (value: Code) => Code;
}

export interface Scalar {
  /** `uuid`; `anyString`, where the word alone is a type of TypeScript. */
  readonly name: Code;
  /** The word for it in longer names, with a capital: `Uuid`, `String`. */
  readonly word: Code;
  readonly expression: Code;
}

/** A scalar by its name. */
export const named = (name: Code, expression: Code): Scalar => ({ name, word: capitalized(name), expression });

/** A scalar that has no format: `unformatted(code`String`, code`z.string()`)`. */
export const unformatted = (word: Code, expression: Code): Scalar => ({ name: code`any${word}`, word, expression });

interface Constant extends Scalar {
  nullable?: Constant;
  optional?: Constant;
}

/** An empty set of constants; `constants` gives them in alphabetical order, what is made of one after it. */
export function scalarSet(): Scalars & { readonly constants: () => Scalar[] } {
  const plain = new Map<Code, Constant>();
  const all = new Map<Code, Constant>();
  const keep = (scalar: Scalar): Constant => {
    all.set(scalar.name, scalar);
    return scalar;
  };
  return {
    plain: (scalar) => {
      if (!plain.has(scalar.name)) plain.set(scalar.name, keep({ ...scalar }));
      return scalar.name;
    },
    nullable: (value) => {
      const expression = code`${value}.nullable()`;
      const of = all.get(value);
      return of ? (of.nullable ??= keep(named(code`nullable${of.word}`, expression))).name : expression;
    },
    optional: (value) => {
      const expression = code`${value}.exactOptional()`;
      const of = all.get(value);
      return of ? (of.optional ??= keep(named(code`optional${of.word}`, expression))).name : expression;
    },
    constants: () => [...plain.values()].sort((a, b) => (a.name < b.name ? -1 : 1)).flatMap(withDerived),
  };
}

const withDerived = (constant: Constant | undefined): Scalar[] =>
  constant ? [constant, ...withDerived(constant.nullable), ...withDerived(constant.optional)] : [];
