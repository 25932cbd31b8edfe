/** What of the tests a change calls for. Paths are relative to the repository. */
export interface Selection {
  /** Unit tests in groups to be run one after the other, nearest to the change first. */
  readonly unit: readonly (readonly string[])[];
  /** Changed files of the components, for Jest to find the tests of. */
  readonly components: readonly string[];
  readonly apex: boolean;
  /** Reached, and too long to be run here. */
  readonly long: readonly string[];
}

/** A change of these reaches everything. */
const EVERYWHERE = /^(package-lock\.json|vitest\.config\.ts|tsconfig\.base\.json)$/;

/** Few enough that the time is looked at often, enough to keep two cores busy. */
const GROUP = 24;

/**
 * @param tests every test file that vitest knows
 * @param distance of modules from what changed
 */
export function select(
  changed: readonly string[],
  tests: readonly string[],
  distance: ReadonlyMap<string, number>,
): Selection {
  const isEverywhere = changed.some((file) => EVERYWHERE.test(file));
  const reached = tests
    .filter((file) => isEverywhere || distance.has(file))
    .sort(
      (a, b) => (distance.get(a) ?? Infinity) - (distance.get(b) ?? Infinity) || (a < b ? -1 : 1),
    );
  const isSalesforce = changed.some((file) => file.startsWith("force-app/"));
  return {
    unit: grouped(reached.filter((file) => !isLong(file))),
    components: changed.filter((file) => file.startsWith("lwc/")),
    apex: isSalesforce || isEverywhere,
    // They run the whole of force-app, which they do not import.
    long: tests.filter(isLong).filter((file) => isSalesforce || reached.includes(file)),
  };
}

/** The projects of vitest that unit tests are of: what none of them is of need not be loaded. */
export function projectsOf(tests: readonly string[]): readonly string[] {
  return [...new Set(tests.map((file) => (file.startsWith("worker/") ? "worker" : "node")))];
}

function isLong(test: string): boolean {
  return test.startsWith("test/");
}

function grouped(files: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(files.length / GROUP) }, (_, index) =>
    files.slice(index * GROUP, (index + 1) * GROUP),
  );
}
