import { AGGREGATE_RESULT, sobjectType } from "../../types/well-known.js";
import { bindValue } from "../expressions/expression.js";
import { checkPlan } from "./check-plan.js";
import { checkConditionFields, checkQuery, queriedObject } from "./query-names.js";
import { objectOf, queryable } from "./query-objects.js";
export function bindQuery(query, context) {
    const object = queriedObject(query, context.compilation.schema);
    checkQuery(query, object, context.compilation.schema);
    const binds = [];
    const indexed = indexQuery(query, bindCollector(binds, context));
    checkPlan(indexed, binds, query.at, context.compilation.schema);
    const isCount = isCountQuery(query);
    return {
        query: indexed,
        binds,
        object: object.name,
        shape: isCount ? "count" : "list",
        rowType: isAggregate(query) ? AGGREGATE_RESULT : sobjectType(object.name),
    };
}
export function bindSearch(search, context) {
    const binds = [];
    const index = bindCollector(binds, context);
    const { schema } = context.compilation;
    const query = {
        ...search,
        find: search.find.kind === "bind" ? { kind: "bind", bind: index(search.find.bind) } : search.find,
        limit: search.limit === null ? null : indexValue(search.limit, index),
        returning: search.returning.map((item) => {
            const object = queryable(item.object, search.at, schema);
            for (const { path } of item.fields)
                objectOf(path, object, search.at, schema);
            if (item.where !== null)
                checkConditionFields(item.where, object, schema);
            return {
                ...item,
                where: item.where === null ? null : indexCondition(item.where, index),
                limit: item.limit === null ? null : indexValue(item.limit, index),
                offset: item.offset === null ? null : indexValue(item.offset, index),
            };
        }),
    };
    return { query, binds };
}
function bindCollector(binds, context) {
    return (bind) => binds.push(bindValue(bind, context)) - 1;
}
const AGGREGATES = new Set(["COUNT", "COUNT_DISTINCT", "SUM", "AVG", "MIN", "MAX"]);
/** `SELECT COUNT() FROM …` is a number, not rows. */
function isCountQuery(query) {
    const [only, ...more] = query.select;
    return (only?.kind === "function" &&
        more.length === 0 &&
        only.name.toUpperCase() === "COUNT" &&
        only.arguments.length === 0);
}
function isAggregate(query) {
    return (query.groupBy !== null ||
        query.select.some((item) => item.kind === "function" && AGGREGATES.has(item.name.toUpperCase())));
}
function indexQuery(query, index) {
    return {
        ...query,
        select: query.select.map((item) => indexSelectItem(item, index)),
        where: query.where === null ? null : indexCondition(query.where, index),
        having: query.having === null ? null : indexCondition(query.having, index),
        limit: query.limit === null ? null : indexValue(query.limit, index),
        offset: query.offset === null ? null : indexValue(query.offset, index),
    };
}
function indexSelectItem(item, index) {
    return item.kind === "subquery" ? { ...item, query: indexQuery(item.query, index) } : item;
}
function indexCondition(condition, index) {
    switch (condition.kind) {
        case "and":
        case "or":
            return {
                kind: condition.kind,
                conditions: condition.conditions.map((part) => indexCondition(part, index)),
            };
        case "not":
            return { kind: "not", condition: indexCondition(condition.condition, index) };
        case "comparison":
            return { ...condition, value: indexValue(condition.value, index) };
    }
}
function indexValue(value, index) {
    switch (value.kind) {
        case "bind":
            return { kind: "bind", bind: index(value.bind) };
        case "list":
            return { kind: "list", values: value.values.map((part) => indexValue(part, index)) };
        case "subquery":
            return { kind: "subquery", query: indexQuery(value.query, index) };
        default:
            return value;
    }
}
