/** The next version of a package (semver 2.0). */
import type { Bump } from "./change.js";

const semver = /^(\d+)\.(\d+)\.(\d+)(?:-[0-9A-Za-z.-]+)?(?:\+[0-9A-Za-z.-]+)?$/;

/**
 * The version after `version`. Below 1.0.0 a breaking change is a minor step and everything else a patch
 * (semver rule 4 leaves it open; `^0.2.0` takes patches and no minors, so callers are safe).
 *
 * @throws RangeError when `version` is no semver version
 */
export function nextVersion(version: string, bump: Bump): string {
  const match = semver.exec(version);
  if (!match) throw new RangeError(`"${version}" is no version as semver knows them.`);
  if (bump === "none") return version;
  const [major, minor, patch] = match.slice(1).map(Number) as [number, number, number];
  const step = major === 0 ? (bump === "major" ? "minor" : "patch") : bump;
  if (step === "major") return `${major + 1}.0.0`;
  return step === "minor" ? `${major}.${minor + 1}.0` : `${major}.${minor}.${patch + 1}`;
}
