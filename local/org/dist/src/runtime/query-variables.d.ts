/** undefined: no variable of that (lower-cased) name. */
export type Variables = (name: string) => unknown;
export declare function withQueryVariables<T>(variables: Variables, run: () => T): T;
/**
 * The value of `name` or `name.path`.
 * Throws System.QueryException "Variable does not exist: name" where nothing in scope is called so.
 */
export declare function queryVariable(name: string): unknown;
