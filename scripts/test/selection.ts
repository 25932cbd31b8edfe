import type { Durations } from "./durations.ts";

/** What of the tests a change calls for. Paths are relative to the repository. */
export interface Selection {
  /** Unit tests, nearest to the change first. */
  readonly unit: readonly string[];
  /** Changed files of the components, for Jest to find the tests of. */
  readonly components: readonly string[];
  readonly apex: boolean;
  /** Tests of the whole, those first that are about what changed. */
  readonly long: readonly string[];
}

/** Folders of test/ whose files are of the project chaos. */
const OF_CHAOS = ["chaos", "load", "traffic"];

/** A change of these reaches everything. */
const EVERYWHERE = /^(package-lock\.json|vitest\.config\.ts|tsconfig\.base\.json)$/;

/** What works where nobody looks at it. A test of the Worker is no part of it. */
const DEPLOYED = /^(force-app|worker)\/(?!testing\/|.*\.test\.ts$|.*\.md$)/;
const DRAWN = /^lwc\/(?!.*\/__tests__\/)/;

/**
 * @param tests every test file that vitest knows
 * @param distance of modules from what changed
 * @param similarities how much each of the tests of the whole speaks of what changed
 */
export function select(
  changed: readonly string[],
  tests: readonly string[],
  distance: ReadonlyMap<string, number>,
  similarities: ReadonlyMap<string, number> = new Map(),
): Selection {
  const isEverywhere = changed.some((file) => EVERYWHERE.test(file));
  const reached = tests
    .filter((file) => isEverywhere || distance.has(file))
    .sort(
      (a, b) => (distance.get(a) ?? Infinity) - (distance.get(b) ?? Infinity) || (a < b ? -1 : 1),
    );
  const isSalesforce = changed.some((file) => file.startsWith("force-app/"));
  const isDeployed = changed.some((file) => DEPLOYED.test(file));
  const isDrawn = changed.some((file) => DRAWN.test(file));
  return {
    unit: reached.filter((file) => !isLong(file)),
    components: changed.filter((file) => file.startsWith("lwc/")),
    apex: isSalesforce || isEverywhere,
    // They run the whole of what is deployed, which they do not import.
    long: tests
      .filter(isLong)
      .filter((file) => isDeployed || (isDrawn && isOfPage(file)) || reached.includes(file))
      .sort((a, b) => (similarities.get(b) ?? 0) - (similarities.get(a) ?? 0)),
  };
}

/** The projects of vitest that tests are of: what none of them is of need not be loaded. */
export function projectsOf(tests: readonly string[]): readonly string[] {
  return [...new Set(tests.map(projectOf))];
}

function projectOf(test: string): string {
  const [folder = "", part = ""] = test.split("/");
  if (folder === "worker") return "worker";
  if (folder !== "test") return "node";
  return OF_CHAOS.includes(part) ? "chaos" : part;
}

function isOfPage(test: string): boolean {
  return test.startsWith("test/page/");
}

/** Whether a test is of the whole: it may take minutes, and runs what it does not import. */
export function isLong(test: string): boolean {
  return test.startsWith("test/");
}

/** Seconds a file takes that nobody has seen run yet: what the files of a folder take on average, or the longest of them where they differ much. */
const UNKNOWN: readonly (readonly [folder: string, seconds: number])[] = [
  ["local/stack/", 8],
  ["test/customer/", 30],
  ["test/e2e/stories/", 20],
  ["test/e2e/", 60],
  ["test/", 60],
  ["worker/", 4.2],
  ["", 1.3],
];
/**
 * Seconds until the first test of a project runs. The Worker's has a bundle to make and a runtime to start, those of the whole compile the Apex
 * that changed.
 */
const BEGINNING: Readonly<Record<string, number>> = {
  node: 5,
  worker: 15,
  e2e: 10,
  customer: 10,
  chaos: 10,
  page: 15,
};

export interface Plan {
  readonly run: readonly string[];
  /** Too much for the time. */
  readonly left: readonly string[];
}

/**
 * Of tests in their order those for which there is time. One that is too long is left out, and those after it have the time.
 * @param seconds there are
 */
export function plan(tests: readonly string[], durations: Durations, seconds: number): Plan {
  const run: string[] = [];
  const left: string[] = [];
  const begun = new Set<string>();
  let spent = 0;
  for (const test of tests) {
    const project = projectOf(test);
    const beginning = begun.has(project) ? 0 : (BEGINNING[project] ?? 0);
    const cost = beginning + (durations[test] ?? unknownSeconds(test));
    if (spent + cost > seconds) {
      left.push(test);
      continue;
    }
    run.push(test);
    begun.add(project);
    spent += cost;
  }
  return { run, left };
}

function unknownSeconds(test: string): number {
  return UNKNOWN.find(([folder]) => test.startsWith(folder))?.[1] ?? 0;
}

/** Each project's tests with the command that runs them. */
export function notRunLines(why: string, tests: readonly string[]): string[] {
  if (tests.length === 0) return [];
  const commands = projectsOf(tests).map((project) => {
    const files = tests.filter((test) => projectOf(test) === project);
    return `  npx vitest run --project ${project} ${files.join(" ")}`;
  });
  return [`${why}: ${tests.length}`, ...commands];
}
