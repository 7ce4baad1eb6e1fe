/** The errors that `orThrow()` throws for the declared failures: one class a status. */
import { ApiError } from "./runtime/index.js";
import type { Problem } from "./types.js";

/** Status 400. */
export class BadRequestError extends ApiError<
  400,
  | Problem
  | string
  | Problem & {
      /** Why the archive was refused, in the words of the server. */
      reason?: string;
    }
> {
  override readonly name: string = "BadRequestError";
}
