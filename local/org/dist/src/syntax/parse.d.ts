import type { AnonymousUnit, ClassUnit, CompilationUnit, Expression, Position, TriggerUnit } from "./ast.ts";
import type { Diagnostic } from "./diagnostic.ts";
import type { Query, SoslQuery } from "./query.ts";
export interface Parsed<Unit extends CompilationUnit> {
    /** null when the text has a syntax error. */
    readonly unit: Unit | null;
    readonly diagnostics: readonly Diagnostic[];
}
/** A class file: one class, interface or enum. */
export declare function parseClass(file: string, text: string): Parsed<ClassUnit>;
export declare function parseTrigger(file: string, text: string): Parsed<TriggerUnit>;
/** What `executeAnonymous` takes. */
export declare function parseAnonymous(file: string, text: string): Parsed<AnonymousUnit>;
export interface QueryError {
    /** In the words of a System.QueryException. */
    readonly message: string;
    readonly at: Position;
}
/** The text given to Database.query. Binds are parsed as Apex expressions; what may stand in one is for the caller to judge. */
export declare function parseQuery(text: string): {
    readonly query: Query<Expression>;
} | {
    readonly error: QueryError;
};
/** The text given to Search.query, its term in quotes or in braces. */
export declare function parseSearch(text: string): {
    readonly query: SoslQuery<Expression>;
} | {
    readonly error: QueryError;
};
