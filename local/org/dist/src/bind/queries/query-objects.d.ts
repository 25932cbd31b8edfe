/** Objects and paths of a query, with the words SOQL uses when there is no such thing. */
import type { Schema, SObjectDescribe } from "../../schema/schema.ts";
import type { Position } from "../../syntax/ast.ts";
/** @throws to the report: "sObject type 'X' is not supported. …" */
export declare function queryable(name: string, at: Position, schema: Schema): SObjectDescribe;
/** `Contacts` of Account. */
export declare function childObject(relationship: string, parent: SObjectDescribe, at: Position, schema: Schema): SObjectDescribe;
/**
 * The object whose field a path names: `Account.Owner.Name` of Contact is User's. null past a polymorphic relationship, whose fields
 * depend on the row.
 * @throws to the report: "No such column 'X' on entity 'Y'. …"
 */
export declare function objectOf(path: readonly string[], object: SObjectDescribe, at: Position, schema: Schema): SObjectDescribe | null;
export declare function parentObject(relationship: string, object: SObjectDescribe, at: Position, schema: Schema): SObjectDescribe | null;
