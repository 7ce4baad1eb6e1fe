/** Variables of servers (OpenAPI 3.1.1, 4.8.6). Only packages with such a server refer to it. */
import type { ServerExpander } from "./descriptor.js";
import { own } from "./own.js";

/** The URL with the chosen values, or the defaults. Throws an `Error` that says why there is none. */
export const expandServer: ServerExpander = ({ url, variables = {} }, chosen) => {
  for (const name of Object.keys(chosen)) if (own(variables, name) === undefined) throw new Error(`has no variable ${name}`);
  return url.replace(/\{([^{}]+)\}/g, (_, name: string) => {
    const declared = own(variables, name);
    const value = own(chosen, name) ?? declared?.default;
    if (value === undefined) throw new Error(`has no value for ${name}`);
    if (declared?.enum?.includes(value) === false) throw new Error(`takes for ${name} only ${declared.enum.join(", ")}`);
    return value;
  });
};
