/** A test run as JUnit XML: what CI systems read. One `testsuite` a class. */
import type { TestRun } from "../outcome.ts";
export declare function junitOf({ tests, summary }: TestRun): string;
