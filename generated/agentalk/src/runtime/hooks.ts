/** For the hooks `onRequest`, `onResponse` and `onRetry`. */
import type { Attributes, RequestEvent, ResponseEvent, RetryEvent } from "./options.js";

/** An event in OpenTelemetry's names (semantic conventions for HTTP clients), ready for a span or a metric. */
export function attributesOf(event: RequestEvent | ResponseEvent | RetryEvent): Attributes {
  const outcome = "status" in event ? event.status : "reason" in event ? event.reason : undefined;
  return {
    "specwright.operation": event.operation,
    "http.request.method": event.method,
    "url.full": event.url,
    "url.template": event.template,
    "server.address": new URL(event.url).hostname,
    "http.request.resend_count": event.attempt,
    ...(typeof outcome === "number" && { "http.response.status_code": outcome }),
    ...(outcome instanceof Error && { "error.type": outcome.name }),
  };
}
