/**
 * Runs Apex test methods: each in a transaction of its own, on records as its class's @TestSetup left them, all of it taken back
 * afterwards. Source: Apex Developer Guide, "Testing Apex", "Using Test Setup Methods".
 */
import type { TransactionRunner } from "../async/transaction-runner.ts";
import type { CompiledClass, TestMethod } from "../compile/output-cache.ts";
import { CompilationError } from "../emit/program-units.ts";
import type { Engine } from "../runtime/engine.ts";
import type { RunningUser } from "../runtime/host.ts";
import { GapReached } from "../runtime/gap-reached.ts";
import { apexExceptionOf } from "../runtime/javascript-errors.ts";
import { stackTextOf } from "../runtime/stack.ts";
import { seeAllData } from "../runtime/see-all-data.ts";
import type { TestOutcome } from "./outcome.ts";

export interface TestEnvironment {
  readonly engine: Engine;
  readonly runner: TransactionRunner;
  /** A system administrator. */
  readonly user: RunningUser;
  /** Hears when a method has run, and before the first of them when the class's setup has. */
  readonly onRun?: (method: string | null) => void;
  /** Hears the outcome of each method at once. */
  readonly heard?: (outcome: TestOutcome) => void;
  /** Whether the class's other methods need not run any more, as a failure tells whoever asks for no more than one. By default they do. */
  readonly isEnough?: (outcome: TestOutcome) => boolean;
}

interface Failure {
  readonly message: string;
  readonly stackTrace: string | null;
}

/**
 * One outcome per test method, all of them or those named (in any case), in the order of declaration. A fault of the org fails the test
 * it happens in; one between the tests fails those that have no outcome yet.
 */
export function runTestClass(
  environment: TestEnvironment,
  testClass: CompiledClass,
  only: readonly string[] | null = null,
): readonly TestOutcome[] {
  const names = only === null ? null : new Set(only.map((name) => name.toLowerCase()));
  const chosen = testClass.tests.filter(({ name }) => names?.has(name.toLowerCase()) ?? true);
  const outcomes: TestOutcome[] = [];
  const outcomeOf = (method: TestMethod, failure: Failure | null, ms: number): TestOutcome => ({
    class: testClass.name,
    method: method.name,
    outcome: failure === null ? "pass" : "fail",
    message: failure?.message ?? null,
    stackTrace: failure?.stackTrace ?? null,
    ms: Math.round(ms),
  });
  const between = failureOf(() => {
    environment.runner.runTestClass(() => {
      const broken = setUp(environment, testClass);
      environment.onRun?.(null);
      for (const method of chosen) {
        const started = performance.now();
        const failure = broken ?? failureOf(() => runMethod(environment, testClass, method));
        const outcome = outcomeOf(method, failure, performance.now() - started);
        outcomes.push(outcome);
        environment.heard?.(outcome);
        environment.onRun?.(method.name);
        if (environment.isEnough?.(outcome) === true) break;
      }
    });
  });
  const missing = between === null ? [] : chosen.slice(outcomes.length);
  return [...outcomes, ...missing.map((method) => outcomeOf(method, between, 0))];
}

/** A setup that fails, or a class that does not compile, fails every method of the class. */
function setUp(
  { engine, runner, user }: TestEnvironment,
  testClass: CompiledClass,
): Failure | null {
  if (testClass.emitted === null)
    return compilationFailure(new CompilationError(testClass.diagnostics));
  for (const method of testClass.setups) {
    const failure = failureOf(() =>
      runner.runTestSetup(user, () => engine.callStatic(testClass.name, method.key, [])),
    );
    if (failure !== null) return failure;
  }
  return null;
}

function runMethod(
  { engine, runner, user }: TestEnvironment,
  testClass: CompiledClass,
  method: TestMethod,
): void {
  runner.runTest(user, () => {
    if (method.seesAllData) seeAllData();
    engine.callStatic(testClass.name, method.key, []);
  });
}

function failureOf(run: () => void): Failure | null {
  try {
    run();
    return null;
  } catch (thrown) {
    if (thrown instanceof CompilationError) return compilationFailure(thrown);
    if (thrown instanceof GapReached)
      return { message: thrown.message, stackTrace: thrown.apexStack };
    const exception = apexExceptionOf(thrown);
    if (exception !== null)
      return { message: exception.headline, stackTrace: exception.stackTraceText };
    // A fault of the org itself: its own stack is what helps.
    const error = thrown instanceof Error ? thrown : new Error(String(thrown));
    return { message: `The local org failed: ${error.message}`, stackTrace: stackTextOf(error) };
  }
}

function compilationFailure(error: CompilationError): Failure {
  return { message: `Does not compile:\n${error.message}`, stackTrace: null };
}
