import type { ApexException } from "../runtime/exception.ts";
import type { DmlError } from "../runtime/host.ts";
import type { TriggerEvent } from "../syntax/ast.ts";
/** An exception that left a trigger. Thrown by the trigger runner; governor limits come through as themselves. */
export declare class TriggerFailure extends Error {
    readonly trigger: string;
    readonly event: TriggerEvent;
    readonly exception: ApexException;
    constructor(trigger: string, event: TriggerEvent, exception: ApexException);
    /** From the throw to the trigger; who saved the record is not told. */
    private get stackTrace();
    /** What every record of the save fails with. */
    asSaveError(): DmlError;
}
