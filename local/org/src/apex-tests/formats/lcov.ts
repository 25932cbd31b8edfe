/** Line coverage as lcov's tracefile: what coverage viewers and code review tools read. Source: geninfo(1), "TRACEFILE FORMAT". */
import type { ClassCoverage } from "../outcome.ts";

export function lcovOf(coverage: readonly ClassCoverage[]): string {
  return coverage.map(recordOf).join("");
}

function recordOf({ file, coveredLines, uncoveredLines }: ClassCoverage): string {
  const hits = [
    ...coveredLines.map((line) => ({ line, count: 1 })),
    ...uncoveredLines.map((line) => ({ line, count: 0 })),
  ].sort((a, b) => a.line - b.line);
  return [
    "TN:",
    `SF:${file}`,
    ...hits.map(({ line, count }) => `DA:${line},${count}`),
    `LF:${hits.length}`,
    `LH:${coveredLines.length}`,
    "end_of_record",
    "",
  ].join("\n");
}
