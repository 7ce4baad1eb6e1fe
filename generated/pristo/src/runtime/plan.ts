/** What can be worked out once for an operation: its path in pieces, its parameters by place, its bodies, its Accept field. */
import type { OperationDescriptor, ParameterDescriptor, RequestContent } from "./descriptor.js";

export interface Plan {
  /** The path in pieces: what is fixed, and each segment with parameters, slash and all, as a list of literals and parameters. */
  readonly segments: readonly (string | readonly (string | ParameterDescriptor)[])[];
  readonly query: readonly ParameterDescriptor[];
  readonly header: readonly ParameterDescriptor[];
  readonly cookie: readonly ParameterDescriptor[];
  /** What a body can be, the first by default. */
  readonly contents: readonly (readonly [mediaType: string, content: RequestContent])[];
  readonly accept: string;
  /** fetch does not send the method (Fetch Standard, 4.6: forbidden methods). */
  readonly forbidden: boolean;
  /** fetch sends no body with the method (Fetch Standard, Request constructor, 34). */
  readonly bodyless: boolean;
}

/** Plans belong to the operations, which are constants of the package. */
const plans = new WeakMap<OperationDescriptor, Plan>();

export function planOf(operation: OperationDescriptor): Plan {
  let plan = plans.get(operation);
  if (plan === undefined) plans.set(operation, (plan = makePlan(operation)));
  return plan;
}

function makePlan(operation: OperationDescriptor): Plan {
  const parameters = operation.parameters ?? [];
  const at = (...places: string[]): ParameterDescriptor[] => parameters.filter((parameter) => places.includes(parameter.in));
  const path = new Map(at("path").map((parameter) => [parameter.name, parameter]));
  return {
    // By turns: what is fixed, and a segment with a parameter in it.
    segments: operation.path.split(/((?:^|\/)[^/]*\{[^/]*)/).map((text, index) => {
      if (index % 2 === 0) return encodeLiteral(text);
      return text.split(/\{([^{}]*)\}/).map((piece, index) => (index % 2 === 0 ? encodeLiteral(piece) : (path.get(piece) ?? { name: piece, in: "path", required: true })));
    }),
    query: at("query", "querystring"),
    header: at("header"),
    cookie: at("cookie"),
    contents: Object.entries(operation.body?.contents ?? {}),
    accept: acceptOf(operation),
    forbidden: /^(?:CONNECT|TRACE|TRACK)$/i.test(operation.method),
    bodyless: /^(?:GET|HEAD)$/i.test(operation.method),
  };
}

/** What a path may hold stays as it was written (RFC 3986, 3.3; `?` too, since some documents put a query into a path). */
const encodeLiteral = (text: string): string => text.replace(/%(?![0-9a-f]{2})|[^\w\-.~!$&'()*+,;=:@%?/]/giu, encodeURIComponent);

/** All declared types, those of successes first (RFC 9110, 12.5.1). Nothing declared: anything. */
function acceptOf(operation: OperationDescriptor): string {
  const answers = Object.entries(operation.responses).sort(([a], [b]) => Number(b.startsWith("2")) - Number(a.startsWith("2")));
  return [...new Set(answers.flatMap(([, { contents = {} }]) => Object.keys(contents)))].join(", ") || "*/*";
}
