/** The formats `hostname` and `idn-hostname`. */

const asciiLabel = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/i;

/** `hostname`: RFC 1123, 2.1. */
export function isHostname(text: string): boolean {
  return text.length <= 253 && text.split(".").every((label) => label.length <= 63 && asciiLabel.test(label));
}
