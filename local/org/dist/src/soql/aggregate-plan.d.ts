import { SObjectValue } from "../runtime/sobject.ts";
import type { Row } from "../store/row.ts";
import type { Query } from "../syntax/query.ts";
import type { RowScope } from "./row-scope.ts";
export declare function isCountQuery(query: Query<number>): boolean;
export declare function isAggregateQuery(query: Query<number>): boolean;
/** Groups rows into AggregateResults. @throws QueryError when the SELECT list holds what is neither grouped nor aggregated. */
export declare function aggregatePlan(query: Query<number>, rowScope: RowScope): (rows: readonly Row[]) => readonly SObjectValue[];
