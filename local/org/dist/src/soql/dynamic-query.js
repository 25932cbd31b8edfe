import { parseQuery, parseSearch } from "../syntax/parse.js";
import { malformed } from "./query-error.js";
/**
 * Parses a query text as `Database.query` and the REST query resource take it.
 * `bind` gives the value of a `:name` or `:record.Field`, and throws for one that does not exist.
 * @throws QueryError MALFORMED_QUERY
 */
export function dynamicQuery(text, bind) {
    const parsed = parseQuery(text);
    if ("error" in parsed)
        throw malformed(parsed.error.message);
    const binds = [];
    const query = mapBinds(parsed.query, (expression) => binds.push(bind(bindName(expression))) - 1);
    return { query, binds };
}
/** Parses a search text as `Search.query` takes it. @throws QueryError MALFORMED_SEARCH */
export function dynamicSearch(text, bind) {
    const parsed = parseSearch(text);
    if ("error" in parsed)
        throw malformed(parsed.error.message);
    const binds = [];
    const query = mapSearchBinds(parsed.query, (expression) => binds.push(bind(bindName(expression))) - 1);
    return { query, binds };
}
function bindName(expression) {
    if (expression.kind === "name")
        return expression.name;
    if (expression.kind === "fieldAccess")
        return `${bindName(expression.target)}.${expression.name}`;
    throw malformed("Only variable references are allowed in dynamic SOQL/SOSL.");
}
/** The same query with other binds. */
export function mapBinds(query, bind) {
    const { value, condition } = bindMapping(bind);
    const item = (from) => from.kind === "subquery" ? { ...from, query: mapBinds(from.query, bind) } : from;
    return {
        ...query,
        select: query.select.map(item),
        where: query.where === null ? null : condition(query.where),
        having: query.having === null ? null : condition(query.having),
        limit: query.limit === null ? null : value(query.limit),
        offset: query.offset === null ? null : value(query.offset),
    };
}
function mapSearchBinds(search, bind) {
    const { value, condition } = bindMapping(bind);
    const { find, limit } = search;
    return {
        ...search,
        find: find.kind === "bind" ? { kind: "bind", bind: bind(find.bind) } : find,
        returning: search.returning.map((part) => ({
            ...part,
            where: part.where === null ? null : condition(part.where),
            limit: part.limit === null ? null : value(part.limit),
            offset: part.offset === null ? null : value(part.offset),
        })),
        limit: limit === null ? null : value(limit),
    };
}
function bindMapping(bind) {
    const value = (from) => {
        switch (from.kind) {
            case "bind":
                return { kind: "bind", bind: bind(from.bind) };
            case "list":
                return { kind: "list", values: from.values.map(value) };
            case "subquery":
                return { kind: "subquery", query: mapBinds(from.query, bind) };
            case "null":
            case "boolean":
            case "number":
            case "string":
            case "date":
            case "datetime":
            case "time":
            case "dateLiteral":
            case "currency":
                return from;
        }
    };
    const condition = (from) => {
        switch (from.kind) {
            case "and":
            case "or":
                return { kind: from.kind, conditions: from.conditions.map(condition) };
            case "not":
                return { kind: "not", condition: condition(from.condition) };
            case "comparison":
                return { ...from, value: value(from.value) };
        }
    };
    return { value, condition };
}
