import type { SObjectDescribe } from "../schema/schema.ts";
import type { Query } from "../syntax/query.ts";
import { FieldAccess } from "./field-access.ts";
import { describeOf } from "./field-path.ts";
import type { QueryContext } from "./query-context.ts";
import { type PlanResult, QueryPlan } from "./query-plan.ts";

export interface QueryResult extends PlanResult {
  /** The object queried. */
  readonly describe: SObjectDescribe;
  /** Rows it looked at, those included that it did not bring. */
  readonly rowsExamined: number;
}

/** Runs a query over the store. @throws QueryError for a query that Salesforce refuses. */
export function runQuery(query: Query<number>, context: QueryContext): QueryResult {
  const describe = describeOf(context.schema, query.from[0]?.path[0] ?? "");
  const access = new FieldAccess();
  const effort = { rowsExamined: 0 };
  const plan = new QueryPlan(query, describe, { ...context, effort }, access);
  const mode = query.access ?? (context.defaultAccess === "user" ? "USER_MODE" : "SYSTEM_MODE");
  if (mode !== "SYSTEM_MODE") access.check(context.rights, mode);
  const result = plan.run();
  return { describe, ...result, ...effort };
}
