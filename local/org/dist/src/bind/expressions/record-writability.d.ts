/** Which fields of a record Apex may set. Source: Object Reference, "System Fields" and "Name"; Apex message "Field is not writeable". */
import type { FieldDescribe, SObjectDescribe } from "../../schema/schema.ts";
import type { Position } from "../../syntax/ast.ts";
export declare function checkFieldWritable(object: SObjectDescribe, field: FieldDescribe, at: Position): void;
