import type { FieldDescribe, SObjectDescribe } from "../schema/schema.ts";
import { formattedValue } from "./formatted-value.ts";
import type { FunctionItem, Query, SelectItem } from "../syntax/query.ts";
import { describeOf, resolveFieldPath } from "./field-path.ts";
import { malformed, noSuchParent, QueryError } from "./query-error.ts";
import { type ChildSelection, RecordShape } from "./record-shape.ts";
import { labelOf, type RowScope } from "./row-scope.ts";

/** Turns a child subquery into what brings the children; given by the plan, which knows how to run a query. */
export type ChildPlanner = (query: Query<number>) => ChildSelection;

/** The SELECT list of a query that is not grouped. @throws QueryError */
export function selectShape(
  items: readonly SelectItem<number>[],
  scope: RowScope,
  planChildren: ChildPlanner,
): RecordShape {
  const shape = new RecordShape();
  checkDistinct(items, scope.describe);
  for (const item of items) {
    switch (item.kind) {
      case "field":
        addField(shape, item, scope);
        break;
      case "function":
        addFunction(shape, item, scope);
        break;
      case "subquery":
        shape.addChildren(planChildren(item.query));
        break;
      case "typeof":
        addTypeof(shape, item, scope);
        break;
      case "fields":
        for (const field of fieldsOf(scope.describe, item.of))
          shape.addPath(scope.path([field.name]));
        break;
    }
  }
  return shape;
}

/** Source: SOQL and SOSL Reference, SELECT and FIELDS(): "duplicate field selected". */
function checkDistinct(items: readonly SelectItem<number>[], describe: SObjectDescribe): void {
  const seen = new Set<string>();
  for (const path of items.flatMap((item) => selectedPaths(item, describe))) {
    if (seen.has(path.toLowerCase()))
      throw new QueryError("INVALID_FIELD", `duplicate field selected: ${path}`);
    seen.add(path.toLowerCase());
  }
}

function selectedPaths(item: SelectItem<number>, describe: SObjectDescribe): readonly string[] {
  if (item.kind === "field") return [item.path.join(".")];
  return item.kind === "fields" ? fieldsOf(describe, item.of).map(({ name }) => name) : [];
}

function addField(
  shape: RecordShape,
  item: SelectItem<number> & { kind: "field" },
  scope: RowScope,
): void {
  if (item.alias !== null) throw malformed("only aggregate expressions use field aliasing");
  shape.addPath(scope.path(item.path));
}

function addFunction(shape: RecordShape, item: FunctionItem, scope: RowScope): void {
  const [argument] = item.arguments;
  if (argument === undefined) throw malformed(`unexpected token: '${item.name}'`);
  const operand = scope.operand(argument);
  switch (item.name) {
    case "TOLABEL":
      shape.addExtra(item.alias ?? operand.name, (row) => labelOf(operand, operand.read(row)));
      return;
    case "FORMAT": {
      const { locale, timeZone } = scope.context;
      shape.addExtra(item.alias ?? operand.name, (row) =>
        formattedValue(operand.field, operand.read(row), locale, timeZone),
      );
      return;
    }
    case "CONVERTCURRENCY":
      shape.addExtra(item.alias ?? operand.name, operand.read);
      return;
    default: {
      const whole = scope.operand({
        kind: "function",
        name: item.name,
        arguments: item.arguments,
        at: item.at,
      });
      shape.addExtra(item.alias ?? operand.name, whole.read);
    }
  }
}

function addTypeof(
  shape: RecordShape,
  item: SelectItem<number> & { kind: "typeof" },
  scope: RowScope,
): void {
  const relationship = item.relationship.at(-1) ?? "";
  const steps = lookupSteps(item.relationship, scope);
  const last = steps.at(-1);
  if (last === undefined) throw noSuchParent(relationship);
  for (const { object, fields } of item.when) {
    const describe = describeOf(scope.context.schema, object);
    shape.addTypeBranch(
      steps,
      describe.name,
      fields.map((path) => resolveFieldPath(scope.context.schema, describe, path, new Map())),
    );
  }
  const general = last.referenceTo.map((name) => describeOf(scope.context.schema, name));
  const name = describeOf(scope.context.schema, "Name");
  const paths = item.otherwise.map((path) => {
    const [first = ""] = path;
    const known = general.find(
      (describe) =>
        describe.fields.has(first.toLowerCase()) ||
        describe.parentRelationships.has(first.toLowerCase()),
    );
    return resolveFieldPath(scope.context.schema, known ?? name, path, new Map());
  });
  shape.addTypeBranch(steps, null, paths);
}

function lookupSteps(relationships: readonly string[], scope: RowScope): readonly FieldDescribe[] {
  return scope.path([...relationships, "Id"]).steps;
}

function fieldsOf(
  describe: SObjectDescribe,
  of: "ALL" | "STANDARD" | "CUSTOM",
): readonly FieldDescribe[] {
  return [...describe.fields.values()].filter(
    (field) => of === "ALL" || field.isCustom === (of === "CUSTOM"),
  );
}
