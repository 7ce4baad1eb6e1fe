/** The errors that `orThrow()` throws for the declared failures: one class a status. */
import { ApiError } from "./runtime/index.js";
import type { ErrorMessage } from "./types.js";

/** Status 400. */
export class BadRequestError extends ApiError<400, ErrorMessage> {
  override readonly name: string = "BadRequestError";
}
