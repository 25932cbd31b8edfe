/** What a project has, by name: what its metadata may refer to. */
import path from "node:path";
import type { Schema } from "../../local/org/src/schema/schema.ts";
import { loadSchema } from "../../local/org/src/schema/load-schema.ts";

export interface ProjectNames {
  readonly schema: Schema;
  /** Whether the project has a component: `has("cls", "StripeClient")`. Case-insensitive, as Salesforce is. */
  has(suffix: string, name: string): boolean;
}

/** @param files of the project, relative to it */
export function projectNames(project: string, files: readonly string[]): ProjectNames {
  const known = new Set(
    files.map((file) => {
      const base = path.basename(file).replace(/-meta\.xml$/, "");
      const dot = base.lastIndexOf(".");
      return `${base.slice(dot + 1)}/${base.slice(0, dot)}`.toLowerCase();
    }),
  );
  return {
    schema: loadSchema([project]).schema,
    has: (suffix, name) => known.has(`${suffix}/${name}`.toLowerCase()),
  };
}
