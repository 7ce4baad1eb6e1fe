/** A vendor: its folder's manifest. The schema and discovery live here too. */

/** What the emitted package is called. */
export interface PackageInfo {
  /** npm name, e.g. `@specwright/pristo`. */
  readonly packageName: string;
  /** Semver. */
  readonly version: string;
  /** Title for people: `Pristo`. */
  readonly title: string;
  readonly description: string;
  readonly options: TargetOptions;
}

export interface TargetOptions {
  /** Assert `format` in validators (default true), or the list of formats to assert. */
  readonly formats: boolean | readonly string[];
  readonly validators: "zod" | "zod-mini";
}
