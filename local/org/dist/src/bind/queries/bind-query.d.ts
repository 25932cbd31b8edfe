/** Inline SOQL and SOSL: binds become indexes, names are checked against the schema, the rows get their type. */
import type { Expression } from "../../syntax/ast.ts";
import type { Query, SoslQuery } from "../../syntax/query.ts";
import type { Type } from "../../types/type.ts";
import type { BodyContext } from "../body-context.ts";
import type { BoundExpression } from "../bound.ts";
export interface BoundQuery {
    readonly query: Query<number>;
    readonly binds: readonly BoundExpression[];
    /** Canonical name of the object queried. */
    readonly object: string;
    readonly shape: "list" | "count";
    readonly rowType: Type;
}
export declare function bindQuery(query: Query<Expression>, context: BodyContext): BoundQuery;
export declare function bindSearch(search: SoslQuery<Expression>, context: BodyContext): {
    readonly query: SoslQuery<number>;
    readonly binds: readonly BoundExpression[];
};
