/** A call from its arguments to its result: checked, prepared, authorized, sent (again where that is safe), read. */
import { declaredResponse, isStream, readAnswer } from "./answer.js";
import type { AnyResult, Call, CallArgs, Core, DataOf } from "./call.js";
import { orAborted, sleep, startDeadline, type Deadline } from "./deadline.js";
import type { ApiDescriptor, OperationDescriptor, ServerDescriptor } from "./descriptor.js";
import { AbortedError, ApiError, ConfigurationError, NetworkError, secretsOf, SpecwrightError, TimeoutError } from "./errors.js";
import type { CallOptions, ClientOptions, RequestEvent } from "./options.js";
import { isUnfit } from "./parameters.js";
import { planOf } from "./plan.js";
import { isReplayable, prepare, type Prepared } from "./request.js";
import { isRepeatable, isTransient, retryDelay, retrySettings } from "./retry.js";
import { anonymous, authorize, isRenewed, type Authorization } from "./security.js";
import { absoluteBase, sameOrigin, serverUrl } from "./server.js";
import { createTransport, PlainRequest } from "./transport.js";
import { checkRequest } from "./validate.js";

/** Makes what the generated functions call. Throws nothing; what is wrong with the options is told by the calls. */
export function createCore(api: ApiDescriptor, options: ClientOptions = {}): Core {
  const { fetch: ownFetch, auth = {}, baseUrl, documentUrl, headers = {}, middleware = [], onRequest, onResponse, onRetry, rateLimit, server } = options;
  // Looked up at each call, so that a test may replace it.
  const fetch = async (request: Request | PlainRequest): Promise<Response> =>
    request instanceof PlainRequest ? globalThis.fetch(request.url, request.init) : ownFetch === undefined ? globalThis.fetch(request) : ownFetch(request);
  const { send: transmit, raw } = createTransport({ baseUrl: baseUrl ?? "", headers, fetch: ownFetch, middleware });
  const bases = new WeakMap<readonly ServerDescriptor[], string>();

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
    if ((call.validate ?? options.validate)?.request !== "off") checkRequest(operation, args);
    const plan = planOf(operation);
    const prepared = prepare(operation, plan, args);
    const { headers } = prepared;
    headers.set("accept", call.accept ?? plan.accept);
    const key = operation.idempotencyHeader?.toLowerCase();
    if (key !== undefined && !headers.has(key)) headers.set(key, call.idempotencyKey ?? crypto.randomUUID());
    return prepared;
  }

  async function run(operation: OperationDescriptor, args: CallArgs, call: CallOptions, total: Deadline, totalEnds: number): Promise<AnyResult> {
    const { signal } = total;
    signal?.throwIfAborted();
    const prepared = prepareCall(operation, args, call);
    const base = baseOf(operation, call);
    if (call.url !== undefined) sameOrigin(operation.id, call.url, base);
    const address = call.url ?? base + prepared.path;
    const event = { operation: operation.id, method: operation.method, template: operation.path, url: address.replace(/[?#].*/, "") };
    const replayable = isReplayable(prepared.body);
    const repeatable = replayable && isRepeatable(operation);
    const retry = retrySettings(call.retry ?? options.retry);
    const authorized = (before: Authorization): Promise<Authorization> => orAborted(authorize(api, operation, auth, before.tokens, fetch, base), signal);
    let authorization = operation.security?.length ? undefined : anonymous;
    let renewed = false;

    for (let attempt = 0; ; attempt++) {
      if (rateLimit) await orAborted(rateLimit(signal), signal);
      const deadline = startDeadline(signal, call.timeoutMs ?? options.timeoutMs);
      /** Milliseconds until the next attempt; undefined: this was the last. */
      const wait = (answer?: Response): number | undefined => {
        const delay = repeatable && attempt < retry.limit ? retryDelay(retry, attempt, answer, Date.now()) : undefined;
        return delay !== undefined && Date.now() + delay < totalEnds ? delay : undefined;
      };
      let delayMs: number | undefined;
      let reason: unknown;
      let result: AnyResult | undefined;
      try {
        authorization ??= await authorized(anonymous);
        const response = await send(operation, prepared, address, authorization, args, call, { ...event, attempt }, deadline.signal);
        const declared = declaredResponse(operation, response.status);
        // Credentials that were good before may have ended; a function or a token endpoint may have newer ones. Where not, the answer stands.
        const before = authorization;
        if (response.status === 401 && !renewed && replayable && before.tokens.size > 0) authorization = await authorized(before).catch(() => before);
        if (isRenewed(before, authorization)) {
          renewed = true;
          attempt--;
          await response.body?.cancel();
          continue;
        }
        if (isTransient(response.status, declared?.response.retryable)) delayMs = wait(response);
        if (delayMs === undefined) {
          const checks = { package: api.package, mode: (call.validate ?? options.validate)?.response ?? "report", report: options.onDrift };
          result = await readAnswer(operation, response, declared, checks, {
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
          return result;
        }
        reason = response.status;
        await response.body?.cancel();
      } catch (error) {
        reason = explain(operation, error, call.signal, deadline);
        delayMs = (reason instanceof NetworkError || deadline.expired()) && !signal?.aborted ? wait() : undefined;
        if (delayMs === undefined) throw reason;
      } finally {
        deadline.end(isStreaming(result));
      }
      onRetry?.({ ...event, attempt, delayMs, reason: reason as number | Error });
      await sleep(delayMs, signal);
    }
  }

  /** One request on the wire. */
  async function send(operation: OperationDescriptor, prepared: Prepared, address: string, authorization: Authorization, args: CallArgs, call: CallOptions, event: RequestEvent, signal: AbortSignal | undefined): Promise<Response> {
    // A link holds its own query.
    const query = [...(call.url === undefined ? prepared.query : []), ...authorization.query].join("&");
    const { follow } = authorization;
    const cookies = [...prepared.cookies, ...authorization.cookies].join("; ");
    const started = performance.now();
    let fault: unknown;
    onRequest?.(event);
    try {
      const response = await transmit({
        method: operation.method,
        template: operation.path,
        url: query === "" ? address : `${address}${address.includes("?") ? "&" : "?"}${query}`,
        headers: fieldsOf(operation.id, Object.entries(headers), prepared.headers, cookies === "" ? [] : [["cookie", cookies]], authorization.headers, Object.entries(call.headers ?? {})),
        body: prepared.body,
        signal,
        params: args,
        redirect: follow ? "manual" : "follow",
        deliver: (request) =>
          (follow ? follow(fetch, request, prepared.body, authorization.headers.map(([name]) => name)) : fetch(request)).catch((error: unknown) => {
            throw (fault = error);
          }),
      });
      secretsOf.set(response, authorization.secrets);
      onResponse?.({ ...event, status: response.status, durationMs: performance.now() - started });
      return response;
    } catch (error) {
      // What a middleware throws is its own affair.
      if (error !== fault || signal?.aborted === true) throw error;
      throw new NetworkError(operation.id, messageOf(error), { cause: error });
    }
  }

  return {
    call<Result extends AnyResult>(operation: OperationDescriptor, args: CallArgs = {}, call: CallOptions = {}): Call<Result> {
      const totalMs = call.totalTimeoutMs ?? options.totalTimeoutMs ?? 0;
      const total = startDeadline(call.signal, totalMs);
      const settle = async (): Promise<AnyResult> => {
        let result: AnyResult | undefined;
        try {
          result = await run(operation, args, call, total, totalMs > 0 ? Date.now() + totalMs : Infinity);
          return result;
        } catch (error) {
          throw explain(operation, error, call.signal, total);
        } finally {
          total.end(isStreaming(result));
        }
      };
      // The generated functions state the result type of the descriptor that they pass.
      const result = settle() as Promise<Result>;
      return Object.assign(result, { orThrow: () => result.then((settled) => dataOrThrow(operation, settled)) });
    },
    raw,
    use: (...added) => raw.use(...added),
    eject: (...taken) => raw.eject(...taken),
  };
}

const isStreaming = (result: AnyResult | undefined): boolean => result !== undefined && isStream(result.ok ? result.data : result.error);

function dataOrThrow<Result extends AnyResult>(operation: OperationDescriptor, result: Result): DataOf<Result> {
  if (result.ok) return result.data as DataOf<Result>;
  const errorClass = declaredResponse(operation, result.status)?.response.error ?? ApiError;
  throw new errorClass(operation.id, result as never);
}

/** Header fields; a later group replaces an earlier one's, `null` takes one away. Throws `ConfigurationError` for what cannot be one. */
function fieldsOf(operation: string, ...groups: readonly Iterable<readonly [string, string | null]>[]): Record<string, string | null> {
  // openapi-fetch would say application/json of any body but FormData.
  const fields: Record<string, string | null> = { "content-type": null };
  for (const group of groups) {
    for (const [name, value] of group) {
      // fetch would quote the value in its message.
      if (isUnfit(value)) throw new ConfigurationError(operation, `the header ${name} cannot be sent`);
      fields[name.toLowerCase()] = value;
    }
  }
  return fields;
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
