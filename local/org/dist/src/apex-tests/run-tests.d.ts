/**
 * Runs Apex test methods: each in a transaction of its own, on records as its class's @TestSetup left them, all of it taken back
 * afterwards. Source: Apex Developer Guide, "Testing Apex", "Using Test Setup Methods".
 */
import type { TransactionRunner } from "../async/transaction-runner.ts";
import type { CompiledClass } from "../compile/output-cache.ts";
import type { Engine } from "../runtime/engine.ts";
import type { RunningUser } from "../runtime/host.ts";
import type { TestOutcome } from "./outcome.ts";
export interface TestEnvironment {
    readonly engine: Engine;
    readonly runner: TransactionRunner;
    /** A system administrator. */
    readonly user: RunningUser;
}
/**
 * One outcome per test method, all of them or those named (in any case), in the order of declaration. A fault of the org fails the test
 * it happens in; one between the tests fails those that have no outcome yet.
 */
export declare function runTestClass(environment: TestEnvironment, testClass: CompiledClass, only?: readonly string[] | null): readonly TestOutcome[];
