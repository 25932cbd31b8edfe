/** A record in memory. */
import type { FieldDescribe, SObjectDescribe } from "../schema/schema.ts";
import { ApexList } from "./list.ts";
export interface RecordError {
    /** Canonical field name; null for an error on the record. */
    readonly field: string | null;
    readonly message: string;
}
/** Which fields and relationships a query asked for; reading any other raises SObjectException. Canonical names. */
export interface QuerySelection {
    readonly fields: ReadonlySet<string>;
    readonly parents: ReadonlySet<string>;
    readonly children: ReadonlySet<string>;
}
export declare class SObjectValue {
    #private;
    readonly describe: SObjectDescribe;
    /** Canonical field name → value. Absent: never set and not queried. Own keys only, in the order they were set. */
    readonly values: Map<string, unknown>;
    /** Canonical relationship name → parent record; null: queried and there is none. */
    readonly parents: Map<string, SObjectValue | null>;
    /** Canonical relationship name → children. */
    readonly children: Map<string, ApexList<SObjectValue>>;
    /** Aggregate columns of an AggregateResult live in `values` by alias (`expr0`). */
    selection: QuerySelection | null;
    errors: RecordError[];
    /** Trigger.new after the save, Trigger.old: field assignments raise FinalException "Record is read-only". */
    isReadOnly: boolean;
    isClone: boolean;
    /** The id of the record it was cloned from. */
    cloneSourceId: string | null;
    constructor(describe: SObjectDescribe);
    get objectName(): string;
    get id(): string | null;
    /** A field as Apex reads it: `name` is canonical. A checkbox is never null. */
    get(name: string): unknown;
    /** Whether a query brought the record and left this field out. */
    isHidden(name: string): boolean;
    /** Raw: the value where there is one, else null, whatever was queried. */
    peek(name: string): unknown;
    /** A field as Apex writes it: `name` is canonical, the value already of the field's type. */
    put(name: string, value: unknown): unknown;
    /** A parent as Apex reads it; null for none. */
    parent(relationship: string): SObjectValue | null;
    putParent(relationship: string, parent: SObjectValue | null): SObjectValue | null;
    /** Children as Apex reads them off the relationship's name: where none were queried or set, an empty list. */
    childrenOf(relationship: string): ApexList<SObjectValue>;
    /** Children as `getSObjects` gives them; null where none were queried or set. */
    childList(relationship: string): ApexList<SObjectValue> | null;
    putChildren(relationship: string, children: ApexList<SObjectValue>): void;
    addError(message: string, field?: string | null): void;
    fieldDescribe(name: string): FieldDescribe | undefined;
    /** Another record with the same content; parents and children are shared, errors are not taken along. */
    copy(): SObjectValue;
}
