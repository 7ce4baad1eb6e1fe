/** The project's own vendors, generated in memory once a test file. */
import { readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { type Generated, pipeline } from "../../generator/pipeline.js";
import { loadVendor, type Vendor, vendorNames } from "../../generator/vendor.js";

export const project = resolve(fileURLToPath(new URL("../..", import.meta.url)));
export const vendors = vendorNames(project);

const memory = new Map<string, Promise<Generated & { readonly vendor: Vendor }>>();

export function generated(name: string): Promise<Generated & { readonly vendor: Vendor }> {
  const known = memory.get(name) ?? loadVendor(project, name).then(async (vendor) => ({ ...(await pipeline(vendor, project)), vendor }));
  memory.set(name, known);
  return known;
}

/** The files of a folder as path → text; what a build or an install leaves there does not count. */
export function filesBelow(folder: string): Map<string, string> {
  const files = readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
    .filter((path) => !/^(node_modules|dist)\//.test(path) && !path.endsWith(".tgz"))
    .sort();
  return new Map(files.map((path) => [path, readFileSync(join(folder, path), "utf8")]));
}
