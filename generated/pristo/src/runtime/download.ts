/** Answers as streams, whatever their media type: for bodies too large to be held. */
import { readStream } from "./binary.js";
import type { Call, CallArgs, Core, Failure, Success } from "./call.js";
import type { OperationDescriptor, ResponseDescriptor } from "./descriptor.js";
import type { CallOptions } from "./options.js";

const streaming = new WeakMap<OperationDescriptor, OperationDescriptor>();

/**
 * Calls an operation and gives a success's body as a stream, at once: `download(core, getReportOperation, { path: { id } })`.
 * Failures are read as they are declared. The time limit of an attempt ends with the headers; `signal` cancels the stream.
 */
export function download(core: Core, operation: OperationDescriptor, args: CallArgs = {}, options: CallOptions = {}): Call<Success<number, ReadableStream<Uint8Array>> | Failure<number, unknown>> {
  let variant = streaming.get(operation);
  if (variant === undefined) streaming.set(operation, (variant = { ...operation, responses: Object.fromEntries(Object.entries(operation.responses).map(([status, response]) => [status, streamed(status, response)])) }));
  return core.call(variant, args, options);
}

function streamed(status: string, response: ResponseDescriptor): ResponseDescriptor {
  if (!status.startsWith("2") || response.contents === undefined) return response;
  return { ...response, contents: Object.fromEntries(Object.keys(response.contents).map((mediaType) => [mediaType, { codec: readStream }])) };
}
