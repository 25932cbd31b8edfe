import type { Query, SelectItem } from "../syntax/query.ts";
import { type ChildSelection, RecordShape } from "./record-shape.ts";
import { type RowScope } from "./row-scope.ts";
/** Turns a child subquery into what brings the children; given by the plan, which knows how to run a query. */
export type ChildPlanner = (query: Query<number>) => ChildSelection;
/** The SELECT list of a query that is not grouped. @throws QueryError */
export declare function selectShape(items: readonly SelectItem<number>[], scope: RowScope, planChildren: ChildPlanner): RecordShape;
