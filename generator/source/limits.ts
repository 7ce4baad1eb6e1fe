/** Limits that are checked before any work is done: a document beyond one of them is refused, never cut. */
export interface Limits {
  /** Bytes of one file. */
  readonly bytes: number;
  /** Values in the whole document, with every YAML alias and file reference expanded. GitHub's REST document has 420,000. */
  readonly values: number;
  /** Levels of nesting. */
  readonly depth: number;
  /** Characters of one key. */
  readonly keyLength: number;
  /** Values of one enum. */
  readonly enumSize: number;
}

export const defaultLimits: Limits = {
  bytes: 100_000_000,
  values: 5_000_000,
  depth: 500,
  keyLength: 10_000,
  enumSize: 10_000,
};
