/** The parts of openapi-typescript that are used. Its main entry, which has declarations, also loads its linter: 0.3 s for nothing. */
declare module "openapi-typescript/dist/transform/index.mjs" {
  import type { Node, TypeNode } from "typescript";

  interface Context {
    readonly [option: string]: unknown;
    readonly injectFooter: Node[];
    /** Asked for each schema that has a `type`; what it gives is printed instead. */
    readonly transform: (schema: object) => TypeNode | undefined;
    readonly resolve: (ref: string) => unknown;
  }

  const transformSchema: (document: object, context: Context) => Node[];
  export default transformSchema;
}

declare module "openapi-typescript/dist/transform/operation-object.mjs" {
  /** Adds an operation to the `operations` interface in the context's footer. */
  export const injectOperationObject: (id: string, operation: object, options: { path: string; ctx: object }) => void;
}

declare module "openapi-typescript/dist/lib/ts.mjs" {
  import type { Node } from "typescript";

  export const astToString: (nodes: readonly Node[]) => string;
}
