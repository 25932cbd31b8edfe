import { INTEGER, listOf, SOBJECT } from "../../types/well-known.js";
import { bindQuery, bindSearch } from "../queries/bind-query.js";
export function bindSoql(expression, context) {
    const { query, binds, object, shape, rowType } = bindQuery(expression.query, context);
    const type = shape === "count" ? INTEGER : listOf(rowType);
    return { kind: "soql", query, binds, shape, object, type, at: expression.at };
}
export function bindSosl(expression, context) {
    const { query, binds } = bindSearch(expression.query, context);
    return { kind: "sosl", query, binds, type: listOf(listOf(SOBJECT)), at: expression.at };
}
