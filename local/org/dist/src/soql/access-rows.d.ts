/**
 * The rows of UserRecordAccess that a query asks for: they are of one user and of records named.
 * Source: Object Reference, "UserRecordAccess".
 */
import type { Row } from "../store/row.ts";
import type { Condition } from "../syntax/query.ts";
import type { QueryContext } from "./query-context.ts";
import type { RowScope } from "./row-scope.ts";
export declare function accessRows(where: Condition<number> | null, scope: RowScope, context: QueryContext): readonly Row[];
