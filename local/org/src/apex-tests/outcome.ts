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

/** Of a class or trigger that is no test: executable lines, and how many of them ran. */
export interface ClassCoverage {
  readonly class: string;
  readonly lines: number;
  readonly covered: number;
}
