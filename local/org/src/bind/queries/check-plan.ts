/**
 * What a deploy refuses of a query beyond its names: values and binds of another kind than the field, fields that cannot be filtered,
 * sorted or grouped. The plan that would run it says so; it is made over an org without rows, with a value of each bind's type.
 */
import type { Schema } from "../../schema/schema.ts";
import { ApexDate } from "../../runtime/date.ts";
import { ApexDatetime } from "../../runtime/datetime.ts";
import { ApexDecimal } from "../../runtime/decimal.ts";
import { ApexList } from "../../runtime/list.ts";
import { ApexSet } from "../../runtime/set.ts";
import { ApexTime } from "../../runtime/time.ts";
import { OBJECT } from "../../runtime/type.ts";
import { FieldAccess } from "../../soql/field-access.ts";
import { describeOf } from "../../soql/field-path.ts";
import type { QueryContext } from "../../soql/query-context.ts";
import { QueryError } from "../../soql/query-error.ts";
import { QueryPlan } from "../../soql/query-plan.ts";
import { RecordStore } from "../../store/record-store.ts";
import type { Position } from "../../syntax/ast.ts";
import type { Query } from "../../syntax/query.ts";
import type { PrimitiveName, Type } from "../../types/type.ts";
import type { BoundExpression } from "../bound.ts";
import { fail } from "../report.ts";

/** A text that can also be an id: whether a text is one is not known before it runs. */
const TEXT = "001000000000000AAA";
const NOON = Date.UTC(2026, 0, 1, 12);

/** What only its value decides is left to the run. */
const DECIDED_BY_VALUE: ReadonlySet<string> = new Set([
  "INSUFFICIENT_ACCESS",
  "INVALID_ID_FIELD",
  "NUMBER_OUTSIDE_VALID_RANGE",
]);

export function checkPlan(
  query: Query<number>,
  binds: readonly BoundExpression[],
  at: Position,
  schema: Schema,
): void {
  try {
    const describe = describeOf(schema, query.from[0]?.path[0] ?? "");
    new QueryPlan(query, describe, contextOf(schema, binds), new FieldAccess());
  } catch (problem) {
    if (!(problem instanceof QueryError)) throw problem;
    if (!DECIDED_BY_VALUE.has(problem.code)) fail(at, problem.message);
  }
}

const emptyStores = new WeakMap<Schema, RecordStore>();

function contextOf(schema: Schema, binds: readonly BoundExpression[]): QueryContext {
  const store = emptyStores.get(schema) ?? new RecordStore(schema);
  emptyStores.set(schema, store);
  return {
    schema,
    store,
    binds: binds.map(({ type }) => valueOf(type)),
    rights: { canReadObject: () => true, canReadField: () => true },
    defaultAccess: "system",
    sharing: null,
    computed: { userRecordAccess: () => [] },
    now: NOON,
    timeZone: "UTC",
    userId: TEXT,
    locale: "en_US",
  };
}

/** A list of one for a collection; an empty one, which every field takes, for a type that only the run settles. */
function valueOf(type: Type): unknown {
  if (type.kind === "primitive") return primitiveValue(type.name) ?? new ApexList(OBJECT);
  // A record stands for its id.
  if (type.kind === "sobject") return TEXT;
  const isOfPrimitives =
    (type.kind === "list" || type.kind === "set") && type.element.kind === "primitive";
  const element = isOfPrimitives ? valueOf(type.element) : null;
  const elements = element === null ? [] : [element];
  return type.kind === "set" ? new ApexSet(OBJECT, elements) : new ApexList(OBJECT, elements);
}

function primitiveValue(name: PrimitiveName): unknown {
  switch (name) {
    case "Boolean":
      return true;
    case "Integer":
    case "Long":
      return 1;
    case "Decimal":
    case "Double":
      return ApexDecimal.parse("1");
    case "Date":
      return new ApexDate(0);
    case "Datetime":
      return new ApexDatetime(NOON);
    case "Time":
      return new ApexTime(0);
    case "Id":
    case "String":
      return TEXT;
    default:
      return null;
  }
}
