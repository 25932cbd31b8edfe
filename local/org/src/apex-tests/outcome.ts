/** What an Apex test run says; the JSON a run can write has exactly this shape. */

export interface TestRun {
  readonly summary: { readonly passed: number; readonly failed: number; readonly skipped: number };
  readonly tests: readonly TestOutcome[];
  readonly compileErrors: readonly CompileError[];
  readonly coverage: readonly ClassCoverage[];
}

export interface TestOutcome {
  readonly class: string;
  readonly method: string;
  readonly outcome: "pass" | "fail" | "skip";
  readonly message: string | null;
  readonly stackTrace: string | null;
  readonly ms: number;
}

export interface CompileError {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** Of a class or trigger that is no test: executable lines, how many of them ran, and which. */
export interface ClassCoverage {
  readonly class: string;
  /** As diagnostics name it: relative to where the command was given. */
  readonly file: string;
  readonly lines: number;
  readonly covered: number;
  /** Ascending, from 1. */
  readonly coveredLines: readonly number[];
  readonly uncoveredLines: readonly number[];
}
