import type { FieldDescribe, SObjectDescribe } from "../schema/schema.ts";
/** The describe of a column that exists in a query's result only. */
export declare function textColumn(object: string, name: string): FieldDescribe;
/** AggregateResult as an object whose fields are the columns of one query. */
export declare function aggregateResultDescribe(columns: readonly string[]): SObjectDescribe;
