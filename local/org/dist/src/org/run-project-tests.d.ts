import type { TestOutcome, TestRun } from "../apex-tests/outcome.ts";
import type { CompiledProject } from "../compile/compile-project.ts";
import type { CompiledClass } from "../compile/output-cache.ts";
import type { OpenOrg } from "./open-org.ts";
export interface ProjectRunOptions {
    readonly onClass?: (name: string, outcomes: readonly TestOutcome[]) => void;
}
export declare function runProjectTests(project: CompiledProject, { org, engine }: OpenOrg, testClasses: readonly CompiledClass[], { onClass }?: ProjectRunOptions): TestRun;
export declare function testClassesOf(project: CompiledProject): readonly CompiledClass[];
