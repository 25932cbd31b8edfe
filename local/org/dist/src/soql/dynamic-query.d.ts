import type { Query, SoslQuery } from "../syntax/query.ts";
/** A query text made executable: its binds are indexes into the values beside it. */
export interface DynamicQuery {
    readonly query: Query<number>;
    readonly binds: readonly unknown[];
}
/**
 * Parses a query text as `Database.query` and the REST query resource take it.
 * `bind` gives the value of a `:name` or `:record.Field`, and throws for one that does not exist.
 * @throws QueryError MALFORMED_QUERY
 */
export declare function dynamicQuery(text: string, bind: (name: string) => unknown): DynamicQuery;
/** A search text made executable; as {@link DynamicQuery}. */
export interface DynamicSearch {
    readonly query: SoslQuery<number>;
    readonly binds: readonly unknown[];
}
/** Parses a search text as `Search.query` takes it. @throws QueryError MALFORMED_SEARCH */
export declare function dynamicSearch(text: string, bind: (name: string) => unknown): DynamicSearch;
/** The same query with other binds. */
export declare function mapBinds<From, To>(query: Query<From>, bind: (from: From) => To): Query<To>;
