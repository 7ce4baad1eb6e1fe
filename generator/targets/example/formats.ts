/**
 * Whether a value can have a format: enough to tell a vendor's slip (`20160128` for a date) from an example that the validators take.
 * Looser than they are, never stricter.
 */
const day = String.raw`\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])`;
const time = String.raw`(?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?(?:z|[+-]\d\d:?\d\d)`;

const texts: ReadonlyMap<string, RegExp> = new Map([
  ["uuid", /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i],
  ["date", new RegExp(`^${day}$`)],
  ["time", new RegExp(`^${time}$`, "i")],
  ["date-time", new RegExp(`^${day}[t ]${time}$`, "i")],
  ["duration", /^P[\dYMWDTHS]+$/],
  ["email", /^.+@.+$/],
  ["idn-email", /^.+@.+$/],
  ["hostname", /^[\w.-]+$/],
  ["ipv4", /^\d{1,3}(?:\.\d{1,3}){3}$/],
  ["ipv6", /^[\da-f:.]+$/i],
  ["uri", /^[a-z][a-z\d+.-]*:\S*$/i],
  ["iri", /^[a-z][a-z\d+.-]*:\S*$/i],
  ["uri-reference", /^\S*$/],
  ["iri-reference", /^\S*$/],
  ["json-pointer", /^(?:\/[^]*)?$/],
  ["byte", /^(?:[\da-z+/]{4})*(?:[\da-z+/]{2}==|[\da-z+/]{3}=)?$/i],
]);

const ranges: ReadonlyMap<string, readonly [least: number, most: number]> = new Map([
  ["int8", [-128, 127]],
  ["uint8", [0, 255]],
  ["int16", [-32_768, 32_767]],
  ["uint16", [0, 65_535]],
  ["int32", [-2_147_483_648, 2_147_483_647]],
  ["uint32", [0, 4_294_967_295]],
  ["int64", [-(2 ** 63), 2 ** 63]],
  ["uint64", [0, 2 ** 64]],
]);

/** Whether a text can have the format; every text has one that is not known here. */
export function textHas(text: string, format: string | undefined): boolean {
  return format === undefined || (texts.get(format)?.test(text) ?? true);
}

/** Whether a number can have the format. */
export function numberHas(value: number, format: string | undefined): boolean {
  const range = format === undefined ? undefined : ranges.get(format);
  return range === undefined || (Number.isInteger(value) && value >= range[0] && value <= range[1]);
}
