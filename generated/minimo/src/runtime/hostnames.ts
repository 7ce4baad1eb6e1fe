/** The formats `hostname` and `idn-hostname`. */
import { fitsDirection, isInternationalLabel, isRightToLeft } from "./idna.js";
import { decode, encode } from "./punycode.js";

const asciiLabel = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/i;

interface Label {
  /** As it stands in a domain name system: `xn--…` where it is not ASCII. */
  readonly ascii: string;
  /** As people read it. */
  readonly unicode: string;
}

/** A label of letters, digits and hyphens; one that begins with `xn--` stands for a label in Unicode (RFC 5890, 2.3.2.1). */
function readAscii(label: string): Label | undefined {
  if (label.length > 63 || !asciiLabel.test(label)) return undefined;
  if (!/^xn--/i.test(label)) return { ascii: label, unicode: label };
  const unicode = decode(label.slice(4));
  const isGenuine = unicode !== undefined && /[^\u0000-\u007f]/.test(unicode) && encode(unicode) === label.slice(4).toLowerCase();
  return isGenuine && isInternationalLabel(unicode) ? { ascii: label, unicode } : undefined;
}

function readUnicode(label: string): Label | undefined {
  // Longer ones cannot be written in 63 characters, and encoding them would take its time.
  if (label.length > 63 || !isInternationalLabel(label)) return undefined;
  const ascii = `xn--${encode(label)}`;
  return ascii.length <= 63 ? { ascii, unicode: label } : undefined;
}

function isName(labels: readonly (Label | undefined)[]): boolean {
  const known = labels.filter((label) => label !== undefined);
  if (known.length < labels.length || known.map(({ ascii }) => ascii).join(".").length > 253) return false;
  return !known.some(({ unicode }) => isRightToLeft(unicode)) || known.every(({ unicode }) => fitsDirection(unicode));
}

/** `hostname`: RFC 1123, 2.1, with labels in Punycode as RFC 5890 has them. */
export function isHostname(text: string): boolean {
  return isName(text.split(".").map(readAscii));
}

/** `idn-hostname`: RFC 5890, 2.3.2.3; labels in Unicode or in Punycode. The ideographic full stops separate labels too (RFC 3490, 3.1). */
export function isIdnHostname(text: string): boolean {
  // Labels with two hyphens in the third and fourth place are reserved (RFC 5890, 2.3.1).
  const read = (label: string): Label | undefined =>
    /[^\u0000-\u007f]/.test(label) ? readUnicode(label) : /^(?!xn).{2}--/i.test(label) ? undefined : readAscii(label);
  return isName(text.split(/[.\u3002\uff0e\uff61]/).map(read));
}
