import type { SObjectValue } from "../runtime/sobject.ts";
import type { SObjectDescribe } from "../schema/schema.ts";
import type { Query } from "../syntax/query.ts";
import type { FieldAccess } from "./field-access.ts";
import type { QueryContext } from "./query-context.ts";
export interface PlanResult {
    readonly records: readonly SObjectValue[];
    /** Of `SELECT COUNT()`, which has no records. */
    readonly count: number | null;
    /** What counts against the limit of query rows. */
    readonly rowsRetrieved: number;
}
/** A query checked against the schema, ready to run. */
export declare class QueryPlan {
    readonly describe: SObjectDescribe;
    private readonly query;
    private readonly scope;
    private readonly access;
    private readonly matches;
    private readonly limit;
    private readonly offset;
    private readonly result;
    private childRows;
    /** @throws QueryError */
    constructor(query: Query<number>, describe: SObjectDescribe, context: QueryContext, access: FieldAccess);
    run(): PlanResult;
    private candidates;
    private selected;
    private runOver;
    private resultPlan;
    private cut;
    private children;
    private semiJoin;
}
