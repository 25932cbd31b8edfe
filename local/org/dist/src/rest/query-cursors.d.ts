import type { SObjectValue } from "../runtime/sobject.ts";
import type { ShownFields } from "./shown-fields.ts";
export interface QueryRows {
    readonly records: readonly SObjectValue[];
    readonly shown: ShownFields;
}
export interface QueryCursors {
    /** The locator's id. */
    open(rows: QueryRows): string;
    find(id: string): QueryRows | undefined;
}
export declare function queryCursors(): QueryCursors;
