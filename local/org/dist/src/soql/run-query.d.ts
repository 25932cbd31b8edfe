import type { SObjectDescribe } from "../schema/schema.ts";
import type { Query } from "../syntax/query.ts";
import type { QueryContext } from "./query-context.ts";
import { type PlanResult } from "./query-plan.ts";
export interface QueryResult extends PlanResult {
    /** The object queried. */
    readonly describe: SObjectDescribe;
}
/** Runs a query over the store. @throws QueryError for a query that Salesforce refuses. */
export declare function runQuery(query: Query<number>, context: QueryContext): QueryResult;
