/** Types only: the parts of openapi-typescript that are used, which have no declarations of their own. */
import type { Node, TypeNode } from "typescript";

export interface Context {
  readonly [option: string]: unknown;
  readonly injectFooter: Node[];
  /** Asked for each schema that has a `type`; what it gives is printed instead. */
  readonly transform: (schema: object) => TypeNode | undefined;
  readonly resolve: (ref: string) => unknown;
}

export interface Library {
  readonly ts: typeof import("typescript");
  transformSchema(document: object, context: Context): Node[];
  /** Adds an operation to the `operations` interface in the context's footer. */
  injectOperationObject(id: string, operation: object, options: { path: string; ctx: object }): void;
  astToString(nodes: readonly Node[]): string;
}
