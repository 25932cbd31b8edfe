import type { CompiledClass, CompiledTrigger } from "../compile/output-cache.ts";
import { namespaceOf } from "../types/namespace.ts";
import type { ClassCoverage } from "./outcome.ts";

/** Lines of a file that ran. */
export interface LinesCovered {
  readonly file: string;
  readonly coveredLines: readonly number[];
}

/**
 * Every class and trigger that is no test, loaded or not: what no test reached counts as not covered.
 * @param ran of a file as often as it was loaded
 */
export function coverageOf(
  project: {
    readonly classes: readonly CompiledClass[];
    readonly triggers: readonly CompiledTrigger[];
  },
  ran: readonly LinesCovered[],
): readonly ClassCoverage[] {
  const byFile = Map.groupBy(ran, ({ file }) => file);
  return [
    ...project.classes.filter(({ name, isTest }) => !isTest && namespaceOf(name) === null),
    ...project.triggers,
  ].flatMap(({ name, file, emitted }) => {
    const executable = emitted?.executableLines ?? [];
    if (executable.length === 0) return [];
    const isCovered = new Set(byFile.get(file)?.flatMap((each) => each.coveredLines));
    const coveredLines = executable.filter((line) => isCovered.has(line));
    return [
      {
        class: name,
        file,
        lines: executable.length,
        covered: coveredLines.length,
        coveredLines,
        uncoveredLines: executable.filter((line) => !isCovered.has(line)),
      },
    ];
  });
}

/** Whole percent, rounded down: 100 means every line. */
export function percentCovered(
  coverage: readonly { readonly lines: number; readonly covered: number }[],
): number {
  const lines = coverage.reduce((sum, each) => sum + each.lines, 0);
  const covered = coverage.reduce((sum, each) => sum + each.covered, 0);
  return lines === 0 ? 100 : Math.floor((100 * covered) / lines);
}
