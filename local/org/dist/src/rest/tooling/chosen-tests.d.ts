/** Which tests a request to run tests names. Source: Tooling API Developer Guide, "REST Resources", runTestsAsynchronous and runTestsSynchronous. */
import type { CompiledClass } from "../../compile/output-cache.ts";
import type { RestContext } from "../context.ts";
export interface ChosenTests {
    readonly testClass: CompiledClass;
    /** Of its row in ApexClass. */
    readonly classId: string;
    /** null: all of them. */
    readonly methods: readonly string[] | null;
}
/** @throws RestError for a class that there is not */
export declare function chosenTests(context: RestContext): readonly ChosenTests[];
