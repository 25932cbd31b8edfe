/** Options that every command which reads a project understands. */
import path from "node:path";
import type { ParseArgsOptionsConfig } from "node:util";
import { packageStub, type PackageStub } from "../compile/packages.ts";
import { CACHE_FOLDER } from "../cache-folder.ts";

export const PROJECT_OPTIONS = {
  project: { type: "string" },
  path: { type: "string", multiple: true },
  "with-package": { type: "string", multiple: true },
  "no-cache": { type: "boolean" },
} as const satisfies ParseArgsOptionsConfig;

export const PROJECT_USAGE = `  --project DIR   the SFDX project (default: this folder)
  --path DIR      read this folder instead of the project's packageDirectories; may be repeated
  --with-package DIR   what stands for a managed package: its objects, and classes with its global signatures, in the namespace that
                  the folder is called or its sfdx-project.json says; may be repeated
  --no-cache      compile everything anew`;

/** Of commands that look into an org's records. */
export const DATA_OPTIONS = { data: { type: "string" } } as const satisfies ParseArgsOptionsConfig;

export const DATA_USAGE = "  --data DIR      the records kept here (default: a new, empty org)";

export interface ProjectOptions {
  readonly paths: readonly string[];
  readonly packages: readonly PackageStub[];
  readonly cacheFolder?: string;
}

export function projectOptions(values: {
  readonly project?: string | undefined;
  readonly path?: readonly string[] | undefined;
  readonly "with-package"?: readonly string[] | undefined;
  readonly "no-cache"?: boolean | undefined;
}): ProjectOptions {
  const project = path.resolve(values.project ?? ".");
  const own = values.path === undefined ? [project] : values.path.map((each) => path.resolve(each));
  const packages = (values["with-package"] ?? []).map(packageStub);
  const paths = [...own, ...packages.map(({ folder }) => folder)];
  // One cache for all projects: entries are found by what they were made from.
  return values["no-cache"] === true
    ? { paths, packages }
    : { paths, packages, cacheFolder: CACHE_FOLDER };
}
