/** A vendor's folder beside itself: everything is tried there, and takes the folder's place only when all of it went well. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { loadVendor, type Vendor } from "../vendor.js";

export interface Stage {
  /** The project that holds the staged folder, for whoever takes a project: messages name files as they will be called. */
  readonly project: string;
  readonly folder: string;
  /** The vendor as the staged folder says; its package goes where the real one's does. */
  vendor(): Promise<Vendor>;
  write(file: string, text: string): void;
  discard(): void;
}

/** A copy of a vendor's folder, to be changed. */
export function stage(vendor: Vendor): Stage {
  const project = mkdtempSync(join(tmpdir(), "specwright-"));
  const folder = join(project, "specs", vendor.name);
  const source = dirname(vendor.manifest ?? vendor.document);
  cpSync(source, folder, { recursive: true });
  return {
    project,
    folder,
    vendor: async () => ({ ...(await loadVendor(project, vendor.name)), out: vendor.out }),
    write: (file, text) => writeFileSync(join(folder, file), text),
    discard: () => rmSync(project, { recursive: true, force: true }),
  };
}

/** The name of the document inside the vendor's folder. */
export const documentName = (vendor: Vendor): string => relative(dirname(vendor.manifest ?? vendor.document), vendor.document);

/**
 * Puts the staged folder in the place of the vendor's, then does `also`; when either fails, the folder is as it was. A kill
 * between the two renames leaves the old folder aside, and `recover` puts it back.
 *
 * @param also what belongs to the same step: writing the package
 */
export function replace(vendor: Vendor, staged: Stage, also: () => void): void {
  const folder = dirname(vendor.manifest ?? vendor.document);
  const aside = asideOf(dirname(dirname(folder)));
  const [next, old] = [join(aside, `${vendor.name}.next`), join(aside, `${vendor.name}.old`)];
  mkdirSync(aside, { recursive: true });
  for (const rest of [next, old]) rmSync(rest, { recursive: true, force: true });
  cpSync(staged.folder, next, { recursive: true });
  renameSync(folder, old);
  try {
    renameSync(next, folder);
    also();
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    renameSync(old, folder);
    throw error;
  }
  rmSync(old, { recursive: true, force: true });
}

/** In the project, so that renames stay on one disk, and where nobody looks for vendors. */
const asideOf = (project: string): string => join(project, ".specwright", "sync");

/** Puts back what a run that was killed had put aside. */
export function recover(project: string): void {
  const aside = asideOf(project);
  if (!existsSync(aside)) return;
  for (const name of readdirSync(aside).filter((entry) => entry.endsWith(".old"))) {
    const folder = join(project, "specs", name.slice(0, -".old".length));
    if (!existsSync(folder)) renameSync(join(aside, name), folder);
  }
}
