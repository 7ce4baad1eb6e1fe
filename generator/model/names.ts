/**
 * The only maker of identifiers. What wants a name says where it stands and what it would like to be called, from the best to the
 * most exact; names are dealt out so that neither the document's order nor a counter decides, and a name once locked stays.
 */
import { createHash } from "node:crypto";
import type { Identifier } from "../identifier.js";
import { isReserved } from "./reserved.js";
import { camel, lastWords, pascal, shorten, wordsOf } from "./words.js";

/** `names.lock.json`: place → identifier. */
export interface NamesLock {
  readonly version: 1;
  readonly names: Readonly<Record<string, string>>;
}

/** What is asked for a place. */
export interface Claim {
  /** Unique, and the same as long as the vendor's own names are: a schema's pointer, `operation GET /x`, `group Contacts`. */
  readonly place: string;
  readonly case: "pascal" | "camel";
  /** A place whose identifier the name begins with: `/components/schemas/Contact` for `ContactInput`. */
  readonly after?: string;
  /** Texts to make the name of, each more exact than the one before: `["Create"]`, `["contacts", "Create"]`. */
  readonly wishes: readonly (readonly string[])[];
  /** Goes before a name that would begin with a digit or has no letters: `Model`. */
  readonly prefix: string;
  /** All exported names that the identifier takes up: `Contact` and `ContactSchema`. */
  readonly takes: (identifier: string) => readonly string[];
  /** Names of one space must differ in more than case; those of different spaces need only take up different names. */
  readonly space: string;
  /** Who goes first when several would like the same name; lower is first. */
  readonly rank: number;
}

const maximumLength = 60;
const pattern = /^[A-Za-z][A-Za-z0-9]*$/;

/**
 * Gives every claim an identifier. First the names that the lock holds and that are still free. Then wish by wish: of several who
 * would like the same name the one of the lowest rank gets it, or the one the vendor spells just so; where that is not one, nobody
 * does, and all go on to their next wish, at last to a short hash of their place.
 *
 * @param taken exported names that are given already, e.g. `createPristoClient`
 */
export function giveNames(claims: readonly Claim[], lock: NamesLock | undefined, taken: readonly string[] = []): ReadonlyMap<string, Identifier> {
  const table = new Table(taken);
  const sorted = [...claims].sort((a, b) => (a.place < b.place ? -1 : 1));
  const open = sorted.filter((claim) => {
    const locked = lock && Object.hasOwn(lock.names, claim.place) ? lock.names[claim.place] : undefined;
    return typeof locked !== "string" || !isUsable(locked) || !table.take(claim, locked);
  });
  // Names that begin with another one wait for it.
  for (const turn of [open.filter((claim) => claim.after === undefined), open.filter((claim) => claim.after !== undefined)]) {
    let left = turn;
    for (let wish = 0; left.length > 0; wish++) left = dealOut(table, left, wish);
  }
  return table.given;
}

interface Wanted {
  readonly claim: Claim;
  readonly name: string;
  readonly precedence: number;
}

/** One round: the claims that still have no name. */
function dealOut(table: Table, claims: readonly Claim[], wish: number): Claim[] {
  const left: Claim[] = [];
  const wanted = new Map<string, Wanted[]>();
  for (const claim of claims) {
    const name = nameFor(claim, wish, table);
    if (name === undefined) {
      left.push(claim);
      continue;
    }
    const spelled = claim.wishes[0]?.join("") === name;
    const entry = { claim, name, precedence: claim.rank * 2 + (spelled ? 0 : 1) };
    const key = `${claim.space} ${name.toLowerCase()}`;
    const rivals = wanted.get(key);
    if (rivals) rivals.push(entry);
    else wanted.set(key, [entry]);
  }
  const winners: Wanted[] = [];
  for (const rivals of wanted.values()) {
    const best = rivals.reduce((least, rival) => Math.min(least, rival.precedence), Infinity);
    const first = rivals.filter((rival) => rival.precedence === best);
    for (const rival of rivals) {
      if (first.length === 1 && rival === first[0]) winners.push(rival);
      else left.push(rival.claim);
    }
  }
  winners.sort((a, b) => a.precedence - b.precedence || (a.claim.place < b.claim.place ? -1 : 1));
  for (const { claim, name } of winners) if (!table.take(claim, name)) left.push(claim);
  return left;
}

/**
 * The name of a wish; after the last wish the end of the first one where that was cut (long names often begin alike), and then the
 * first one with a hash of the place. Undefined when the wish makes no usable name.
 */
function nameFor(claim: Claim, wish: number, table: Table): string | undefined {
  const start = claim.after === undefined ? [] : [table.given.get(claim.after) ?? ""];
  const texts = claim.wishes[wish];
  if (texts) {
    const { name, lossy } = makeName(claim, [...start, ...texts]);
    return lossy || !isUsable(name) ? undefined : name;
  }
  const { name, end } = makeName(claim, [...start, ...(claim.wishes[0] ?? [])]);
  if (wish === claim.wishes.length) return end !== undefined && isUsable(end) ? end : undefined;
  const length = 2 + 2 * (wish - claim.wishes.length);
  return shorten(name, maximumLength - length - 1) + hash(claim.place, length);
}

interface Made {
  /** Not longer than allowed. */
  readonly name: string;
  /** The last words of a name that had to be cut. */
  readonly end: string | undefined;
  readonly lossy: boolean;
}

function makeName(claim: Claim, texts: readonly string[]): Made {
  const all = texts.map(wordsOf);
  const words = all.flatMap((part) => part.words);
  const make = claim.case === "pascal" ? pascal : camel;
  const made = make(words);
  const name = pattern.test(made) ? made : make([claim.prefix, ...words]);
  const lossy = words.length === 0 || all.some((part) => part.lossy);
  const end = name.length > maximumLength && !lossy ? make([lastWords(name, maximumLength)]) : undefined;
  return { name: shorten(name, maximumLength), end, lossy };
}

/** Capitals and digits only, a letter first: `X7F3A`. */
function hash(place: string, length: number): string {
  return `X${createHash("sha256").update(place).digest("hex").slice(0, length).toUpperCase()}`;
}

function isUsable(name: string): boolean {
  return pattern.test(name) && name.length <= maximumLength && !isReserved(name);
}

/** Names already given, with all that each takes up. */
class Table {
  readonly given = new Map<string, Identifier>();
  readonly #exported: Set<string>;
  readonly #folded = new Set<string>();

  constructor(taken: readonly string[]) {
    this.#exported = new Set(taken);
  }

  /** Gives the name, or says no because some of what it takes up is taken. */
  take(claim: Claim, name: string): boolean {
    const all = claim.takes(name);
    const folded = `${claim.space} ${name.toLowerCase()}`;
    if (this.#folded.has(folded) || all.some((each) => this.#exported.has(each) || isReserved(each))) return false;
    for (const each of all) this.#exported.add(each);
    this.#folded.add(folded);
    this.given.set(claim.place, name as Identifier);
    return true;
  }
}

/** The lock for the next run: every name given, by place, sorted. Places that are gone are left out. */
export function makeLock(given: ReadonlyMap<string, Identifier>): NamesLock {
  const names: Record<string, string> = Object.create(null) as Record<string, string>;
  for (const place of [...given.keys()].sort()) names[place] = given.get(place) as string;
  return { version: 1, names };
}

/** What the package declares under its own name. */
export function packageExports(identifier: Identifier): string[] {
  const types = ["Client", "Options", "Auth", "Server", "Calls", "Webhooks"].map((ending) => `${identifier}${ending}`);
  return [...types, `create${identifier}Client`, `create${identifier}Core`];
}

/** The package's own class-like name: `pristo` → Pristo, `2checkout` → Api2checkout. */
export function packageName(text: string): Identifier {
  const { words, lossy } = wordsOf(text);
  const made = shorten(pascal(words), maximumLength - 10) + (lossy ? hash(text, 4) : "");
  const name = (pattern.test(made) ? made : `Api${made}`) as Identifier;
  return isReserved(name) || packageExports(name).some(isReserved) ? (`${name}Api` as Identifier) : name;
}
