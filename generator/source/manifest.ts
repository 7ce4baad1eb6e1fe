/** `vendor.yaml`, as its schema. Loaded only when a manifest is read. */
import * as z from "zod";

const pointer = z.string().regex(/^(\/.*)?$/, "must be a JSON pointer such as /paths/~1pets/get");
const semver = z.string().regex(/^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?(\+[0-9A-Za-z.-]+)?$/, "must be a version such as 1.2.3");
// What npm allows for a new package, without its few reserved words.
const packageName = z.string().max(214).regex(/^(@[a-z0-9-][a-z0-9-._]*\/)?[a-z0-9-][a-z0-9-._]*$/, "must be an npm package name such as @scope/name");
const localFile = z.string().regex(/^(?!\/)(?!.*(^|\/)\.\.(\/|$))[^\\:]+$/, "must be a file in the vendor's folder");

export const manifestSchema = z.strictObject({
  package: packageName,
  version: semver,
  title: z.string().min(1),
  description: z.string().optional(),
  /** Where the document comes from; `ingest` and `sync` read it. */
  source: z
    .strictObject({
      url: z.url().optional(),
      page: z.url().optional(),
      file: z.string().optional(),
      /** Several pages, each by its address or its file (relative to the vendor's folder). */
      pages: z.array(z.strictObject({ page: z.url().optional(), file: z.string().optional(), note: z.string().optional(), sha256: z.string().regex(/^[0-9a-f]{64}$/, "must be 64 hexadecimal digits").optional(), etag: z.string().optional() })).optional(),
      platform: z.string().optional(),
      sha256: z.string().regex(/^[0-9a-f]{64}$/, "must be 64 hexadecimal digits").optional(),
      /** Of the last answer, so that an unchanged page is not sent again. */
      etag: z.string().optional(),
      note: z.string().optional(),
    })
    .optional(),
  server: z.string().optional(),
  auth: z.record(z.string(), z.strictObject({ env: z.string().optional(), hint: z.string().optional() })).optional(),
  document: localFile.optional(),
  overlay: localFile.optional(),
  allow: z.array(z.string()).optional(),
  waivers: z.array(z.strictObject({ code: z.string(), at: pointer.optional(), reason: z.string().min(1) })).optional(),
  options: z
    .strictObject({
      formats: z.union([z.boolean(), z.array(z.string())]).optional(),
    })
    .optional(),
  limits: z
    .strictObject({
      bytes: z.int().positive().optional(),
      values: z.int().positive().optional(),
      depth: z.int().positive().max(1000).optional(),
      keyLength: z.int().positive().optional(),
      enumSize: z.int().positive().optional(),
    })
    .optional(),
});

export type Manifest = z.infer<typeof manifestSchema>;

/** The first problem of a manifest, as a pointer and a sentence. */
export function manifestProblem(error: z.ZodError): { readonly pointer: string; readonly message: string } {
  const issue = error.issues[0];
  const path = (issue?.path ?? []).map(String);
  const pointer = path.map((step) => `/${step.replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
  const extra = issue?.code === "unrecognized_keys" ? issue.keys[0] : undefined;
  if (extra !== undefined) return { pointer: `${pointer}/${extra}`, message: `${[...path, extra].join(".")} is not known.` };
  return { pointer, message: `${path.join(".") || "The manifest"}: ${issue?.message ?? "is not valid"}.` };
}
