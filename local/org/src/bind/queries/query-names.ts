/** Whether every name in a query exists. */
import type { Schema, SObjectDescribe } from "../../schema/schema.ts";
import { clauseRefusal } from "../../soql/clause-limits.ts";
import { semiJoinRefusal } from "../../soql/semi-join-limits.ts";
import type { Position } from "../../syntax/ast.ts";
import type { Condition, Query, QueryOperand, QueryValue, SelectItem } from "../../syntax/query.ts";
import { fail } from "../report.ts";
import { childObject, objectOf, parentObject, queryable } from "./query-objects.ts";

/** The first FROM item; further ones are relationships from it (`FROM Contact c, c.Account a`). */
export function queriedObject<Bind>(query: Query<Bind>, schema: Schema): SObjectDescribe {
  const [first] = query.from;
  return queryable(first?.path.join(".") ?? "", query.at, schema);
}

interface Names {
  readonly object: SObjectDescribe;
  readonly schema: Schema;
  /** Lower-cased alias → the object it stands for; null when that depends on the row. */
  readonly aliases: ReadonlyMap<string, SObjectDescribe | null>;
  /** Lower-cased aliases of select items, which HAVING and ORDER BY may name. */
  readonly columns: ReadonlySet<string>;
}

export function checkQuery<Bind>(
  query: Query<Bind>,
  object: SObjectDescribe,
  schema: Schema,
): void {
  const names: Names = {
    object,
    schema,
    aliases: aliasesOf(query, object, schema),
    columns: columnsOf(query),
  };
  for (const item of query.select) checkItem(item, names);
  const refusal = clauseRefusal(query) ?? semiJoinRefusal(query);
  if (refusal !== null) fail(query.at, refusal);
  if (query.where !== null) checkCondition(query.where, names);
  if (query.having !== null) checkCondition(query.having, names);
  for (const operand of query.groupBy?.by ?? []) checkOperand(operand, names);
  for (const { operand } of query.orderBy) checkOperand(operand, names);
}

export function checkConditionFields<Bind>(
  condition: Condition<Bind>,
  object: SObjectDescribe,
  schema: Schema,
): void {
  checkCondition(condition, { object, schema, aliases: new Map(), columns: new Set() });
}

function aliasesOf<Bind>(
  query: Query<Bind>,
  object: SObjectDescribe,
  schema: Schema,
): ReadonlyMap<string, SObjectDescribe | null> {
  const aliases = new Map<string, SObjectDescribe | null>([[object.name.toLowerCase(), object]]);
  const [first, ...others] = query.from;
  if (first !== undefined && first.alias !== null) aliases.set(first.alias.toLowerCase(), object);
  for (const { path, alias } of others) {
    const [start, ...relationships] = path;
    let current = start === undefined ? null : (aliases.get(start.toLowerCase()) ?? null);
    for (const relationship of relationships) {
      current = current === null ? null : parentObject(relationship, current, query.at, schema);
    }
    if (alias !== null) aliases.set(alias.toLowerCase(), current);
  }
  return aliases;
}

function columnsOf<Bind>(query: Query<Bind>): ReadonlySet<string> {
  return new Set(
    query.select.flatMap((item) =>
      (item.kind === "field" || item.kind === "function") && item.alias !== null
        ? [item.alias.toLowerCase()]
        : [],
    ),
  );
}

function checkItem<Bind>(item: SelectItem<Bind>, names: Names): void {
  switch (item.kind) {
    case "field":
      checkPath(item.path, item.at, names);
      return;
    case "function":
      for (const operand of item.arguments) checkOperand(operand, names);
      return;
    case "subquery":
      checkQuery(item.query, subqueryObject(item.query, names), names.schema);
      return;
    case "typeof":
      for (const { object, fields } of item.when) {
        const described = queryable(object, item.at, names.schema);
        for (const path of fields) objectOf(path, described, item.at, names.schema);
      }
      return;
    case "fields":
      checkFieldsGroup(item.of, item.at);
      return;
  }
}

/**
 * Apex takes FIELDS(STANDARD) alone, whatever the LIMIT; the other two are for the APIs.
 * Source: SOQL and SOSL Reference, FIELDS().
 */
function checkFieldsGroup(group: "ALL" | "STANDARD" | "CUSTOM", at: Position): void {
  if (group !== "STANDARD") {
    fail(
      at,
      "The SOQL FIELDS function is not supported with an unbounded set of fields in this API.",
    );
  }
}

/** `(SELECT Id FROM Contacts)`, also written `FROM Account.Contacts`. */
function subqueryObject<Bind>(query: Query<Bind>, names: Names): SObjectDescribe {
  const path = query.from[0]?.path ?? [];
  const relationship = path.at(-1) ?? "";
  return childObject(relationship, names.object, query.at, names.schema);
}

function checkCondition<Bind>(condition: Condition<Bind>, names: Names): void {
  switch (condition.kind) {
    case "and":
    case "or":
      for (const part of condition.conditions) checkCondition(part, names);
      return;
    case "not":
      checkCondition(condition.condition, names);
      return;
    case "comparison":
      checkOperand(condition.operand, names);
      checkValue(condition.value, names);
  }
}

/** A semi-join is a query of its own. */
function checkValue<Bind>(value: QueryValue<Bind>, names: Names): void {
  if (value.kind !== "subquery") return;
  checkQuery(value.query, queriedObject(value.query, names.schema), names.schema);
}

function checkOperand(operand: QueryOperand, names: Names): void {
  switch (operand.kind) {
    case "field":
      checkPath(operand.path, operand.at, names);
      return;
    case "function":
      for (const argument of operand.arguments) checkOperand(argument, names);
      return;
    case "literal":
      return;
  }
}

function checkPath(path: readonly string[], at: Position, names: Names): void {
  const [first = "", ...rest] = path;
  const key = first.toLowerCase();
  if (rest.length === 0 && names.columns.has(key)) return;
  const isRelationship = names.object.parentRelationships.has(key);
  const aliased = names.aliases.get(key);
  if (rest.length === 0 || isRelationship || aliased === undefined) {
    objectOf(path, names.object, at, names.schema);
    return;
  }
  if (aliased !== null) objectOf(rest, aliased, at, names.schema);
}
