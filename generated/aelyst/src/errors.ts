/** The errors that `orThrow()` throws for the declared failures: one class a status. */
import { ApiError } from "./runtime/index.js";
import type { ErrorMessage } from "./types.js";

/** Status 400. */
export class BadRequestError extends ApiError<400, ErrorMessage> {
  override readonly name: string = "BadRequestError";
}

/** Status 401. */
export class UnauthorizedError extends ApiError<401, ErrorMessage> {
  override readonly name: string = "UnauthorizedError";
}

/** Status 429. */
export class TooManyRequestsError extends ApiError<429, ErrorMessage> {
  override readonly name: string = "TooManyRequestsError";
}

/** Status 449. */
export class Status449Error extends ApiError<449, ErrorMessage> {
  override readonly name: string = "Status449Error";
}

/** Status 500. */
export class InternalServerError extends ApiError<500, ErrorMessage> {
  override readonly name: string = "InternalServerError";
}
