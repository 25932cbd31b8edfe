import type { Query } from "../syntax/query.ts";
/** The same fields of the records whose ids are the list bound at `bind`, whatever the query itself asked of them. */
export declare function queryOfIds(query: Query<number>, bind: number): Query<number>;
