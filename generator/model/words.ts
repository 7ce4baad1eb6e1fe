/** A vendor's names into words of plain letters and digits. */

/** Letters that decomposition does not reduce to a plain one. */
const letters: ReadonlyMap<string, string> = new Map(
  Object.entries({ ß: "ss", æ: "ae", Æ: "Ae", œ: "oe", Œ: "Oe", ø: "o", Ø: "O", ł: "l", Ł: "L", đ: "d", Đ: "D", ð: "d", Ð: "D", þ: "th", Þ: "Th", ı: "i" }),
);

/** Cyrillic by the passport rules (ICAO 9303), lower case; marks are gone by then, so that й is и. */
const cyrillic: ReadonlyMap<string, string> = new Map(
  "а=a б=b в=v г=g ґ=g д=d е=e ж=zh з=z и=i і=i к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=kh ц=ts ч=ch ш=sh щ=shch ъ= ы=y ь= э=e ю=iu я=ia є=ie"
    .split(" ")
    .map((pair) => pair.split("=") as [string, string]),
);

export interface Words {
  readonly words: readonly string[];
  /** Letters or digits were lost that have no plain spelling: the words alone do not tell the name. */
  readonly lossy: boolean;
}

/**
 * `contacts_create` → contacts, create; `Größe` → Grosse. Words are what stands between other characters; case within a
 * word is kept. Apostrophes join (`user's` → users).
 */
export function wordsOf(name: string): Words {
  if (/^[A-Za-z0-9]+$/.test(name)) return { words: [name], lossy: false };
  let lossy = false;
  const plain = [...name.replace(/['’]/g, "").normalize("NFKD")]
    .map((char) => {
      if (/[A-Za-z0-9]/.test(char)) return char;
      if (/\p{M}/u.test(char)) return "";
      const letter = letters.get(char) ?? cyrillic.get(char);
      if (letter !== undefined) return letter;
      const small = cyrillic.get(char.toLowerCase());
      if (small !== undefined) return small.charAt(0).toUpperCase() + small.slice(1);
      if (/[\p{L}\p{N}]/u.test(char)) lossy = true;
      return " ";
    })
    .join("");
  return { words: plain.split(" ").filter((word) => word !== ""), lossy };
}

/** `ContactUpsertRequest`. Words in capitals are lowered when they stand beside others: `CONTACT_TYPE` → ContactType. */
export function pascal(words: readonly string[]): string {
  const shouting = words.length > 1 && words.every((word) => word === word.toUpperCase());
  return words.map((word) => word.charAt(0).toUpperCase() + (shouting ? word.slice(1).toLowerCase() : word.slice(1))).join("");
}

/** `upsertContact`; a leading abbreviation is lowered whole: `URLList` → urlList, `SMS` → sms. */
export function camel(words: readonly string[]): string {
  const [first = "", ...rest] = words;
  if (rest.length > 0 && words.every((word) => word === word.toUpperCase())) return lowerStart(pascal(words));
  return lowerStart(first) + rest.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
}

function lowerStart(word: string): string {
  const run = /^[A-Z]+/.exec(word)?.[0] ?? "";
  // The last capital of a run begins the next word, unless the run is all there is (or digits follow it).
  const length = run.length > 1 && /^[a-z]/.test(word.slice(run.length)) ? run.length - 1 : run.length;
  return word.slice(0, length).toLowerCase() + word.slice(length);
}

/** Cuts a name of joined words at a word's end, so that it stays below a length. */
export function shorten(name: string, length: number): string {
  if (name.length <= length) return name;
  const cut = name.slice(0, length);
  const end = cut.search(/[A-Z][^A-Z]*$/);
  return end > length / 2 ? cut.slice(0, end) : cut;
}

/** The end of a name of joined words from the beginning of a word on, not longer than `length`. */
export function lastWords(name: string, length: number): string {
  const cut = name.slice(-length);
  const start = cut.search(/(?<![A-Z])[A-Z]/);
  return start < 0 ? cut : cut.slice(start);
}
