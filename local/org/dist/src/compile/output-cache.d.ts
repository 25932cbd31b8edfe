import type { EmittedUnit } from "../runtime/unit.ts";
import type { TriggerEvent } from "../syntax/ast.ts";
import type { Diagnostic } from "../syntax/diagnostic.ts";
/** What is needed to run a project without its sources. */
export interface CompiledOutput {
    readonly classes: readonly CompiledClass[];
    readonly triggers: readonly CompiledTrigger[];
    /** Files that do not parse: which class or trigger they would be is not known for sure. */
    readonly unparsed: readonly Diagnostic[];
}
export interface CompiledUnit {
    readonly name: string;
    readonly file: string;
    /** null where the unit does not compile: `diagnostics` says why. */
    readonly emitted: EmittedUnit | null;
    readonly diagnostics: readonly Diagnostic[];
}
export interface CompiledClass extends CompiledUnit {
    /** Its test methods, whether it compiles or not; empty unless it is a test class. */
    readonly tests: readonly TestMethod[];
    /** Its @TestSetup methods. */
    readonly setups: readonly TestMethod[];
    readonly isTest: boolean;
    /** `/orders/*` of @RestResource(urlMapping='/orders/*'); null for any other class. */
    readonly restMapping: string | null;
}
export interface TestMethod {
    readonly name: string;
    /** The JavaScript property it is called by. */
    readonly key: string;
    /** `@IsTest(SeeAllData=true)`, its own or its class's. */
    readonly seesAllData: boolean;
}
export interface CompiledTrigger extends CompiledUnit {
    readonly object: string;
    readonly events: readonly TriggerEvent[];
}
export declare function readOutput(folder: string, key: string): CompiledOutput | null;
/** Written beside its place and renamed: no reader sees half an output. */
export declare function writeOutput(folder: string, key: string, output: CompiledOutput): void;
