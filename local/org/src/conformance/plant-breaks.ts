/** Plants one break after the other in a suite's classes, in memory, and shows each to the suite's tests. The clone stays as it is. */
import path from "node:path";
import {
  alterableProject,
  type AlterableProject,
  type CompiledProject,
  type CompileOptions,
} from "../compile/compile-project.ts";
import { CompilationError } from "../emit/program-units.ts";
import { openLocalOrg } from "../open-local-org.ts";
import { brokenText, verdictOf, type PlantedBreak, type Verdict } from "./breaks.ts";
import { ownTestClasses, type SuiteClone } from "./suite-clone.ts";
import { SuiteError } from "./suite.ts";

export interface Planted {
  readonly planted: PlantedBreak;
  readonly verdict: Verdict;
}

/**
 * A break that is expected to be noticed is shown to the test class that is to notice it; one that no test can see, to all of them.
 * @throws SuiteError where a break cannot be planted, its class does not compile with it, or there is no such test class
 */
export function* plantBreaks(
  clone: SuiteClone,
  project: CompiledProject,
  options: CompileOptions,
  breaks: readonly PlantedBreak[],
): Generator<Planted> {
  const alterable = alterableProject(options);
  const tests = ownTestClasses(clone, project);
  for (const planted of breaks) {
    const broken = withBreak(clone, alterable, project, planted);
    const outcomes = openLocalOrg(broken).runTests(witnesses(planted, tests)).tests;
    yield { planted, verdict: verdictOf(clone.suite, outcomes) };
  }
}

function witnesses({ expected }: PlantedBreak, tests: readonly string[]): readonly string[] {
  if (expected.kind === "unseen") return tests;
  if (!tests.includes(expected.test))
    throw new SuiteError(`There is no test class ${expected.test}.`);
  return [expected.test];
}

function withBreak(
  { folder }: SuiteClone,
  alterable: AlterableProject,
  project: CompiledProject,
  planted: PlantedBreak,
): CompiledProject {
  const file = path.join(folder, planted.file);
  const source = alterable.sources.find((each) => path.resolve(each.file) === file);
  if (source === undefined) throw new SuiteError(`${planted.file} is no class of the suite.`);
  try {
    return alterable.altered(project, source.name, brokenText(source.text, planted));
  } catch (error) {
    if (!(error instanceof CompilationError)) throw error;
    throw new SuiteError(`${planted.file} does not compile with "${planted.by}": ${error.message}`);
  }
}
