/**
 * What an internationalized label may hold: IDNA 2008 (RFC 5891, RFC 5892) and its rule for right-to-left text (RFC 5893).
 * JavaScript's regular expressions know most of the Unicode properties these need; the few others are tables here.
 */

// RFC 5892, 2.6: decided one by one.
const allowed = /^[\u00df\u03c2\u06fd\u06fe\u0f0b\u3007]$/u;
const disallowed = /^[\u0640\u07fa\u302e\u302f\u3031-\u3035\u303b]$/u;
const contextual = /^[\u00b7\u0375\u05f3\u05f4\u30fb\u0660-\u0669\u06f0-\u06f9\u200c\u200d]$/u;
// RFC 5892, 2.9, 2.3 and 2.4: Hangul Jamo, characters that are ignored, and blocks of symbols.
const oldHangul = /^[\u1100-\u11ff\ua960-\ua97c\ud7b0-\ud7fb]$/u;
const ignorable = /^(?:\p{Default_Ignorable_Code_Point}|\p{White_Space}|\p{Noncharacter_Code_Point}|[\u20d0-\u20ff\u{1d100}-\u{1d24f}])$/u;
const letterOrDigit = /^[\p{Ll}\p{Lu}\p{Lo}\p{Nd}\p{Lm}\p{Mn}\p{Mc}]$/u;

/** RFC 5892, 2.2: whether compatibility or case makes another character of it. */
function isUnstable(character: string): boolean {
  const plain = character.normalize("NFKC");
  return folded(plain).normalize("NFKC") !== character;
}

/** Unicode case folding: lower case but for Cherokee, and for the dotless i, which stays. */
function folded(text: string): string {
  if (/\p{Script=Cherokee}/u.test(text)) return text.toUpperCase();
  return text === "\u0131" ? text : text.toUpperCase().toLowerCase();
}

/** RFC 5892, 3: the derived property of one character, those that depend on their neighbours included. */
function isPermitted(character: string): boolean {
  if (allowed.test(character) || contextual.test(character) || /^[a-z0-9-]$/.test(character)) return true;
  if (disallowed.test(character) || oldHangul.test(character) || isUnstable(character) || ignorable.test(character)) return false;
  return letterOrDigit.test(character);
}

// Canonical_Combining_Class=Virama.
const virama =
  /^[\u094d\u09cd\u0a4d\u0acd\u0b4d\u0bcd\u0c4d\u0ccd\u0d3b\u0d3c\u0d4d\u0dca\u0e3a\u0eba\u0f84\u1039\u103a\u1714\u1715\u1734\u17d2\u1a60\u1b44\u1baa\u1bab\u1bf2\u1bf3\u2d7f\ua806\ua82c\ua8c4\ua953\ua9c0\uaaf6\uabed\u{10a3f}\u{11046}\u{11070}\u{1107f}\u{110b9}\u{11133}\u{11134}\u{111c0}\u{11235}\u{112ea}\u{1134d}\u{113ce}-\u{113d0}\u{11442}\u{114c2}\u{115bf}\u{1163f}\u{116b6}\u{1172b}\u{11839}\u{1193d}\u{1193e}\u{119e0}\u{11a34}\u{11a47}\u{11a99}\u{11c3f}\u{11d44}\u{11d45}\u{11d97}\u{11f41}\u{11f42}]$/u;

// Joining_Type: letters that join on both sides, and those that join to the right only.
const joining = /^[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Nko}\p{Script=Mandaic}\p{Script=Mongolian}\p{Script=Phags_Pa}\p{Script=Adlam}]$/u;
const notJoining = /^[\u0621\u0674\u06d5\u06dd\u0600-\u0605]$/u;
const joiningRight =
  /^[\u0622-\u0625\u0627\u0629\u062f-\u0632\u0648\u0671-\u0673\u0675-\u0677\u0688-\u0699\u06c0\u06c3-\u06cb\u06cd\u06cf\u06d2\u06d3\u06d5\u06ee\u06ef\u0710\u0715-\u0719\u071e\u0728\u072a\u072c\u072f\u074d\u0759-\u075b\u076b\u076c\u0771\u0773\u0774\u0778\u0779\u0840\u0846\u0847\u0849\u0854]$/u;
const transparent = /^[\p{Mn}\p{Me}\p{Cf}]$/u;

/** RFC 5892, A.1: a joiner stands where letters could join, or after a virama. */
function mayJoin(characters: readonly string[], at: number): boolean {
  const before = characters.slice(0, at).reverse().find((character) => !transparent.test(character));
  const after = characters.slice(at + 1).find((character) => !transparent.test(character));
  const isLetter = (character: string | undefined): character is string => character !== undefined && joining.test(character) && /^\p{L}$/u.test(character);
  return isLetter(before) && isLetter(after) && !joiningRight.test(before) && !notJoining.test(before) && (!notJoining.test(after) || joiningRight.test(after));
}

/** RFC 5892, appendix A: characters that are permitted beside certain others only. */
function fitsContext(characters: readonly string[], at: number): boolean {
  const before = characters[at - 1] ?? "";
  const after = characters[at + 1] ?? "";
  switch (characters[at]) {
    case "\u200c":
      return virama.test(before) || mayJoin(characters, at);
    case "\u200d":
      return virama.test(before);
    case "\u00b7":
      return before === "l" && after === "l";
    case "\u0375":
      return /^\p{Script=Greek}$/u.test(after);
    case "\u05f3":
    case "\u05f4":
      return /^\p{Script=Hebrew}$/u.test(before);
    case "\u30fb":
      return characters.some((character) => /^[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]$/u.test(character));
    default:
      return true;
  }
}

/** Whether a label in Unicode is one that IDNA 2008 permits. Its direction is judged with its neighbours: {@link fitsDirection}. */
export function isInternationalLabel(label: string): boolean {
  if (label.normalize("NFC") !== label || /^-|-$|^..--|^\p{M}/u.test(label)) return false;
  // RFC 5892, A.8 and A.9: the two sets of Arabic digits do not mix.
  if (/[\u0660-\u0669]/.test(label) && /[\u06f0-\u06f9]/.test(label)) return false;
  const characters = [...label];
  return characters.every((character, at) => isPermitted(character) && fitsContext(characters, at));
}

// ---------------------------------------------------------------------------------------------- direction

const rightToLeft = /^[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]$/u;

type Direction = "left" | "right" | "number" | "arabicNumber" | "mark" | "other";

/** The classes of Bidi_Class that the rule tells apart. */
function directionOf(character: string): Direction {
  if (/^[0-9\u06f0-\u06f9]$/.test(character)) return "number";
  if (/^[\u0600-\u0605\u0660-\u0669\u066b\u066c\u06dd\u{10d30}-\u{10d39}\u{10e60}-\u{10e7e}]$/u.test(character)) return "arabicNumber";
  if (/^[\p{Mn}\p{Me}]$/u.test(character)) return "mark";
  if (rightToLeft.test(character)) return "right";
  return /^[\p{L}\p{Mc}\p{Nd}]$/u.test(character) ? "left" : "other";
}

/** Whether the rule for right-to-left text concerns a name of which this is a label (RFC 5893, 1.4). */
export function isRightToLeft(label: string): boolean {
  return [...label].some((character) => ["right", "arabicNumber"].includes(directionOf(character)));
}

/** The Bidi rule: RFC 5893, 2. */
export function fitsDirection(label: string): boolean {
  const directions = [...label].map(directionOf);
  const last = [...directions].reverse().find((direction) => direction !== "mark") ?? "other";
  if (directions[0] === "right") {
    const isMixed = directions.includes("number") && directions.includes("arabicNumber");
    return !directions.includes("left") && !isMixed && ["right", "number", "arabicNumber"].includes(last);
  }
  return directions[0] === "left" && !directions.includes("right") && !directions.includes("arabicNumber") && ["left", "number"].includes(last);
}
