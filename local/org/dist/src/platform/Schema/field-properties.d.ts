/** What DescribeFieldResult says of a field that follows from its other properties. Source: Apex Reference, "DescribeFieldResult Class". */
import type { FieldDescribe } from "../../schema/schema.ts";
export declare function byteLength({ type, length }: FieldDescribe): number;
/** A checkbox has its default as a value, a picklist has it among its entries. */
export declare function defaultValueFormula(field: FieldDescribe): string | null;
export declare function isAggregatable({ type, isFilterable }: FieldDescribe): boolean;
/** Required, name and master-detail fields follow their object; a checkbox is never empty, and yet not required. */
export declare function isPermissionable(field: FieldDescribe): boolean;
