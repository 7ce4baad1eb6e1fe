import type { Json } from "../json.js";

/**
 * A plain scalar of YAML as the core schema reads it (YAML 1.2.2, 10.3.2). What only YAML 1.1 takes for something else stays
 * text: `no`, `on`, `y`, `2020-01-01`, `12:30`, `1_000`.
 */
export function plainScalar(text: string): Json {
  switch (text) {
    case "":
    case "~":
    case "null":
    case "Null":
    case "NULL":
      return null;
    case "true":
    case "True":
    case "TRUE":
      return true;
    case "false":
    case "False":
    case "FALSE":
      return false;
  }
  // JSON has neither infinity nor NaN, so `.inf` and `.nan` stay text.
  return startsLikeNumber(text) ? number(text) : text;
}

function startsLikeNumber(text: string): boolean {
  const first = text.charCodeAt(0);
  return (first >= 48 && first <= 57) || first === 45 || first === 43 || first === 46;
}

function number(text: string): Json {
  if (/^0o[0-7]+$/.test(text) || /^0x[0-9a-fA-F]+$/.test(text)) return Number(text);
  if (!/^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$/.test(text)) return text;
  const value = Number(text);
  return Number.isFinite(value) ? value : text;
}
