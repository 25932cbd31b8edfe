import { createRequire } from "node:module";
import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";

export interface StubJar {
  readonly path: string;
  /** "standard-types 65.0.0" */
  readonly source: string;
}

/**
 * The stub jars that come with Salesforce Code Analyzer's PMD engine, a development dependency; null where it is not installed.
 */
export function stubJars(): { readonly types: StubJar; readonly objects: StubJar } | null {
  const directory = javaLibrary();
  if (directory === null) return null;
  const files = readdirSync(directory);
  const jar = (artifact: string): StubJar => {
    const file = files.find((name) => name.startsWith(`${artifact}-`) && name.endsWith(".jar"));
    if (file === undefined) throw new Error(`no ${artifact} jar in ${directory}`);
    const version = file.slice(artifact.length + 1, -".jar".length);
    return { path: join(directory, file), source: `${artifact} ${version}` };
  };
  return { types: jar("standard-types"), objects: jar("sobject-types") };
}

function javaLibrary(): string | null {
  const require = createRequire(import.meta.url);
  try {
    const main = require.resolve("@salesforce/code-analyzer-pmd-engine");
    return join(dirname(main), "java-lib");
  } catch {
    return null;
  }
}
