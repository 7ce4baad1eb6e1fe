/** What a package's users may need of the runtime. */
export { createCore } from "./core.js";
export { download } from "./download.js";
export { pages, PaginationError, type Pages } from "./pagination.js";
export { rateLimit } from "./rate-limit.js";
export { createTestFetch, type TestAnswer, type TestCall, type TestFetch, type TestHandler } from "./testing.js";
export { parseWebhook, standardWebhooks, WebhookError, type WebhookRequest, type WebhookVerifier } from "./webhooks.js";
// Codecs and flows: descriptors refer to them.
export { readAny, readTextOrJson } from "./any.js";
export { binaryBody, readBinary, readStream, type Binary } from "./binary.js";
export { readEvents, readJsonEvents, readJsonLines, readJsonSequence, reconnecting, type ReconnectOptions, type ServerEvent } from "./events.js";
export { formBody } from "./form.js";
export { readHeader } from "./headers.js";
export { jsonBody, readJson } from "./json.js";
export { followRedirects } from "./redirect.js";
export { authorize } from "./security.js";
export { basicCredential } from "./basic.js";
export { writeList } from "./lists.js";
export { multipartBody } from "./multipart.js";
export { jsonLinesBody, jsonSequenceBody } from "./sequences.js";
export { writeStyled } from "./styles.js";
export { clientCredentials } from "./oauth2.js";
export { expandServer } from "./variables.js";
export { readText, textBody } from "./text.js";
export { xmlBody } from "./xml.js";
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
export { attributesOf } from "./hooks.js";
export type * from "./options.js";
export { openapiFetch, type Middleware, type OpenapiFetch, type RawClient, type Transport } from "./transport.js";
