import type { ApexList } from "../runtime/list.ts";
import type { SObjectValue } from "../runtime/sobject.ts";
/** Database.QueryLocator: a query with its records, up to 50 million of them on the platform. */
export declare class QueryLocatorValue {
    readonly query: string;
    readonly records: ApexList<SObjectValue>;
    constructor(query: string, records: ApexList<SObjectValue>);
}
/** Database.QueryLocatorIterator. */
export declare class QueryLocatorIteratorValue {
    private readonly records;
    private position;
    constructor(records: readonly SObjectValue[]);
    hasNext(): boolean;
    next(): SObjectValue | undefined;
}
