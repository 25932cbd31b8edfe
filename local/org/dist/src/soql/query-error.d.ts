/** REST error codes of a query that cannot run. In Apex each is a System.QueryException with the message alone. */
export type QueryErrorCode = "MALFORMED_QUERY" | "INVALID_FIELD" | "INVALID_TYPE" | "INVALID_QUERY_FILTER_OPERATOR" | "INSUFFICIENT_ACCESS" | "INVALID_ID_FIELD" | "NUMBER_OUTSIDE_VALID_RANGE" | "QUERY_NOT_SUPPORTED";
/** A query that Salesforce refuses, in its words. */
export declare class QueryError extends Error {
    readonly code: QueryErrorCode;
    /** Fields a user-mode query may not read, for QueryException.getInaccessibleFields: object → fields. */
    readonly inaccessible: ReadonlyMap<string, readonly string[]>;
    constructor(code: QueryErrorCode, message: string, inaccessible?: ReadonlyMap<string, readonly string[]>);
}
export declare function noSuchColumn(field: string, object: string): QueryError;
export declare function noSuchObject(object: string): QueryError;
export declare function noSuchParent(relationship: string): QueryError;
export declare function noSuchChildren(relationship: string): QueryError;
export declare function malformed(message: string): QueryError;
