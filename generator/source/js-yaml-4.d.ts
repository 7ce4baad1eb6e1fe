/** The few parts of js-yaml 4 that `tolerant.ts` uses; the package has no types of its own. */
declare module "js-yaml-4" {
  export class Type {
    constructor(
      tag: string,
      options: {
        readonly kind: "scalar" | "sequence" | "mapping";
        readonly resolve?: (data: string | null) => boolean;
        readonly construct?: (data: string | null) => unknown;
      },
    );
  }
  export class Schema {
    extend(types: { readonly implicit?: readonly Type[]; readonly explicit?: readonly Type[] }): Schema;
  }
  export const FAILSAFE_SCHEMA: Schema;
  export const types: { readonly merge: Type };
  export function load(text: string, options: { readonly schema: Schema; readonly maxDepth: number; readonly maxTotalMergeKeys: number }): unknown;
}
