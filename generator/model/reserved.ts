/** Words that an identifier must not be. */

/** Reserved words of ECMAScript and TypeScript, and names that may not be declared in a module. */
const language =
  "abstract any as asserts async await bigint boolean break case catch class const continue debugger declare default delete do else enum " +
  "eval export extends false finally for from function get global if implements import in infer instanceof interface is keyof let module " +
  "namespace never new null number object of out override package private protected public readonly require return satisfies set static " +
  "string super switch symbol this throw true try type typeof undefined unique unknown using var void while with yield arguments accessor";

/** Globals that emitted code uses, or that a reader expects to be the global. */
const globals =
  "AbortController AbortSignal Array ArrayBuffer AsyncGenerator AsyncIterable AsyncIterator Atomics BigInt BigInt64Array BigUint64Array Blob " +
  "Boolean Buffer Capitalize Crypto DOMException DataView Date Document Element Error EvalError Event EventTarget Exclude Extract File " +
  "FinalizationRegistry Float32Array Float64Array FormData Function Generator Headers InstanceType Int16Array Int32Array Int8Array Iterable " +
  "Iterator Infinity Intl JSON Lowercase Map Math Module NaN Node NonNullable Number Object Omit OmitThisParameter Parameters Partial Pick " +
  "Promise PromiseLike Proxy RangeError ReadableStream Readonly ReadonlyArray ReadonlyMap ReadonlySet Record ReferenceError Reflect RegExp " +
  "Request Required Response ReturnType Set SharedArrayBuffer String Symbol SyntaxError TextDecoder TextEncoder ThisType TypeError URIError " +
  "URL URLSearchParams Uint16Array Uint32Array Uint8Array Uint8ClampedArray Uncapitalize Uppercase WeakMap WeakRef WeakSet WebAssembly " +
  "WebSocket Window Worker Awaited NoInfer ConstructorParameters console crypto decodeURI decodeURIComponent document encodeURI " +
  "encodeURIComponent escape exports fetch globalThis isFinite isNaN name parseFloat parseInt process self setTimeout clearTimeout " +
  "setInterval clearInterval structuredClone unescape window navigator location performance queueMicrotask hasOwnProperty constructor " +
  "prototype toString valueOf isPrototypeOf propertyIsEnumerable toLocaleString then";

/**
 * What the emitted package exports itself: the client, the runtime, the modules of openapi-typescript, and zod's name.
 * A test holds this against `templates/runtime`.
 */
const surface =
  "z zod paths components operations webhooks schemas responses parameters requestBodies headers pathItems raw call use eject core client " +
  "options args auth runtime validators types index Core Client ClientOptions CallOptions Call Data Success Failure Result Binary Operation " +
  "OperationDescriptor OperationValidators Validator Validators Descriptor Middleware SpecwrightError ApiError UnexpectedStatusError " +
  "NetworkError TimeoutError AbortedError RequestValidationError ResponseValidationError ResponseBodyError ConfigurationError Json " +
  "Credential Credentials Auth Drift ServerSentEvent Page Pages";

const lower = (text: string): string[] => text.split(" ").map((word) => word.toLowerCase());

/**
 * Compared in lower case, for types and functions alike: `promise` would be legal, and confusing. Names of the runtime come from
 * the caller of {@link isReserved} as well where it knows them.
 */
const words: ReadonlySet<string> = new Set([...lower(language), ...lower(globals), ...lower(surface)]);

/** Endings that make room for what we derive from a name. */
const endings = /(Schema|Args|Result|Operation|Validators)$/;

/** Whether no schema, operation or group may be called so. `derived` also refuses endings that belong to derived names. */
export function isReserved(identifier: string): boolean {
  return words.has(identifier.toLowerCase());
}

/** Whether a name ends like one that we derive from another (`ContactSchema` from `Contact`), and so may meet it. */
export function endsLikeDerived(identifier: string): boolean {
  return endings.test(identifier);
}
