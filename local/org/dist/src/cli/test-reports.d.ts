import { type RunFacts } from "../apex-tests/formats/sf-json.ts";
import type { ClassCoverage, TestOutcome, TestRun } from "../apex-tests/outcome.ts";
export declare const REPORT_OPTIONS: {
    readonly json: {
        readonly type: "string";
    };
    readonly "sf-json": {
        readonly type: "string";
    };
    readonly junit: {
        readonly type: "string";
    };
    readonly lcov: {
        readonly type: "string";
    };
    readonly coverage: {
        readonly type: "string";
    };
};
export declare const REPORT_USAGE = "  --json FILE     write the results as JSON\n  --sf-json FILE  write the results as sf apex run test --json does\n  --junit FILE    write the results as JUnit XML\n  --lcov FILE     write line coverage as an lcov tracefile\n  --coverage FILE write line coverage as JSON";
export declare function writeReports(run: TestRun, files: Readonly<Partial<Record<keyof typeof REPORT_OPTIONS, string | undefined>>>, facts: RunFacts): void;
export declare function showClass(name: string, outcomes: readonly TestOutcome[]): void;
export declare function showCoverage(coverage: readonly ClassCoverage[]): void;
