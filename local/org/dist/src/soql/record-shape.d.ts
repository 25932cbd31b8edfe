import { SObjectValue } from "../runtime/sobject.ts";
import type { FieldDescribe } from "../schema/schema.ts";
import type { Row, StoredValue } from "../store/row.ts";
import type { FieldPath } from "./field-path.ts";
import type { QueryContext } from "./query-context.ts";
/** A child subquery, ready to run for one parent. */
export interface ChildSelection {
    /** Canonical relationship name. */
    readonly relationshipName: string;
    readonly childObject: string;
    readonly recordsOf: (parent: Row) => readonly SObjectValue[];
}
/** Which fields, parents and children the records of a query carry. */
export declare class RecordShape {
    private readonly fieldNames;
    private readonly parents;
    private readonly children;
    private readonly extras;
    private selection;
    addPath(path: FieldPath): void;
    addTypeBranch(steps: readonly FieldDescribe[], object: string | null, paths: readonly FieldPath[]): void;
    addChildren(children: ChildSelection): void;
    addExtra(name: string, read: (row: Row) => StoredValue): void;
    record(environment: QueryContext, row: Row): SObjectValue;
    private shapeAt;
    private parentShape;
    private selectionSets;
}
