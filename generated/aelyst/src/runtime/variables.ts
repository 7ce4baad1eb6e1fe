/** Variables of servers (OpenAPI 3.1.1, 4.8.6). Only packages with such a server refer to it. */
import type { ServerExpander } from "./descriptor.js";
import { own } from "./own.js";

/** The URL with the chosen values, or the defaults. Throws an `Error` that says why there is none. */
export const expandServer: ServerExpander = ({ url, variables = {} }, chosen) => {
  for (const name of Object.keys(chosen)) if (own(variables, name) === undefined) throw new Error(`has no variable ${name}`);
  return url.replace(/\{([^{}]+)\}/g, (_, name: string) => {
    const declared = own(variables, name);
    const given = own(chosen, name);
    const value = given ?? declared?.default;
    if (value === undefined) throw new Error(`has no value for ${name}`);
    // In 3.0 a default need not be one of the values (OAS 3.0.4, Server Variable Object: SHOULD).
    if (given !== undefined && declared?.enum?.includes(given) === false) throw new Error(`takes for ${name} only ${declared.enum.join(", ")}`);
    return value;
  });
};
