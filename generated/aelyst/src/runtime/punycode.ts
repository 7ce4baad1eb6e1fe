/** Punycode: RFC 3492. */

const base = 36;
const [tMin, tMax, skew, damp, initialBias, initialCode] = [1, 26, 38, 700, 72, 128];

/** RFC 3492, 6.1. */
function adapt(delta: number, count: number, isFirst: boolean): number {
  let rest = isFirst ? Math.floor(delta / damp) : delta >> 1;
  rest += Math.floor(rest / count);
  let bias = 0;
  for (; rest > ((base - tMin) * tMax) >> 1; bias += base) rest = Math.floor(rest / (base - tMin));
  return bias + Math.floor(((base - tMin + 1) * rest) / (rest + skew));
}

const threshold = (k: number, bias: number): number => Math.min(Math.max(k - bias, tMin), tMax);

/** 0–25 are letters, 26–35 digits. */
function digitOf(character: string): number | undefined {
  if (/[a-z]/i.test(character)) return character.toLowerCase().charCodeAt(0) - 97;
  return /[0-9]/.test(character) ? Number(character) + 26 : undefined;
}

const characterOf = (digit: number): string => String.fromCharCode(digit < 26 ? digit + 97 : digit + 22);

/** The text that a label says after its `xn--`; undefined where it is no Punycode. */
export function decode(label: string): string | undefined {
  const split = label.lastIndexOf("-");
  const points = [...label.slice(0, Math.max(split, 0))].map((character) => character.charCodeAt(0));
  let [code, index, bias] = [initialCode, 0, initialBias];
  for (let at = split + 1; at < label.length; ) {
    const before = index;
    for (let weight = 1, k = base; ; k += base) {
      const digit = digitOf(label[at++] ?? "");
      if (digit === undefined) return undefined;
      index += digit * weight;
      const t = threshold(k, bias);
      if (digit < t) break;
      weight *= base - t;
      if (index > 0x7fffffff || weight > 0x7fffffff) return undefined;
    }
    bias = adapt(index - before, points.length + 1, before === 0);
    code += Math.floor(index / (points.length + 1));
    if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return undefined;
    index %= points.length + 1;
    points.splice(index++, 0, code);
  }
  return String.fromCodePoint(...points);
}

/** A label in Punycode, without the `xn--`. Quadratic in the label's length: for labels of at most 63 characters. */
export function encode(text: string): string {
  const points = [...text].map((character) => character.codePointAt(0) ?? 0);
  const basic = points.filter((point) => point < initialCode);
  let output = basic.length > 0 ? `${String.fromCharCode(...basic)}-` : "";
  let [code, delta, bias, handled] = [initialCode, 0, initialBias, basic.length];
  while (handled < points.length) {
    const next = Math.min(...points.filter((point) => point >= code));
    delta += (next - code) * (handled + 1);
    code = next;
    for (const point of points) {
      if (point < code) delta++;
      if (point !== code) continue;
      output += integer(delta, bias);
      bias = adapt(delta, handled + 1, handled === basic.length);
      delta = 0;
      handled++;
    }
    delta++;
    code++;
  }
  return output;
}

/** RFC 3492, 3.3: an integer of variable length. */
function integer(value: number, bias: number): string {
  let output = "";
  for (let k = base, rest = value; ; k += base) {
    const t = threshold(k, bias);
    if (rest < t) return output + characterOf(rest);
    output += characterOf(t + ((rest - t) % (base - t)));
    rest = Math.floor((rest - t) / (base - t));
  }
}
