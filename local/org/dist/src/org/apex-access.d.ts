/** The compiled Apex of the org, as the REST API calls it. */
import type { TestOutcome } from "../apex-tests/outcome.ts";
import type { CompiledClass } from "../compile/output-cache.ts";
import type { ProjectClasses } from "../runtime/project-classes.ts";
import type { RunningUser } from "../runtime/host.ts";
import type { Diagnostic } from "../syntax/diagnostic.ts";
export type AnonymousOutcome = {
    readonly kind: "success";
    readonly debug: readonly string[];
} | {
    readonly kind: "notCompiled";
    readonly first: Diagnostic;
} | {
    readonly kind: "exception";
    readonly message: string;
    readonly stackTrace: string;
    readonly line: number;
    readonly column: number;
    readonly debug: readonly string[];
};
export interface ApexAccess {
    readonly classes: readonly CompiledClass[];
    /** For calls inside a transaction. */
    readonly running: ProjectClasses;
    /** Runs a block as a transaction of its own. `debug` has System.debug's lines, as a debug log shows them. */
    runAnonymous(text: string, user: RunningUser): AnonymousOutcome;
    /** Runs a test class's methods, all or those named. */
    runTests(testClass: CompiledClass, methods: readonly string[] | null): readonly TestOutcome[];
}
