import type { SObjectDescribe } from "../schema/schema.ts";
import type { Row, StoredValue } from "../store/row.ts";
import type { Query, QueryOperand } from "../syntax/query.ts";
import { type Comparable, comparisonKind } from "./comparison-kind.ts";
import type { ConditionScope } from "./condition.ts";
import { distanceOperand } from "./distance.ts";
import { dateFunction, isDateFunction } from "./date-function.ts";
import type { FieldAccess } from "./field-access.ts";
import { type Aliases, type FieldPath, resolveFieldPath } from "./field-path.ts";
import type { FilterEnvironment } from "./filter-value.ts";
import type { Operand } from "./operand.ts";
import type { QueryContext } from "./query-context.ts";
import { malformed } from "./query-error.ts";
import { pathReader } from "./row-reader.ts";

/** Runs a semi-join's query: the values of its only field. Given by the executor, which knows how to run a query. */
export type SemiJoin = (query: Query<number>, outer: Operand<Row>) => readonly Comparable[];

/** What the names of a query on one object mean. */
export class RowScope implements ConditionScope<Row> {
  readonly describe: SObjectDescribe;
  readonly context: QueryContext;
  private readonly aliases: Aliases;
  private readonly access: FieldAccess;
  private readonly semiJoin: SemiJoin;

  constructor(
    describe: SObjectDescribe,
    aliases: Aliases,
    context: QueryContext,
    access: FieldAccess,
    semiJoin: SemiJoin,
  ) {
    this.describe = describe;
    this.aliases = aliases;
    this.context = context;
    this.access = access;
    this.semiJoin = semiJoin;
    access.readsObject(describe.name);
  }

  get environment(): FilterEnvironment {
    return this.context;
  }

  /** Resolves a path and notes what it reads. */
  path(path: readonly string[]): FieldPath {
    const resolved = resolveFieldPath(this.context.schema, this.describe, path, this.aliases);
    for (const step of resolved.steps) this.access.readsField(step.object, step.name);
    if (resolved.object !== "Name") this.access.readsField(resolved.object, resolved.field.name);
    return resolved;
  }

  operand(operand: QueryOperand): Operand<Row> {
    switch (operand.kind) {
      case "field":
        return this.fieldOperand(operand.path);
      case "function":
        return this.functionOperand(operand.name, operand.arguments);
      case "literal":
        throw malformed(`unexpected token: '${operand.value}'`);
    }
  }

  subqueryValues(query: Query<number>, operand: Operand<Row>): readonly Comparable[] {
    return this.semiJoin(query, operand);
  }

  private fieldOperand(path: readonly string[]): Operand<Row> {
    const resolved = this.path(path);
    return {
      name: resolved.field.name,
      kind: comparisonKind(resolved.field),
      field: resolved.field,
      targets: resolved.field.type === "id" ? [resolved.object] : resolved.field.referenceTo,
      read: pathReader(this.context, resolved),
    };
  }

  private functionOperand(name: string, operands: readonly QueryOperand[]): Operand<Row> {
    const [argument] = operands;
    if (argument === undefined) throw malformed(`unexpected token: '${name}'`);
    if (isDateFunction(name)) return this.dateOperand(name, argument);
    switch (name) {
      case "DISTANCE":
        return distanceOperand(operands, (path) => this.fieldOperand(path));
      case "TOLABEL": {
        const inner = this.operand(argument);
        return {
          name: inner.name,
          kind: "text",
          field: null,
          read: (row) => labelOf(inner, inner.read(row)),
        };
      }
      case "CONVERTTIMEZONE":
      case "CONVERTCURRENCY":
      case "FORMAT":
        return this.operand(argument);
      default:
        throw malformed(`unexpected token: '${name}'`);
    }
  }

  private dateOperand(name: string, argument: QueryOperand): Operand<Row> {
    const isLocal = argument.kind === "function" && argument.name === "CONVERTTIMEZONE";
    const inner = this.operand(argument);
    if (inner.kind !== "date" && inner.kind !== "datetime") {
      throw malformed(`field ${inner.name} does not support date functions`);
    }
    const timeZone = isLocal ? this.context.timeZone : "UTC";
    return {
      name: `${name}(${inner.name})`,
      kind: name === "DAY_ONLY" ? "date" : "number",
      field: null,
      read: (row) => dateFunction(name, inner.read(row), timeZone),
    };
  }
}

/** A picklist value's label; any other value as it is. */
export function labelOf(
  operand: { readonly field: Operand<Row>["field"] },
  value: StoredValue,
): StoredValue {
  if (typeof value !== "string" || operand.field === null) return value;
  const labels = new Map(operand.field.picklistValues.map((entry) => [entry.value, entry.label]));
  return value
    .split(operand.field.type === "multipicklist" ? ";" : "\0")
    .map((word) => labels.get(word) ?? word)
    .join(";");
}
