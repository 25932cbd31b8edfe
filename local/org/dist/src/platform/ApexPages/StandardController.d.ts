import type { SObjectValue } from "../../runtime/sobject.ts";
import type { DmlOperation } from "../../syntax/ast.ts";
import { PageReferenceValue } from "../pages/page-reference.ts";
export declare class StandardControllerValue {
    readonly record: SObjectValue;
    constructor(record: SObjectValue);
    get page(): PageReferenceValue;
}
/** As the running user may, as standard pages do. */
export declare function saveAs(operation: DmlOperation, records: readonly SObjectValue[]): void;
export declare const standardControllerBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
