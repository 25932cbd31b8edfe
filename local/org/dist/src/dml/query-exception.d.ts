/** Runs a query; what Salesforce refuses is a System.QueryException. */
export declare function asQueryException<T>(work: () => T): T;
