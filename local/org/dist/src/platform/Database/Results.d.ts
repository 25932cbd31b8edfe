import { ApexEnum } from "../../runtime/enum.ts";
import type { DmlOutcome } from "../../runtime/host.ts";
import { ApexList } from "../../runtime/list.ts";
import { type TypeBehaviour } from "../../runtime/behaviour.ts";
/** Database.Error. */
export declare class ErrorValue {
    readonly statusCode: string;
    readonly message: string;
    readonly fields: readonly string[];
    constructor(statusCode: string, message: string, fields: readonly string[]);
    get status(): ApexEnum;
    toString(): string;
}
declare class ResultValue {
    readonly outcome: DmlOutcome;
    constructor(outcome: DmlOutcome);
    get errors(): ApexList<ErrorValue>;
    toString(): string;
}
export declare class SaveResultValue extends ResultValue {
}
export declare class UpsertResultValue extends ResultValue {
}
export declare class DeleteResultValue extends ResultValue {
}
export declare class UndeleteResultValue extends ResultValue {
}
export declare class EmptyRecycleBinResultValue extends ResultValue {
}
export declare class MergeResultValue extends ResultValue {
    readonly mergedIds: readonly string[];
    constructor(outcome: DmlOutcome, mergedIds: readonly string[]);
}
export declare const saveResultBehaviour: TypeBehaviour;
export declare const upsertResultBehaviour: TypeBehaviour;
export declare const deleteResultBehaviour: TypeBehaviour;
export declare const undeleteResultBehaviour: TypeBehaviour;
export declare const emptyRecycleBinResultBehaviour: TypeBehaviour;
export declare const mergeResultBehaviour: TypeBehaviour;
export declare const mergedRecordsBehaviour: TypeBehaviour;
export declare const errorBehaviour: TypeBehaviour;
export {};
