/** Line coverage as lcov's tracefile: what coverage viewers and code review tools read. Source: geninfo(1), "TRACEFILE FORMAT". */
import type { ClassCoverage } from "../outcome.ts";
export declare function lcovOf(coverage: readonly ClassCoverage[]): string;
