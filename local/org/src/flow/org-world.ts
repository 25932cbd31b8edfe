/** What interviews read of the org. */
import type { DmlContext } from "../dml/dml-context.ts";
import { formulaOperand } from "../soql/formula-field.ts";
import { globalOperand } from "../soql/formula-globals.ts";
import type { FormulaOperand } from "../formula/operand.ts";
import { FormulaFailure } from "../formula/syntax.ts";
import { checkCpuTime } from "../runtime/cpu-time.ts";
import type { SObjectValue } from "../runtime/sobject.ts";
import { QueryError } from "../soql/query-error.ts";
import type { Row, StoredValue } from "../store/row.ts";
import { FlowFault } from "./flow-fault.ts";
import type { FlowWorld } from "./world.ts";

export function orgWorld(context: DmlContext): FlowWorld {
  return {
    schema: context.schema,
    now: context.now,
    timeZone: context.timeZone,
    flow: (name) => context.schema.flows.get(name),
    tick: checkCpuTime,
    read: (record, path) => readField(context, record, path.map(withoutType)),
    global: (identifier) => faulting(() => globalValue(context, identifier)),
  };
}

/** `Owner:User` names the owner where it is a user. */
function withoutType(name: string): string {
  return name.replace(/:.*$/u, "");
}

function readField(
  context: DmlContext,
  record: SObjectValue,
  path: readonly string[],
): FormulaOperand {
  const [name = "", ...rest] = path;
  const field = record.fieldDescribe(name);
  if (rest.length > 0) {
    const relationship = record.describe.parentRelationships.get(name.toLowerCase());
    const parent = record.parents.get(relationship?.relationshipName ?? "");
    if (parent !== undefined && parent !== null) return readField(context, parent, rest);
  } else if (field !== undefined) {
    if (field.type === "id") return { type: "id", value: record.id, blankAsZero: false };
    if (field.formula === null || record.values.has(field.name)) {
      const blank = field.type === "boolean" ? false : null;
      // A field's value is an Apex value of its type.
      const value = (record.peek(field.name) ?? blank) as StoredValue;
      return { type: field.type, value, blankAsZero: false };
    }
  }
  return faulting(() => formulaOperand(context, rowOf(context, record), path.join("."), false));
}

/** The stored version with what is in memory over it. */
function rowOf({ store }: DmlContext, record: SObjectValue): Row {
  const { id, objectName } = record;
  const stored = id === null ? undefined : store.get(objectName, id);
  return {
    object: objectName,
    id: id ?? "",
    // Fields hold Apex values of their types.
    values: { ...stored?.values, ...(Object.fromEntries(record.values) as Row["values"]) },
    isDeleted: false,
  };
}

const NO_RECORD: Row = { object: "", id: "", values: {}, isDeleted: false };

function globalValue(context: DmlContext, identifier: string): FormulaOperand {
  const [head = "", name = ""] = identifier.split(".");
  if (head.toLowerCase() === "$permission")
    return { type: "boolean", value: context.hasCustomPermission(name), blankAsZero: false };
  return globalOperand(context, NO_RECORD, identifier, false);
}

function faulting(read: () => FormulaOperand): FormulaOperand {
  try {
    return read();
  } catch (error) {
    if (error instanceof QueryError || error instanceof FormulaFailure)
      throw new FlowFault(error.message);
    throw error;
  }
}
