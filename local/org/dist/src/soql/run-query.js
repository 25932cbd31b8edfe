import { FieldAccess } from "./field-access.js";
import { describeOf } from "./field-path.js";
import { QueryPlan } from "./query-plan.js";
/** Runs a query over the store. @throws QueryError for a query that Salesforce refuses. */
export function runQuery(query, context) {
    const describe = describeOf(context.schema, query.from[0]?.path[0] ?? "");
    const access = new FieldAccess();
    const plan = new QueryPlan(query, describe, context, access);
    const mode = query.access ?? (context.defaultAccess === "user" ? "USER_MODE" : "SYSTEM_MODE");
    if (mode !== "SYSTEM_MODE")
        access.check(context.rights, mode);
    return { describe, ...plan.run() };
}
