/** What a package's users may need of the runtime. */
export { createCore } from "./core.js";
// Codecs: descriptors refer to them.
export { binaryBody, readBinary, readStream, type Binary } from "./binary.js";
export { formBody } from "./form.js";
export { jsonBody, readJson } from "./json.js";
export { multipartBody } from "./multipart.js";
export { readText, textBody } from "./text.js";
export type { AnyResult, Call, CallArgs, Core, DataOf, Default, Failure, FailureStatus, StatusIn, Success, SuccessStatus } from "./call.js";
export type * from "./descriptor.js";
export {
  AbortedError,
  ApiError,
  ConfigurationError,
  NetworkError,
  RequestValidationError,
  ResponseBodyError,
  ResponseValidationError,
  SpecwrightError,
  TimeoutError,
  UnexpectedStatusError,
} from "./errors.js";
export type * from "./options.js";
export type { Middleware, RawClient } from "./transport.js";
