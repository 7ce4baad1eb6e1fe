/** Types only: a target produces files from the model. */
import type { Report } from "../diagnostics.js";
import type { OutputFile } from "../emit/file.js";
import type { Api } from "../model/api.js";
import type { SourceDocument } from "../source/document.js";
import type { PackageInfo } from "../vendor.js";

export interface TargetInput {
  readonly api: Api;
  /** Normalized. Only `types` (openapi-typescript reads documents) and `package` (which ships it) look at it. */
  readonly document: SourceDocument;
  readonly package: PackageInfo;
  readonly report: Report;
}

export interface Target {
  readonly name: string;
  files(input: TargetInput): readonly OutputFile[] | Promise<readonly OutputFile[]>;
}
