import type { CompiledProject } from "../compile/compile-project.ts";
import type { CompiledClass } from "../compile/output-cache.ts";
import { testClassesOf } from "../org/run-project-tests.ts";
import { UsageError } from "./command.ts";

/** Test classes by their names, in any case; all without names. @throws UsageError where there is no such test class */
export function chosenClasses(
  project: CompiledProject,
  only: readonly string[] | undefined,
): readonly CompiledClass[] {
  const all = testClassesOf(project);
  if (only === undefined) return all;
  const known = new Set(all.map(({ name }) => name.toLowerCase()));
  const missing = only.find((name) => !known.has(name.toLowerCase()));
  if (missing !== undefined)
    throw new UsageError(`There is no test class ${missing} in the project.`);
  const chosen = new Set(only.map((name) => name.toLowerCase()));
  return all.filter(({ name }) => chosen.has(name.toLowerCase()));
}
