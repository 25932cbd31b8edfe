/** Inline SOQL and SOSL: binds become indexes, names are checked against the schema, the rows get their type. */
import type { Expression } from "../../syntax/ast.ts";
import { isAggregate } from "../../soql/aggregate-function.ts";
import type { Condition, Query, QueryValue, SelectItem, SoslQuery } from "../../syntax/query.ts";
import type { Type } from "../../types/type.ts";
import { AGGREGATE_RESULT, sobjectType } from "../../types/well-known.ts";
import type { BodyContext } from "../body-context.ts";
import type { BoundExpression } from "../bound.ts";
import { bindValue } from "../expressions/expression.ts";
import { checkPlan } from "./check-plan.ts";
import { checkConditionFields, checkQuery, queriedObject } from "./query-names.ts";
import { objectOf, queryable } from "./query-objects.ts";

export interface BoundQuery {
  readonly query: Query<number>;
  readonly binds: readonly BoundExpression[];
  /** Canonical name of the object queried. */
  readonly object: string;
  readonly shape: "list" | "count";
  readonly rowType: Type;
}

export function bindQuery(query: Query<Expression>, context: BodyContext): BoundQuery {
  const object = queriedObject(query, context.compilation.schema);
  checkQuery(query, object, context.compilation.schema);
  const binds: BoundExpression[] = [];
  const indexed = indexQuery(query, bindCollector(binds, context));
  checkPlan(indexed, binds, query.at, context.compilation.schema);
  const isCount = isCountQuery(query);
  return {
    query: indexed,
    binds,
    object: object.name,
    shape: isCount ? "count" : "list",
    rowType: isGrouped(query) ? AGGREGATE_RESULT : sobjectType(object.name),
  };
}

export function bindSearch(
  search: SoslQuery<Expression>,
  context: BodyContext,
): { readonly query: SoslQuery<number>; readonly binds: readonly BoundExpression[] } {
  const binds: BoundExpression[] = [];
  const index = bindCollector(binds, context);
  const { schema } = context.compilation;
  const query: SoslQuery<number> = {
    ...search,
    find:
      search.find.kind === "bind" ? { kind: "bind", bind: index(search.find.bind) } : search.find,
    limit: search.limit === null ? null : indexValue(search.limit, index),
    returning: search.returning.map((item) => {
      const object = queryable(item.object, search.at, schema);
      for (const { path } of item.fields) objectOf(path, object, search.at, schema);
      if (item.where !== null) checkConditionFields(item.where, object, schema);
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

type Index = (bind: Expression) => number;

function bindCollector(binds: BoundExpression[], context: BodyContext): Index {
  return (bind) => binds.push(bindValue(bind, context)) - 1;
}

/** `SELECT COUNT() FROM …` is a number, not rows. */
function isCountQuery(query: Query<Expression>): boolean {
  const [only, ...more] = query.select;
  return (
    only?.kind === "function" &&
    more.length === 0 &&
    only.name.toUpperCase() === "COUNT" &&
    only.arguments.length === 0
  );
}

function isGrouped(query: Query<Expression>): boolean {
  return (
    query.groupBy !== null ||
    query.select.some((item) => item.kind === "function" && isAggregate(item))
  );
}

function indexQuery(query: Query<Expression>, index: Index): Query<number> {
  return {
    ...query,
    select: query.select.map((item) => indexSelectItem(item, index)),
    where: query.where === null ? null : indexCondition(query.where, index),
    having: query.having === null ? null : indexCondition(query.having, index),
    limit: query.limit === null ? null : indexValue(query.limit, index),
    offset: query.offset === null ? null : indexValue(query.offset, index),
  };
}

function indexSelectItem(item: SelectItem<Expression>, index: Index): SelectItem<number> {
  return item.kind === "subquery" ? { ...item, query: indexQuery(item.query, index) } : item;
}

function indexCondition(condition: Condition<Expression>, index: Index): Condition<number> {
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

function indexValue(value: QueryValue<Expression>, index: Index): QueryValue<number> {
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
