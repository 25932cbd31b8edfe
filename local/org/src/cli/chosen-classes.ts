import type { CompiledProject } from "../compile/compile-project.ts";
import { testClassesOf } from "../org/run-project-tests.ts";
import { UsageError } from "./command.ts";

/** Names of test classes; undefined for all. @throws UsageError where there is no such test class */
export function chosenClasses(
  project: CompiledProject,
  only: readonly string[] | undefined,
): readonly string[] | undefined {
  const known = new Set(testClassesOf(project).map(({ name }) => name.toLowerCase()));
  const missing = only?.find((name) => !known.has(name.toLowerCase()));
  if (missing !== undefined)
    throw new UsageError(`There is no test class ${missing} in the project.`);
  return only;
}
