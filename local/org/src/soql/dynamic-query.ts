import type { Expression } from "../syntax/ast.ts";
import { parseQuery, parseSearch } from "../syntax/parse.ts";
import type { Condition, Query, QueryValue, SelectItem, SoslQuery } from "../syntax/query.ts";
import { malformed } from "./query-error.ts";

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
export function dynamicQuery(text: string, bind: (name: string) => unknown): DynamicQuery {
  const parsed = parseQuery(withWrittenEscapes(text));
  if ("error" in parsed) throw malformed(parsed.error.message);
  const binds: unknown[] = [];
  const query = mapBinds(parsed.query, (expression) => binds.push(bind(bindName(expression))) - 1);
  return { query, binds };
}

/** LIKE with its text or list of texts; or any other text, whatever stands in it. */
const LIKE_OR_TEXT = /\blike\s*\(?(?:\s*'(?:[^'\\]|\\.)*'\s*,?)+|'(?:[^'\\]|\\.)*'/giu;

/**
 * The query with the escapes that are LIKE's own, `\%` and `\_`, as Apex's literals write them, with a backslash that is itself escaped.
 * Source: SOQL and SOSL Reference, "Quoted String Escape Sequences".
 */
function withWrittenEscapes(text: string): string {
  return text.replace(LIKE_OR_TEXT, (part) =>
    part.startsWith("'")
      ? part
      : part.replace(/\\([^])/gu, (escape, character: string) =>
          character === "%" || character === "_" ? `\\${escape}` : escape,
        ),
  );
}

/** A search text made executable; as {@link DynamicQuery}. */
export interface DynamicSearch {
  readonly query: SoslQuery<number>;
  readonly binds: readonly unknown[];
}

/** Parses a search text as `Search.query` takes it. @throws QueryError MALFORMED_SEARCH */
export function dynamicSearch(text: string, bind: (name: string) => unknown): DynamicSearch {
  const parsed = parseSearch(text);
  if ("error" in parsed) throw malformed(parsed.error.message);
  const binds: unknown[] = [];
  const query = mapSearchBinds(
    parsed.query,
    (expression) => binds.push(bind(bindName(expression))) - 1,
  );
  return { query, binds };
}

function bindName(expression: Expression): string {
  if (expression.kind === "name") return expression.name;
  if (expression.kind === "fieldAccess") return `${bindName(expression.target)}.${expression.name}`;
  throw malformed("Only variable references are allowed in dynamic SOQL/SOSL.");
}

/** The same query with other binds. */
function mapBinds<From, To>(query: Query<From>, bind: (from: From) => To): Query<To> {
  const { value, condition } = bindMapping(bind);
  const item = (from: SelectItem<From>): SelectItem<To> =>
    from.kind === "subquery" ? { ...from, query: mapBinds(from.query, bind) } : from;
  return {
    ...query,
    select: query.select.map(item),
    where: query.where === null ? null : condition(query.where),
    having: query.having === null ? null : condition(query.having),
    limit: query.limit === null ? null : value(query.limit),
    offset: query.offset === null ? null : value(query.offset),
  };
}

function mapSearchBinds<From, To>(
  search: SoslQuery<From>,
  bind: (from: From) => To,
): SoslQuery<To> {
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

function bindMapping<From, To>(
  bind: (from: From) => To,
): {
  readonly value: (from: QueryValue<From>) => QueryValue<To>;
  readonly condition: (from: Condition<From>) => Condition<To>;
} {
  const value = (from: QueryValue<From>): QueryValue<To> => {
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
  const condition = (from: Condition<From>): Condition<To> => {
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
