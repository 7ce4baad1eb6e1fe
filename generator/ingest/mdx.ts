/** The components of an MDX page, as a tree: enough to read attributes and text, without running anything. */

export interface Component {
  readonly name: string;
  /** Attribute values; an attribute without a value has the empty text, `{…}` its source. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly Component[];
  /** The text inside, without that of components inside. */
  readonly text: string;
  /** Everything inside, as written. */
  readonly raw: string;
}

interface Open {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly start: number;
  readonly children: Component[];
  readonly texts: string[];
}

/** Levels of components after which a page is taken for hostile; deeper ones are read as text. */
const deepest = 100;

/** Reads tags that begin with a capital letter, in one pass. A tag that is never closed ends with its parent. */
export function componentTree(text: string): readonly Component[] {
  const root: Open = { name: "", attributes: new Map(), start: 0, children: [], texts: [] };
  const stack: Open[] = [root];
  let at = 0;
  for (let next = text.indexOf("<", at); next >= 0; next = text.indexOf("<", at)) {
    (stack.at(-1) as Open).texts.push(text.slice(at, next));
    const tag = readTag(text, next);
    if (tag === undefined) {
      (stack.at(-1) as Open).texts.push("<");
      at = next + 1;
      continue;
    }
    at = tag.end;
    if (tag.closes) closeUntil(stack, tag.name, text, next);
    else if (tag.closed || stack.length > deepest) (stack.at(-1) as Open).children.push({ name: tag.name, attributes: tag.attributes, children: [], text: "", raw: "" });
    else stack.push({ name: tag.name, attributes: tag.attributes, start: at, children: [], texts: [] });
  }
  while (stack.length > 1) close(stack, text, text.length);
  return root.children;
}

function closeUntil(stack: Open[], name: string, text: string, end: number): void {
  if (!stack.some((open) => open.name === name)) return;
  while (stack.length > 1) {
    const closing = (stack.at(-1) as Open).name;
    close(stack, text, end);
    if (closing === name) return;
  }
}

function close(stack: Open[], text: string, end: number): void {
  const open = stack.pop() as Open;
  const inside = open.texts.join("").trim().replace(/\n{3,}/g, "\n\n");
  (stack.at(-1) as Open).children.push({ name: open.name, attributes: open.attributes, children: open.children, text: inside, raw: text.slice(open.start, end) });
}

interface Tag {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly end: number;
  /** `</Name>` */
  readonly closes: boolean;
  /** `<Name />` */
  readonly closed: boolean;
}

function readTag(text: string, start: number): Tag | undefined {
  const head = /^<(\/?)([A-Z][A-Za-z.]{0,60})/.exec(text.slice(start, start + 64));
  if (head === null) return undefined;
  const name = head[2] as string;
  const attributes = new Map<string, string>();
  let at = start + head[0].length;
  for (let count = 0; count < 100; count++) {
    while (/\s/.test(text.charAt(at))) at++;
    if (text[at] === ">") return { name, attributes, end: at + 1, closes: head[1] === "/", closed: false };
    if (text.startsWith("/>", at)) return { name, attributes, end: at + 2, closes: false, closed: true };
    const key = /^[A-Za-z_][\w-]{0,60}/.exec(text.slice(at, at + 64))?.[0];
    if (key === undefined) return undefined;
    at += key.length;
    if (text[at] !== "=") {
      attributes.set(key, "");
      continue;
    }
    const value = readValue(text, at + 1);
    if (value === undefined) return undefined;
    attributes.set(key, value.text);
    at = value.end;
  }
  return undefined;
}

function readValue(text: string, start: number): { readonly text: string; readonly end: number } | undefined {
  const open = text[start];
  if (open === '"' || open === "'") {
    const end = text.indexOf(open, start + 1);
    return end < 0 ? undefined : { text: text.slice(start + 1, end), end: end + 1 };
  }
  if (open !== "{") return undefined;
  let depth = 0;
  for (let at = start; at < text.length && at < start + 20_000; at++) {
    if (text[at] === "{") depth++;
    else if (text[at] === "}" && --depth === 0) return { text: text.slice(start + 1, at).trim().replace(/^(["'`])(.*)\1$/s, "$2"), end: at + 1 };
  }
  return undefined;
}
