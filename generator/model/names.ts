/**
 * The only maker of identifiers. What wants a name says where it stands and what it would like to be called, from the best to the
 * most exact; names are dealt out so that neither the document's order nor a counter decides, and a name once locked stays.
 */
import { createHash } from "node:crypto";
import type { Identifier } from "../identifier.js";
import { isReserved } from "./reserved.js";
import { camel, pascal, shorten, wordsOf } from "./words.js";

/** `names.lock.json`: place → identifier. */
export interface NamesLock {
  readonly version: 1;
  readonly names: Readonly<Record<string, string>>;
}

/** What is asked for a place. */
export interface Claim {
  /** Unique, stable while the vendor's own names are: a schema's pointer, `operation GET /x`, `group Contacts`. */
  readonly place: string;
  readonly case: "pascal" | "camel";
  /** Texts to make the name of, each more exact than the one before: `["Create"]`, `["contacts", "Create"]`. */
  readonly wishes: readonly (readonly string[])[];
  /** Goes before a name that begins with a digit or has no letters: `Model`. */
  readonly prefix: string;
  /** What else the name takes up: `ContactSchema` beside `Contact`. */
  readonly endings: readonly string[];
  /** Names of one space must differ in more than case; names of different spaces must only differ. */
  readonly space: string;
  /** Who goes first when several would like the same name; lower is first. */
  readonly rank: number;
}

const maximumLength = 60;
const pattern = /^[A-Za-z][A-Za-z0-9]*$/;

/**
 * Gives every claim an identifier. First those that the lock holds and that are still free, then wish by wish: of several
 * that would like the same name the one of the lowest rank gets it, when it is alone there; the others go on to their next wish, and
 * at the end to a short hash of their place.
 */
export function giveNames(claims: readonly Claim[], lock: NamesLock | undefined): ReadonlyMap<string, Identifier> {
  const table = new Table();
  const sorted = [...claims].sort((a, b) => (a.place < b.place ? -1 : 1));
  let open: Claim[] = [];
  for (const claim of sorted) {
    const locked = lock && Object.hasOwn(lock.names, claim.place) ? lock.names[claim.place] : undefined;
    if (locked === undefined || !isUsable(locked) || !table.take(claim, locked)) open.push(claim);
  }
  for (let wish = 0; open.length > 0; wish++) open = dealOut(table, open, wish);
  return table.given;
}

/** One round: the claims that still have no name. */
function dealOut(table: Table, claims: readonly Claim[], wish: number): Claim[] {
  const wanted = new Map<string, { claim: Claim; name: string }[]>();
  const left: Claim[] = [];
  for (const claim of claims) {
    const name = nameFor(claim, wish);
    if (name === undefined) left.push(claim);
    else push(wanted, name.toLowerCase(), { claim, name });
  }
  const winners: { claim: Claim; name: string }[] = [];
  for (const group of wanted.values()) {
    const best = Math.min(...group.map(({ claim, name }) => precedence(claim, name)));
    const first = group.filter(({ claim, name }) => precedence(claim, name) === best);
    for (const entry of group) {
      if (entry === first[0] && first.length === 1) winners.push(entry);
      else if (new Set(group.map(({ claim }) => claim.space)).size > 1 && alone(group, entry)) winners.push(entry);
      else left.push(entry.claim);
    }
  }
  winners.sort((a, b) => precedence(a.claim, a.name) - precedence(b.claim, b.name) || (a.claim.place < b.claim.place ? -1 : 1));
  for (const { claim, name } of winners) if (!table.take(claim, name)) left.push(claim);
  return left;
}

/** Whether nobody in its space would like the same name: `contact` and `Contact` get along when they are different kinds. */
function alone(group: readonly { claim: Claim }[], entry: { claim: Claim }): boolean {
  return group.every((other) => other === entry || other.claim.space !== entry.claim.space);
}

/** A name that is spelled as the vendor spells it goes before one that had to be made. */
function precedence(claim: Claim, name: string): number {
  return claim.rank * 2 + (claim.wishes[0]?.join("") === name ? 0 : 1);
}

/** The name of a wish; after the last one the first with a hash of the place. Undefined when the wish makes no usable name. */
function nameFor(claim: Claim, wish: number): string | undefined {
  const texts = claim.wishes[wish];
  if (texts) {
    const { name, lossy } = makeName(claim, texts);
    return lossy || !isUsable(name) ? undefined : name;
  }
  const length = 4 + 2 * (wish - claim.wishes.length);
  const { name } = makeName(claim, claim.wishes[0] ?? []);
  return shorten(name, maximumLength - length - 1) + hash(claim.place, length);
}

function makeName(claim: Claim, texts: readonly string[]): { name: string; lossy: boolean } {
  const all = texts.map(wordsOf);
  const words = all.flatMap((part) => part.words);
  const make = claim.case === "pascal" ? pascal : camel;
  const made = make(words);
  const name = pattern.test(made) ? made : make([claim.prefix, ...words]);
  return { name: shorten(name, maximumLength), lossy: all.some((part) => part.lossy) || words.length === 0 || name.length > maximumLength };
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
  readonly #exact = new Set<string>();
  readonly #folded = new Set<string>();

  /** Gives the name, or says no because some of what it takes up is taken. */
  take(claim: Claim, name: string): boolean {
    const all = [name, ...claim.endings.map((ending) => name + ending)];
    const folded = `${claim.space} ${name.toLowerCase()}`;
    if (all.some((each) => this.#exact.has(each)) || this.#folded.has(folded)) return false;
    for (const each of all) this.#exact.add(each);
    this.#folded.add(folded);
    this.given.set(claim.place, name as Identifier);
    return true;
  }
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** The lock for the next run: every name given, by place, sorted. Places that are gone are left out. */
export function makeLock(given: ReadonlyMap<string, Identifier>): NamesLock {
  const names: Record<string, string> = Object.create(null) as Record<string, string>;
  for (const place of [...given.keys()].sort()) names[place] = given.get(place) as string;
  return { version: 1, names };
}

/** The package's own class-like name from its identifier: `pristo` → `Pristo`, `2checkout` → `Api2checkout`. */
export function packageName(text: string): Identifier {
  const { words } = wordsOf(text);
  const name = pascal(words);
  return shorten(pattern.test(name) ? name : `Api${name}`, maximumLength) as Identifier;
}

/** The package's class-like name as a variable, for examples: `Pristo` → `pristo`; `client` where that would be a reserved word. */
export function variableName(identifier: Identifier): Identifier {
  const name = identifier.charAt(0).toLowerCase() + identifier.slice(1);
  return (isReserved(name) ? "client" : name) as Identifier;
}
