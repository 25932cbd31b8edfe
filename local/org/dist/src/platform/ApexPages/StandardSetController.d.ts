import { ApexList } from "../../runtime/list.ts";
import { SObjectValue } from "../../runtime/sobject.ts";
export declare class StandardSetControllerValue {
    #private;
    readonly records: readonly SObjectValue[];
    readonly object: string;
    selected: readonly SObjectValue[];
    pageSize: number;
    constructor(records: readonly SObjectValue[], object: string);
    get lastPage(): number;
    get page(): number;
    set page(page: number);
    list(records: readonly SObjectValue[]): ApexList<SObjectValue>;
    get shown(): readonly SObjectValue[];
    get keyPrefix(): string;
}
export declare const standardSetControllerBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
