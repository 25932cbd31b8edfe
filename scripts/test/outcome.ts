/** What one suite of `npm test` came to. */
export interface Outcome {
  readonly suite: string;
  readonly exitCode: number;
  readonly passed: number;
  readonly skipped: number;
  readonly failures: readonly Failure[];
  readonly seconds: number;
  /** Seconds of processor time, the suite's own processes and all they started. Unlike `seconds` it says the same on a busy machine. */
  readonly cpuSeconds: number;
}

export interface Failure {
  /** Relative to the repository; an Apex class by its name. */
  readonly file: string;
  /** Undefined when the file itself failed, before or after its tests. */
  readonly test: string | undefined;
  readonly message: string;
}

/** What a suite's results file says. */
export type SuiteResults = Pick<Outcome, "passed" | "skipped" | "failures">;

export function hasFailed(outcome: Outcome): boolean {
  return outcome.exitCode !== 0 || outcome.failures.length > 0;
}
