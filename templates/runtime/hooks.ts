/** What `onRequest`, `onResponse` and `onRetry` are told. */
import type { OperationDescriptor } from "./descriptor.js";
import type { Attributes, RequestEvent } from "./options.js";

/** @param url without query and credentials */
export function requestEvent(operation: OperationDescriptor, url: string, attempt: number, outcome: { status?: number; error?: Error } = {}): RequestEvent {
  const attributes: Attributes = {
    "specwright.operation": operation.id,
    "http.request.method": operation.method,
    "url.full": url,
    "url.template": operation.path,
    "server.address": new URL(url).hostname,
    "http.request.resend_count": attempt,
    ...(outcome.status === undefined ? {} : { "http.response.status_code": outcome.status }),
    ...(outcome.error === undefined ? {} : { "error.type": outcome.error.name }),
  };
  return { operation: operation.id, attempt, attributes };
}
