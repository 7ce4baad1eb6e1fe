/** `changelog.yaml`, as its schema. Written by `sync`, read for the package's CHANGELOG.md and by comparisons. */
import * as z from "zod";
import { refuse } from "../diagnostics.js";
import type { Limits } from "./limits.js";
import { parse } from "./parse.js";
import { readText } from "./read.js";

const bump = z.enum(["major", "minor", "patch", "none"]);
const semver = z.string().regex(/^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?(\+[0-9A-Za-z.-]+)?$/, "must be a version such as 1.2.3");

const change = z.strictObject({
  title: z.string(),
  place: z.string(),
  before: z.string().optional(),
  after: z.string().optional(),
  /** What to do: the migration note. */
  advice: z.string().optional(),
  fingerprint: z.string().optional(),
});

export const changelogSchema = z.strictObject({
  /** Bumps that a human decided, by fingerprint. */
  waivers: z.array(z.strictObject({ fingerprint: z.string().regex(/^[0-9a-f]{12}$/), bump, reason: z.string().min(1) })).optional(),
  /** The newest first. */
  releases: z
    .array(z.strictObject({ version: semver, bump, sections: z.array(z.strictObject({ title: z.string(), changes: z.array(change) })) }))
    .optional(),
  /** The version before the first release that is listed. */
  first: semver.optional(),
});

export type Changelog = z.infer<typeof changelogSchema>;
export type Release = NonNullable<Changelog["releases"]>[number];

export const changelogName = "changelog.yaml";

/**
 * Reads a changelog.
 *
 * @throws Refusal when the file says what it cannot say
 */
export async function readChangelog(path: string, file: string, limits: Limits): Promise<Changelog> {
  const { value } = await parse(readText(path, file, limits), file, limits);
  const result = changelogSchema.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw refuse("vendor/changelog", { file }, `${(issue?.path ?? []).join(".") || "The file"}: ${issue?.message ?? "is not valid"}.`);
}
