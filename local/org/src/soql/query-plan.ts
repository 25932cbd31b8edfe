import type { SObjectValue } from "../runtime/sobject.ts";
import type { SObjectDescribe } from "../schema/schema.ts";
import { indexKey } from "../store/index-key.ts";
import type { Row } from "../store/row.ts";
import type { Query, QueryValue } from "../syntax/query.ts";
import { aggregatePlan, isAggregateQuery, isCountQuery } from "./aggregate-plan.ts";
import { aggregatesByCountAlone } from "./aggregate-rows.ts";
import { accessRows } from "./access-rows.ts";
import { candidateRows } from "./candidate-rows.ts";
import { clauseRefusal } from "./clause-limits.ts";
import { type Comparable, comparable } from "./comparison-kind.ts";
import { compileCondition, type Predicate } from "./condition.ts";
import type { FieldAccess } from "./field-access.ts";
import { type Aliases, describeOf } from "./field-path.ts";
import type { Operand } from "./operand.ts";
import { isOrgDataInTest } from "./org-data.ts";
import type { QueryContext } from "./query-context.ts";
import { malformed, noSuchChildren, QueryError } from "./query-error.ts";
import type { ChildSelection } from "./record-shape.ts";
import { checkSortable, orderRows } from "./row-order.ts";
import { RowScope } from "./row-scope.ts";
import { selectShape } from "./select-list.ts";
import { semiJoinRefusal } from "./semi-join-limits.ts";

export interface PlanResult {
  readonly records: readonly SObjectValue[];
  /** Of `SELECT COUNT()`, which has no records. */
  readonly count: number | null;
  /** What counts against the limit of query rows. */
  readonly rowsRetrieved: number;
}

/** Source: SOQL and SOSL Reference, OFFSET; FIELDS(). */
const MAX_OFFSET = 2000;
const MAX_FIELDS_LIMIT = 200;

/** A query checked against the schema, ready to run. */
export class QueryPlan {
  readonly describe: SObjectDescribe;
  private readonly query: Query<number>;
  private readonly scope: RowScope;
  private readonly access: FieldAccess;
  private readonly matches: Predicate<Row>;
  private readonly limit: number;
  private readonly offset: number;
  private readonly result: (rows: readonly Row[]) => PlanResult;
  private childRows = 0;

  /** @throws QueryError */
  constructor(
    query: Query<number>,
    describe: SObjectDescribe,
    context: QueryContext,
    access: FieldAccess,
  ) {
    if (!describe.isQueryable)
      throw new QueryError("INVALID_TYPE", `entity type ${describe.name} does not support query`);
    this.query = query;
    this.describe = describe;
    this.access = access;
    this.scope = new RowScope(describe, aliasesOf(query), context, access, (inner, outer) =>
      this.semiJoin(inner, outer),
    );
    const refusal = clauseRefusal(query) ?? semiJoinRefusal(query);
    if (refusal !== null) throw malformed(refusal);
    const { where } = query;
    this.matches = where === null ? () => true : compileCondition(where, this.scope);
    this.limit = wholeNumber(query.limit, context, "LIMIT") ?? Number.POSITIVE_INFINITY;
    this.offset = wholeNumber(query.offset, context, "OFFSET") ?? 0;
    if (this.offset > MAX_OFFSET)
      throw new QueryError(
        "NUMBER_OUTSIDE_VALID_RANGE",
        `Maximum SOQL offset allowed is ${MAX_OFFSET}`,
      );
    const isUnbounded = query.select.some(
      (item) => item.kind === "fields" && item.of !== "STANDARD",
    );
    if (isUnbounded && this.limit > MAX_FIELDS_LIMIT) {
      throw malformed(`The SOQL FIELDS function must have a LIMIT of at most ${MAX_FIELDS_LIMIT}`);
    }
    this.result = this.resultPlan();
  }

  run(): PlanResult {
    return this.runOver(this.candidates());
  }

  private candidates(): Iterable<Row> {
    if (this.describe.name === "UserRecordAccess")
      return accessRows(this.query.where, this.scope, this.scope.context);
    return candidateRows(this.query.where, this.scope);
  }

  private selected(candidates: Iterable<Row>): Row[] {
    const rows: Row[] = [];
    const { sharing, effort = { rowsExamined: 0 } } = this.scope.context;
    const isShown = sharing?.rowFilter(this.describe.name) ?? null;
    const most = this.mostMatching();
    if (most === 0) return rows;
    for (const row of candidates) {
      effort.rowsExamined += 1;
      const isLive = this.query.allRows || !row.isDeleted;
      if (isOrgDataInTest(row)) continue;
      if (!isLive || !this.matches(row) || (isShown !== null && !isShown(row))) continue;
      rows.push(row);
      if (rows.length === most) break;
    }
    return rows;
  }

  /** How many matching rows are enough: those asked for, where neither an order nor a group needs to see them all. */
  private mostMatching(): number {
    const { query } = this;
    const needsAll = query.orderBy.length > 0 || (isAggregateQuery(query) && !isCountQuery(query));
    return needsAll ? Number.POSITIVE_INFINITY : this.offset + this.limit;
  }

  private runOver(candidates: Iterable<Row>): PlanResult {
    const rows = this.selected(candidates);
    this.childRows = 0;
    return this.result(rows);
  }

  private resultPlan(): (rows: readonly Row[]) => PlanResult {
    const { query, scope } = this;
    if (isCountQuery(query)) {
      return (rows) => ({ records: [], count: this.cut(rows).length, rowsRetrieved: 1 });
    }
    if (isAggregateQuery(query)) {
      const aggregated = aggregatePlan(query, scope);
      const countsAlone = aggregatesByCountAlone(query);
      return (rows) => {
        const records = this.cut(aggregated(rows));
        return {
          records,
          count: null,
          rowsRetrieved: countsAlone ? records.length : rows.length,
        };
      };
    }
    const shape = selectShape(query.select, scope, (child) => this.children(child));
    const orders = query.orderBy.map((order) => ({ order, operand: scope.operand(order.operand) }));
    for (const { operand } of orders) checkSortable(operand);
    return (rows) => {
      const ordered = orderRows(rows, query.orderBy, (order) => {
        const known = orders.find((candidate) => candidate.order === order);
        return known?.operand ?? scope.operand(order.operand);
      });
      const kept = this.cut(ordered);
      const records = kept.map((row) => shape.record(scope.context, row));
      return { records, count: null, rowsRetrieved: kept.length + this.childRows };
    };
  }

  private cut<T>(items: readonly T[]): readonly T[] {
    return this.offset === 0 && items.length <= this.limit
      ? items
      : items.slice(this.offset, this.offset + this.limit);
  }

  private children(query: Query<number>): ChildSelection {
    const name = query.from[0]?.path.at(-1) ?? "";
    const relationship = this.describe.childRelationships.get(name.toLowerCase());
    if (relationship?.relationshipName === null || relationship === undefined)
      throw noSuchChildren(name);
    const { context } = this.scope;
    const plan = new QueryPlan(
      query,
      describeOf(context.schema, relationship.childObject),
      context,
      this.access,
    );
    const table = context.store.table(relationship.childObject);
    const lookup = describeOf(context.schema, relationship.childObject).fields.get(
      relationship.field.toLowerCase(),
    );
    const keyOf = (id: string): string =>
      lookup === undefined ? id : (indexKey(lookup, id) ?? id);
    return {
      relationshipName: relationship.relationshipName,
      childObject: relationship.childObject,
      recordsOf: (parent) => {
        const { records } = plan.runOver(table.find(relationship.field, keyOf(parent.id)));
        this.childRows += records.length;
        return records;
      },
    };
  }

  private semiJoin(query: Query<number>, outer: Operand<Row>): readonly Comparable[] {
    const { kind } = outer;
    const [item] = query.select;
    if (query.select.length !== 1 || item?.kind !== "field") {
      throw malformed("semi join sub-selects can only have one field in the SELECT list");
    }
    const { context } = this.scope;
    const describe = describeOf(context.schema, query.from[0]?.path[0] ?? "");
    const plan = new QueryPlan(query, describe, context, this.access);
    const operand = plan.scope.operand({ kind: "field", path: item.path, at: item.at });
    if (kind === "id" && !(operand.kind === "id" && mayBeEqualIds(outer, operand))) {
      throw malformed(
        `The selected field '${operand.name}' in the subquery and the left operand field '${outer.name}' in the where expression in the outer query should point to the same object type`,
      );
    }
    const values: Comparable[] = [];
    for (const row of plan.selected(plan.candidates())) {
      const value = comparable(kind, operand.read(row));
      // A null of the inner query matches nothing, and excludes nothing.
      if (value !== null) values.push(value);
    }
    return plan.cut(values);
  }
}

function aliasesOf(query: Query<number>): Aliases {
  const aliases = new Map<string, readonly string[]>();
  const [main, ...related] = query.from;
  if (main?.alias) aliases.set(main.alias.toLowerCase(), []);
  for (const { path, alias } of related) {
    const known = aliases.get(path[0]?.toLowerCase() ?? "");
    const fromObject = known === undefined ? path : [...known, ...path.slice(1)];
    if (alias !== null) aliases.set(alias.toLowerCase(), fromObject);
  }
  return aliases;
}

function wholeNumber(
  value: QueryValue<number> | null,
  context: QueryContext,
  clause: string,
): number | null {
  if (value === null) return null;
  const number =
    value.kind === "number"
      ? Number(value.text)
      : value.kind === "bind"
        ? context.binds[value.bind]
        : undefined;
  if (typeof number === "bigint") return Number(number);
  if (typeof number !== "number" || !Number.isInteger(number))
    throw malformed(`${clause} needs a whole number`);
  if (number < 0) throw malformed(`${clause} must not be negative`);
  return number;
}

/** Ids of different objects are never equal; behind a polymorphic lookup they may be. */
function mayBeEqualIds(outer: Operand<Row>, inner: Operand<Row>): boolean {
  const { targets = [] } = outer;
  const { targets: others = [] } = inner;
  return (
    targets.length === 0 ||
    others.length === 0 ||
    [...targets, ...others].includes("Name") ||
    targets.some((target) => others.includes(target))
  );
}
