/** Shows one mistake to the tests that can meet it. */
import {
  alterableProject,
  compileProject,
  type AlterableProject,
  type CompiledProject,
} from "../../local/org/src/compile/compile-project.ts";
import { openLocalOrg } from "../../local/org/src/open-local-org.ts";
import type { Mutation } from "./mutations.ts";
import { reachOf, statementAt, testsReaching, type ReachOfTest } from "./reach.ts";

export type Verdict =
  /** Some test failed: which, and how many classes were asked until then. */
  | { readonly kind: "killed"; readonly by: string; readonly asked: number }
  | { readonly kind: "survived"; readonly asked: number }
  /** The class does not compile with it: nobody could have written it. */
  | { readonly kind: "impossible" };

export interface Judge {
  readonly project: CompiledProject;
  readonly alterable: AlterableProject;
  readonly reach: readonly ReachOfTest[];
}

export interface JudgeOptions {
  readonly root: string;
  readonly cacheFolder: string;
  readonly reachFolder: string;
  readonly onTest: (done: number, all: number) => void;
}

/** Compiles the project once, and knows which tests run what. */
export function openJudge({ root, cacheFolder, reachFolder, onTest }: JudgeOptions): Judge {
  const options = { paths: [root], cacheFolder };
  const project = compileProject(options);
  const alterable = alterableProject(options);
  const { sources } = alterable;
  return {
    project,
    alterable,
    reach: reachOf(project, { cacheFolder: reachFolder, sources, onTest }),
  };
}

export function judge(
  { project, alterable, reach }: Judge,
  name: string,
  mutation: Mutation,
): Verdict {
  const altered = alteredOrNone(alterable, project, name, mutation.source);
  if (altered === undefined) return { kind: "impossible" };
  const executable =
    project.classes.find((each) => each.name === name)?.emitted?.executableLines ?? [];
  const tests = testsReaching(reach, name, statementAt(executable, mutation.line));
  for (const [index, { test }] of tests.entries()) {
    const { summary } = openLocalOrg(altered).runTests([test]);
    if (summary.failed > 0) return { kind: "killed", by: test, asked: index + 1 };
  }
  return { kind: "survived", asked: tests.length };
}

function alteredOrNone(
  alterable: AlterableProject,
  project: CompiledProject,
  name: string,
  source: string,
): CompiledProject | undefined {
  try {
    return alterable.altered(project, name, source);
  } catch {
    return undefined;
  }
}
