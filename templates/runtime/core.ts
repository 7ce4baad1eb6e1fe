/** A call from its arguments to its result: checked, prepared, authorized, sent (again where that is safe), read. */
import { declaredResponse, isStream, readAnswer, type AnswerChecks } from "./answer.js";
import type { AnyResult, Call, CallArgs, Core, DataOf } from "./call.js";
import { orAborted, sleep, startDeadline, type Deadline } from "./deadline.js";
import type { ApiDescriptor, OperationDescriptor, ServerDescriptor } from "./descriptor.js";
import { AbortedError, ApiError, MalformedBody, NetworkError, SpecwrightError, TimeoutError } from "./errors.js";
import { requestEvent } from "./hooks.js";
import type { CallOptions, ClientOptions, RetryOptions } from "./options.js";
import { makePlan, type Plan } from "./plan.js";
import { followRedirects } from "./redirect.js";
import { isReplayable, prepare, type Prepared } from "./request.js";
import { isRepeatable, isTransient, retryDelay, retrySettings } from "./retry.js";
import { anonymous, authorize, isRenewed, type Authorization } from "./security.js";
import { declaredBase, ownBase, sameOrigin } from "./server.js";
import { createTransport, PlainRequest, type RawClient, type Transport } from "./transport.js";
import { checkRequest } from "./validate.js";

/** Plans belong to the operations, which are constants of the package. */
const plans = new WeakMap<OperationDescriptor, Plan>();

function planOf(operation: OperationDescriptor): Plan {
  let plan = plans.get(operation);
  if (plan === undefined) plans.set(operation, (plan = makePlan(operation)));
  return plan;
}

/** Makes what the generated functions call. Throws nothing; what is wrong with the options is told by the calls. */
export function createCore(api: ApiDescriptor, options: ClientOptions = {}): Core {
  const client = new Client(api, options);
  return {
    call<Result extends AnyResult>(operation: OperationDescriptor, args: CallArgs = {}, callOptions: CallOptions = {}): Call<Result> {
      // The generated functions state the result type of the descriptor that they pass.
      const result = client.run(operation, args, callOptions) as Promise<Result>;
      return Object.assign(result, { orThrow: () => result.then((settled) => dataOrThrow(operation, settled)) });
    },
    raw: <Paths extends {}>() => client.transport.raw as RawClient<Paths>,
    use: (...middleware) => client.transport.raw.use(...middleware),
    eject: (...middleware) => client.transport.raw.eject(...middleware),
  };
}

function dataOrThrow<Result extends AnyResult>(operation: OperationDescriptor, result: Result): DataOf<Result> {
  if (result.ok) return result.data as DataOf<Result>;
  const errorClass = declaredResponse(operation, result.status)?.response.error ?? ApiError;
  throw new errorClass(operation.id, result as never);
}

/** One call on its way. */
interface Journey {
  readonly operation: OperationDescriptor;
  readonly plan: Plan;
  readonly prepared: Prepared;
  readonly args: CallArgs;
  readonly options: CallOptions;
  readonly base: string;
  readonly retry: Required<RetryOptions>;
  readonly repeatable: boolean;
  readonly total: Deadline;
  readonly totalEnds: number;
}

class Client {
  readonly transport: Transport;
  private readonly bases = new WeakMap<readonly ServerDescriptor[], string>();
  private readonly fetch: (request: Request | PlainRequest) => Promise<Response>;

  constructor(
    private readonly api: ApiDescriptor,
    private readonly options: ClientOptions,
  ) {
    const own = options.fetch;
    // Looked up at each call, so that a test may replace it.
    this.fetch = (request) => (request instanceof PlainRequest ? globalThis.fetch(request.url, request.init) : own === undefined ? globalThis.fetch(request) : own(request));
    this.transport = createTransport({ baseUrl: options.baseUrl ?? "", headers: options.headers ?? {}, fetch: own, middleware: options.middleware ?? [] });
  }

  async run(operation: OperationDescriptor, args: CallArgs, call: CallOptions): Promise<AnyResult> {
    const totalMs = call.totalTimeoutMs ?? this.options.totalTimeoutMs;
    const total = startDeadline([call.signal], totalMs);
    let streaming = false;
    try {
      total.signal?.throwIfAborted();
      const result = await this.travel(this.prepare(operation, args, call, total, totalMs));
      streaming = isStream(result.ok ? result.data : result.error);
      return result;
    } catch (error) {
      throw explain(operation, error, call.signal, total);
    } finally {
      if (streaming) total.stopClock();
      else total.end();
    }
  }

  private prepare(operation: OperationDescriptor, args: CallArgs, call: CallOptions, total: Deadline, totalMs: number | undefined): Journey {
    const plan = planOf(operation);
    if ((call.validate ?? this.options.validate)?.request !== "off") checkRequest(operation, args);
    const prepared = prepare(operation, plan, args);
    const { headers } = prepared;
    headers.set("accept", call.accept ?? plan.accept);
    const keyHeader = operation.idempotencyHeader?.toLowerCase();
    if (keyHeader !== undefined && !headers.has(keyHeader)) headers.set(keyHeader, call.idempotencyKey ?? crypto.randomUUID());
    const base = this.base(operation, call);
    if (call.url !== undefined) sameOrigin(operation.id, call.url, base);
    return {
      operation, plan, prepared, args, options: call, total, base,
      retry: retrySettings(call.retry ?? this.options.retry),
      repeatable: isReplayable(prepared.body) && isRepeatable(operation, keyHeader !== undefined),
      totalEnds: totalMs === undefined || totalMs <= 0 ? Infinity : Date.now() + totalMs,
    };
  }

  /** The caller's base URL, else the nearest declared servers; worked out once for each list. */
  private base(operation: OperationDescriptor, call: CallOptions): string {
    const own = call.baseUrl ?? this.options.baseUrl;
    const servers = operation.servers ?? this.api.servers;
    const { documentUrl } = this.options;
    if (call.baseUrl === undefined && call.server === undefined) {
      const known = this.bases.get(servers);
      if (known !== undefined) return known;
    }
    // The client's choice of a server is about the document's list, not about an operation's own.
    const choice = call.server ?? (operation.servers === undefined ? this.options.server : undefined) ?? {};
    const base = own === undefined || call.server !== undefined && call.baseUrl === undefined ? declaredBase(operation.id, servers, choice, documentUrl) : ownBase(operation.id, own, documentUrl);
    if (call.baseUrl === undefined && call.server === undefined) this.bases.set(servers, base);
    return base;
  }

  /** Attempts until there is an answer to give. */
  private async travel(journey: Journey): Promise<AnyResult> {
    const { operation, retry, total } = journey;
    let authorization = await this.authorize(journey, anonymous);
    let renewed = false;
    for (let attempt = 0; ; attempt++) {
      const again = journey.repeatable && attempt < retry.limit;
      const outcome = await this.attempt(journey, authorization, attempt, { again, renew: authorization.tokens.size > 0 && !renewed });
      if (outcome.kind === "result") return outcome.result;
      if (outcome.kind === "renewed") {
        renewed = true;
        attempt--;
        authorization = outcome.authorization;
        continue;
      }
      this.options.onRetry?.({ ...requestEvent(operation, journey.base + journey.prepared.path, attempt + 1), delayMs: outcome.delayMs, reason: outcome.reason });
      await sleep(outcome.delayMs, total.signal);
    }
  }

  /** @param before what the server has just refused; `anonymous` at first */
  private authorize(journey: Journey, before: Authorization): Promise<Authorization> | Authorization {
    const { operation, total } = journey;
    if (operation.security === undefined || operation.security.length === 0) return anonymous;
    return orAborted(authorize(this.api, operation, this.options.auth ?? {}, before.tokens, this.fetch), total.signal);
  }

  private async attempt(journey: Journey, authorization: Authorization, attempt: number, may: { again: boolean; renew: boolean }): Promise<Outcome> {
    const { operation, total, retry } = journey;
    const deadline = startDeadline([total.signal], journey.options.timeoutMs ?? this.options.timeoutMs);
    let streaming = false;
    try {
      await this.options.rateLimit?.(deadline.signal);
      const response = await this.send(journey, authorization, attempt, deadline.signal);
      const declared = declaredResponse(operation, response.status);
      const next = await this.afterAnswer(journey, authorization, response, declared?.response.retryable === true, attempt, may);
      if (next !== undefined) {
        await response.body?.cancel();
        return next;
      }
      const result = await readAnswer(operation, response, declared, this.checks(journey.options), {
        operation: operation.id,
        explain: (error) => streamError(operation, explain(operation, error, journey.options.signal, total)),
        end() {
          deadline.end();
          total.end();
        },
      });
      streaming = isStream(result.ok ? result.data : result.error);
      return { kind: "result", result };
    } catch (error) {
      const reason = explain(operation, error, journey.options.signal, deadline);
      const transient = reason instanceof NetworkError || (reason instanceof TimeoutError && deadline.expired());
      if (!transient || !may.again || total.signal?.aborted === true) throw reason;
      const delayMs = retryDelay(retry, attempt, undefined, Date.now());
      if (delayMs === undefined || Date.now() + delayMs >= journey.totalEnds) throw reason;
      return { kind: "retry", delayMs, reason };
    } finally {
      if (streaming) deadline.stopClock();
      else deadline.end();
    }
  }

  /** What else to do with an answer than to give it. */
  private async afterAnswer(journey: Journey, authorization: Authorization, response: Response, retryable: boolean, attempt: number, may: { again: boolean; renew: boolean }): Promise<Outcome | undefined> {
    if (response.status === 401 && may.renew && isReplayable(journey.prepared.body)) {
      const fresh = await this.authorize(journey, authorization);
      if (isRenewed(authorization, fresh)) return { kind: "renewed", authorization: fresh };
    }
    if (response.ok || !may.again || !isTransient(response.status, retryable)) return undefined;
    const delayMs = retryDelay(journey.retry, attempt, response.headers, Date.now());
    if (delayMs === undefined || Date.now() + delayMs >= journey.totalEnds) return undefined;
    return { kind: "retry", delayMs, reason: response.status };
  }

  private checks(call: CallOptions): AnswerChecks {
    return { package: this.api.package, mode: (call.validate ?? this.options.validate)?.response ?? "report", report: this.options.onDrift };
  }

  /** One request on the wire. */
  private async send(journey: Journey, authorization: Authorization, attempt: number, signal: AbortSignal | undefined): Promise<Response> {
    const { operation, prepared, args, options: call, base } = journey;
    const bare = call.url ?? base + prepared.path;
    const query = [...(call.url === undefined ? prepared.query : []), ...authorization.query].join("&");
    const secrets = authorization.headers.map(([name]) => name.toLowerCase()).filter((name) => name !== "authorization");
    const { onRequest, onResponse } = this.options;
    onRequest?.(requestEvent(operation, bare, attempt));
    const started = onResponse === undefined ? 0 : performance.now();
    let fault: unknown;
    const deliver = async (request: Request | PlainRequest): Promise<Response> => {
      try {
        return await (secrets.length > 0 ? followRedirects(this.fetch, request, prepared.body, secrets) : this.fetch(request));
      } catch (error) {
        fault = error;
        throw error;
      }
    };
    try {
      const response = await this.transport.send({
        method: operation.method,
        template: operation.path,
        url: query === "" ? bare : `${bare}${bare.includes("?") ? "&" : "?"}${query}`,
        headers: fieldsOf(prepared, authorization, call),
        body: prepared.body,
        signal,
        params: args,
        redirect: secrets.length > 0 ? "manual" : "follow",
        deliver,
      });
      onResponse?.({ ...requestEvent(operation, bare, attempt, { status: response.status }), status: response.status, durationMs: performance.now() - started });
      return response;
    } catch (error) {
      if (error !== fault || error instanceof SpecwrightError || signal?.aborted === true) throw error;
      throw new NetworkError(operation.id, messageOf(error), { cause: error });
    }
  }
}

type Outcome =
  | { readonly kind: "result"; readonly result: AnyResult }
  | { readonly kind: "renewed"; readonly authorization: Authorization }
  | { readonly kind: "retry"; readonly delayMs: number; readonly reason: number | Error };

/** Header fields, the caller's last. `null` takes one away. */
function fieldsOf(prepared: Prepared, authorization: Authorization, call: CallOptions): Record<string, string | null> {
  const fields = new Map<string, string | null>(prepared.headers);
  // openapi-fetch would say application/json of any body but FormData.
  if (!fields.has("content-type")) fields.set("content-type", null);
  const cookies = [...prepared.cookies, ...authorization.cookies].join("; ");
  if (cookies !== "") fields.set("cookie", cookies);
  for (const [name, value] of authorization.headers) fields.set(name.toLowerCase(), value);
  for (const [name, value] of Object.entries(call.headers ?? {})) fields.set(name.toLowerCase(), value);
  return Object.fromEntries(fields);
}

/** The class for what a call ended with: the caller's abort, a time limit, or the error as it is. */
function explain(operation: OperationDescriptor, error: unknown, signal: AbortSignal | undefined, deadline: Deadline): unknown {
  if (error instanceof TimeoutError || error instanceof AbortedError) return error;
  if (signal?.aborted === true) {
    const reason: unknown = signal.reason;
    const timeout = reason instanceof DOMException && reason.name === "TimeoutError";
    return timeout ? new TimeoutError(operation.id, "no answer in the time that the signal allows", { cause: reason }) : new AbortedError(operation.id, "aborted by the caller", { cause: reason });
  }
  return deadline.expired() ? new TimeoutError(operation.id, "no answer in time", { cause: error }) : error;
}

/** What a stream that breaks off while the caller reads it throws. */
function streamError(operation: OperationDescriptor, error: unknown): unknown {
  return error instanceof SpecwrightError || error instanceof MalformedBody ? error : new NetworkError(operation.id, "the stream was cut off", { cause: error });
}

/** undici says "fetch failed" and keeps the reason in the cause. */
function messageOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return cause instanceof Error ? `no answer: ${cause.message || cause.name}` : "no answer";
}
