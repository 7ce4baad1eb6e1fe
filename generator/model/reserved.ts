/** Words that an identifier must not be. Case counts: a schema may be called `Case`, though no function may be called `case`. */

/** Reserved words of ECMAScript and TypeScript, the names of types that cannot be declared, and names that may not be bound. */
const language =
  "abstract any as asserts async await bigint boolean break case catch class const continue debugger declare default delete do else enum " +
  "eval export extends false finally for from function get if implements import in infer instanceof interface is keyof let module " +
  "namespace never new null number object of out override package private protected public readonly require return satisfies set static " +
  "string super switch symbol this throw true try type typeof undefined unique unknown using var void while with yield arguments accessor";

/** Globals that emitted code uses, or that a reader takes for the global. Not `Event`, `File` and the like: vendors' words. */
const globals =
  "AbortController AbortSignal Array ArrayBuffer ArrayBufferView AsyncGenerator AsyncIterable AsyncIterableIterator AsyncIterator Awaited " +
  "BigInt Blob Boolean Capitalize ConstructorParameters DataView Date Error EvalError Exclude Extract FormData Function Generator " +
  "Headers Infinity InstanceType Iterable IterableIterator Iterator JSON Lowercase Map Math NaN NoInfer NonNullable Number Object Omit " +
  "Parameters Partial Pick Promise PromiseLike Proxy RangeError ReadableStream Readonly ReadonlyArray ReadonlyMap ReadonlySet Record " +
  "ReferenceError Reflect RegExp Request RequestInit Required Response ReturnType Set SharedArrayBuffer String Symbol SyntaxError " +
  "TextDecoder TextEncoder ThisType TypeError URIError URL URLSearchParams Uint8Array Uncapitalize Uppercase WeakMap WeakRef WeakSet " +
  "console crypto decodeURI decodeURIComponent encodeURI encodeURIComponent escape exports fetch global globalThis isFinite isNaN " +
  "parseFloat parseInt process self structuredClone unescape window then constructor prototype toString valueOf hasOwnProperty " +
  "isPrototypeOf propertyIsEnumerable toLocaleString";

/** What the emitted modules declare or call by themselves: parameters of functions, members of the client, zod. */
const surface =
  "z paths components operations webhooks raw call use eject core args options callOptions types validators client made runtime index " +
  "createCore transport api constant webhooks";

/** What `templates/runtime/index.ts` exports; a test holds the two against one another. */
const runtime =
  "AbortedError AnyResult ApiDescriptor ApiError ApiErrorClass AuthOf AuthValues BasicCredential Binary BodyCodec BodyDescriptor Call " +
  "CallArgs CallOptions ClientCredentials ClientOptions ConfigurationError Core CredentialOf CredentialRequest DataOf Declared Default " +
  "Drift EncodingDescriptor Failure FailureStatus HeaderDescriptor Middleware NetworkError OAuth2Handler OperationDescriptor " +
  "OperationValidators ParameterDescriptor Provided RawClient RequestContent RequestEvent RequestValidationError ResponseBodyError " +
  "ResponseCodec ResponseContent ResponseDescriptor ResponseEvent ResponseValidationError RetryEvent RetryOptions " +
  "SecuritySchemeDescriptor ServerChoice ServerDescriptor ServerEvent SpecwrightError StatusIn Style Success SuccessStatus TimeoutError " +
  "Transport UnexpectedStatusError ValidateOptions ValidationIssue Validator binaryBody formBody jsonBody multipartBody readBinary " +
  "readJson readStream readText textBody Attributes HeaderValues PaginationDescriptor PaginationError Pages ReadContext ReconnectOptions " +
  "TestAnswer TestCall TestFetch TestHandler WebhookDescriptor WebhookError WebhookRequest WebhookVerifier XmlHints clientCredentials " +
  "createTestFetch pages parseWebhook rateLimit readEvents readJsonEvents readJsonLines readJsonSequence reconnecting standardWebhooks xmlBody attributesOf ParameterWriter writeStyled writeList MakeValidator " +
  "HeaderReader ServerExpander authorize openapiFetch OpenapiFetch Authorizer readAny readTextOrJson basicCredential download expandServer followRedirects readHeader jsonLinesBody jsonSequenceBody";

const words: ReadonlySet<string> = new Set([language, globals, surface, runtime].flatMap((list) => list.split(" ")));

/** Whether nothing of a document may be called so. */
export function isReserved(identifier: string): boolean {
  return words.has(identifier);
}
