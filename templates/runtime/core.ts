/** A call from its arguments to its result: checked, prepared, authorized, sent (again where that is safe), read. */
import { declaredResponse, isStream, readAnswer } from "./answer.js";
import type { AnyResult, Call, CallArgs, Core, DataOf } from "./call.js";
import { orAborted, sleep, startDeadline, type Deadline } from "./deadline.js";
import type { ApiDescriptor, OperationDescriptor, ServerDescriptor } from "./descriptor.js";
import { AbortedError, ApiError, ConfigurationError, NetworkError, SpecwrightError, TimeoutError } from "./errors.js";
import type { CallOptions, ClientOptions, HeaderValues, RequestEvent } from "./options.js";
import { isAbsent, isUnfit } from "./parameters.js";
import { PlainRequest } from "./plain-request.js";
import { planOf } from "./plan.js";
import { prepare, type Prepared } from "./request.js";
import { isRepeatable, isTransient, retryDelay, retrySettings } from "./retry.js";
import type { Authorization } from "./security.js";
import { absoluteBase, sameOrigin, serverUrl } from "./server.js";
import type { Transport } from "./transport.js";
import { checkRequest } from "./validate.js";

/** For operations that need no credentials. */
const anonymous: Authorization = { headers: {}, query: "", cookies: "", secrets: [], follow: undefined, tokens: new Map() };

/**
 * Makes what the generated functions call. Throws nothing; what is wrong with the options is told by the calls.
 *
 * @param transport what requests go through instead of straight to `fetch`; only it knows of middleware
 */
export function createCore(api: ApiDescriptor, options: ClientOptions = {}, transport?: Transport): Core {
  const { fetch: ownFetch, auth = {}, baseUrl, documentUrl, headers: ownHeaders, middleware, onRequest, onResponse, onRetry, rateLimit, server } = options;
  const fetch = (request: Request | PlainRequest): Promise<Response> => {
    // Looked up at each call, so that a test may replace it.
    if (ownFetch === undefined) return request instanceof PlainRequest ? globalThis.fetch(request.url, request.init) : globalThis.fetch(request);
    return ownFetch(request instanceof PlainRequest ? new Request(request.url, request.init) : request);
  };
  const { authorize = () => Promise.resolve(anonymous) } = api;
  const bases = new WeakMap<readonly ServerDescriptor[], string>();
  const lasting = new WeakMap<OperationDescriptor, Authorization>();

  /** The caller's base URL, else that of the nearest declared servers; worked out once for each list. */
  function baseOf(operation: OperationDescriptor, call: CallOptions): string {
    const servers = operation.servers ?? api.servers;
    const usual = call.baseUrl === undefined && call.server === undefined;
    const known = usual ? bases.get(servers) : undefined;
    if (known !== undefined) return known;
    // The client's choice of a server is about the document's list, not about an operation's own.
    const choice = call.server ?? (operation.servers === undefined ? server : undefined);
    const url = call.baseUrl ?? (call.server === undefined ? baseUrl : undefined) ?? serverUrl(operation.id, servers, choice);
    const base = absoluteBase(operation.id, url, documentUrl);
    if (usual) bases.set(servers, base);
    return base;
  }

  /** Arguments, checked and written. A key is made once, so that all attempts have the same. */
  function prepareCall(operation: OperationDescriptor, args: CallArgs, call: CallOptions): Prepared {
    if (middleware?.length && !transport) throw new ConfigurationError(operation.id, "middleware needs the transport openapiFetch(options)");
    const plan = planOf(operation);
    if ((call.validate?.request ?? options.validate?.request) !== "off") checkRequest(operation, plan, args);
    const prepared = prepare(operation, plan, args);
    const { headers } = prepared;
    headers["accept"] = plan.accept;
    if (call.accept !== undefined) addFields(operation.id, headers, { accept: call.accept });
    const key = operation.idempotencyHeader;
    if (key !== undefined && !Object.hasOwn(headers, key.toLowerCase())) addFields(operation.id, headers, { [key]: call.idempotencyKey ?? crypto.randomUUID() });
    return prepared;
  }

  async function run(operation: OperationDescriptor, args: CallArgs, call: CallOptions): Promise<AnyResult> {
    const totalMs = call.totalTimeoutMs ?? options.totalTimeoutMs ?? 0;
    const totalEnds = totalMs > 0 ? Date.now() + totalMs : Infinity;
    const total = startDeadline(call.signal, totalMs);
    const { signal } = total;
    let streaming = false;
    try {
      signal?.throwIfAborted();
      const prepared = prepareCall(operation, args, call);
      const base = baseOf(operation, call);
      if (call.url !== undefined) sameOrigin(operation.id, call.url, base);
      const address = call.url ?? base + prepared.path;
      const replayable = !(prepared.body instanceof ReadableStream);
      const authorized = (rejected: Authorization["tokens"]): Promise<Authorization> => orAborted(authorize(api, operation, auth, rejected, fetch, base), signal);
      let authorization = operation.security?.length ? lasting.get(operation) : anonymous;
      let renewed = false;

      for (let attempt = 0; ; attempt++) {
        if (rateLimit) await orAborted(rateLimit(signal), signal);
        const event = (): RequestEvent => ({ operation: operation.id, method: operation.method, template: operation.path, url: address.replace(/[?#].*/, ""), attempt });
        const deadline = startDeadline(signal, call.timeoutMs ?? options.timeoutMs);
        /** Milliseconds until the next attempt; undefined: this was the last. */
        const wait = (answer?: Response): number | undefined => {
          const retry = retrySettings(options.retry, call.retry);
          const delay = replayable && isRepeatable(operation) && attempt < retry.limit ? retryDelay(retry, attempt, answer, Date.now()) : undefined;
          return delay !== undefined && Date.now() + delay < totalEnds ? delay : undefined;
        };
        let delayMs: number | undefined;
        let reason: unknown;
        try {
          if (authorization === undefined) {
            authorization = await authorized(anonymous.tokens);
            // Nobody had to be asked.
            if (authorization.tokens.size === 0) lasting.set(operation, authorization);
          }
          const response = await send(operation, prepared, address, authorization, args, call, event, deadline.signal);
          const { status } = response;
          const declared = declaredResponse(operation, status);
          // Credentials that were good before may have ended; a function or a token endpoint may have newer ones. Where not, the answer stands.
          if (status === 401 && !renewed && replayable && authorization.tokens.size > 0) {
            const before = authorization;
            authorization = await authorized(before.tokens).catch(() => before);
            if ([...authorization.tokens].some(([scheme, token]) => before.tokens.get(scheme) !== token)) {
              renewed = true;
              attempt--;
              await response.body?.cancel();
              continue;
            }
          }
          if (isTransient(status, declared?.response.retryable)) delayMs = wait(response);
          if (delayMs === undefined) {
            const checks = { package: api.package, mode: call.validate?.response ?? options.validate?.response ?? "report", report: options.onDrift, secrets: authorization.secrets };
            const result = await readAnswer(operation, response, declared, checks, {
              operation: operation.id,
              explain(error) {
                const said = explain(operation, error, call.signal, total);
                return said instanceof SpecwrightError ? said : new NetworkError(operation.id, "the body was cut off", { cause: said });
              },
              end() {
                deadline.end();
                total.end();
              },
            });
            streaming = isStream(result.ok ? result.data : result.error);
            return result;
          }
          reason = status;
          await response.body?.cancel();
        } catch (error) {
          reason = explain(operation, error, call.signal, deadline);
          delayMs = (reason instanceof NetworkError || deadline.expired()) && !signal?.aborted ? wait() : undefined;
          if (delayMs === undefined) throw reason;
        } finally {
          deadline.end(streaming);
        }
        onRetry?.({ ...event(), delayMs, reason: reason as number | Error });
        await sleep(delayMs, signal);
      }
    } catch (error) {
      throw explain(operation, error, call.signal, total);
    } finally {
      total.end(streaming);
    }
  }

  /** One request on the wire. */
  async function send(operation: OperationDescriptor, prepared: Prepared, address: string, authorization: Authorization, args: CallArgs, call: CallOptions, event: () => RequestEvent, signal: AbortSignal | undefined): Promise<Response> {
    const { body } = prepared;
    const { follow, headers: credentials } = authorization;
    // A link holds its own query.
    const query = (call.url === undefined ? prepared.query : "") + authorization.query;
    const cookies = prepared.cookies + authorization.cookies;
    const headers: Record<string, string> = {};
    addFields(operation.id, headers, ownHeaders);
    Object.assign(headers, prepared.headers, cookies !== "" && { cookie: cookies.slice(2) }, credentials);
    addFields(operation.id, headers, call.headers);
    const request = new PlainRequest(query === "" || address.includes("?") ? address + query : `${address}?${query.slice(1)}`, {
      method: operation.method,
      headers,
      redirect: follow ? "manual" : "follow",
      signal: signal ?? null,
      body,
      // A stream is sent while it is read, which fetch wants to be told (Fetch Standard, RequestInit.duplex); any body may be.
      duplex: "half",
    });
    const startedMs = onResponse ? performance.now() : 0;
    let fault: unknown;
    const deliver = async (request: Request | PlainRequest): Promise<Response> => {
      try {
        const response = await fetch(request);
        return follow && !response.ok ? await follow(fetch, request, response, body, Object.keys(credentials)) : response;
      } catch (error) {
        throw (fault = error);
      }
    };
    onRequest?.(event());
    try {
      const response = await (transport ? transport.send(request, { template: operation.path, params: args }, deliver) : deliver(request));
      onResponse?.({ ...event(), status: response.status, durationMs: performance.now() - startedMs });
      return response;
    } catch (error) {
      // What a middleware throws is its own affair.
      if (error !== fault || signal?.aborted === true) throw error;
      throw new NetworkError(operation.id, messageOf(error), { cause: error });
    }
  }

  return {
    call<Result extends AnyResult>(operation: OperationDescriptor, args: CallArgs = {}, call: CallOptions = {}): Call<Result> {
      // The generated functions state the result type of the descriptor that they pass.
      const result = run(operation, args, call) as Promise<Result>;
      return Object.assign(result, { orThrow: () => result.then((settled) => dataOrThrow(operation, settled)) });
    },
  };
}

function dataOrThrow<Result extends AnyResult>(operation: OperationDescriptor, result: Result): DataOf<Result> {
  if (result.ok) return result.data as DataOf<Result>;
  const errorClass = declaredResponse(operation, result.status)?.response.error ?? ApiError;
  throw new errorClass(operation.id, result as never);
}

/** Adds header fields by lower-case name; `null` takes one away. Throws `ConfigurationError` for what cannot be one. */
function addFields(operation: string, fields: Record<string, string>, given: HeaderValues = {}): void {
  for (const [name, value] of Object.entries(given)) {
    const key = name.toLowerCase();
    // fetch would quote the value in its message.
    if (isUnfit(value)) throw new ConfigurationError(operation, `the header ${name} cannot be sent`);
    if (isAbsent(value)) delete fields[key];
    else fields[key] = value;
  }
}

/** The class for what a call ended with: the caller's abort, a time limit, or the error as it is. */
function explain(operation: OperationDescriptor, error: unknown, signal: AbortSignal | undefined, deadline: Deadline): unknown {
  if (error instanceof TimeoutError || error instanceof AbortedError) return error;
  const cause = (signal?.aborted ? signal.reason : error) as Error | undefined;
  if (signal?.aborted ? cause?.name === "TimeoutError" : deadline.expired()) return new TimeoutError(operation.id, "no answer in time", { cause });
  return signal?.aborted ? new AbortedError(operation.id, "aborted by the caller", { cause }) : error;
}

/** undici says "fetch failed" and keeps the reason in the cause. */
function messageOf(error: unknown): string {
  const { message, name } = ((error as Error | undefined)?.cause ?? error ?? {}) as Partial<Error>;
  return `no answer: ${message || name}`;
}
