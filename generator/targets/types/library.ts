/** Types only: the parts of openapi-typescript that are used, which have no declarations of their own. */
import type { Declaration, TypeNode } from "./nodes.js";

export interface Context {
  readonly [option: string]: unknown;
  readonly injectFooter: Declaration[];
  /** Asked for each schema that has a `type`; what it gives is printed instead. */
  readonly transform: (schema: object) => TypeNode | undefined;
  readonly resolve: (ref: string) => unknown;
}

export interface Library {
  transformSchema(document: object, context: Context): Declaration[];
  /** Adds an operation to the `operations` interface in the context's footer. */
  injectOperationObject(id: string, operation: object, options: { path: string; ctx: object }): void;
}
