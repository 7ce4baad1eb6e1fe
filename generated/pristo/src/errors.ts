/** The errors that `orThrow()` throws for the declared failures: one class a status. */
import { ApiError } from "./runtime/index.js";
import type { ErrorResponse } from "./types.js";

/** Status 400. */
export class BadRequestError extends ApiError<400, ErrorResponse> {
  override readonly name: string = "BadRequestError";
}

/** Status 401. */
export class UnauthorizedError extends ApiError<401, ErrorResponse> {
  override readonly name: string = "UnauthorizedError";
}

/** Status 429. */
export class TooManyRequestsError extends ApiError<429, ErrorResponse> {
  override readonly name: string = "TooManyRequestsError";
}

/** Status 500. */
export class InternalServerError extends ApiError<500, ErrorResponse> {
  override readonly name: string = "InternalServerError";
}
