/** Whether every name in a query exists. */
import type { Schema, SObjectDescribe } from "../../schema/schema.ts";
import type { Condition, Query } from "../../syntax/query.ts";
/** The first FROM item; further ones are relationships from it (`FROM Contact c, c.Account a`). */
export declare function queriedObject<Bind>(query: Query<Bind>, schema: Schema): SObjectDescribe;
export declare function checkQuery<Bind>(query: Query<Bind>, object: SObjectDescribe, schema: Schema): void;
export declare function checkConditionFields<Bind>(condition: Condition<Bind>, object: SObjectDescribe, schema: Schema): void;
