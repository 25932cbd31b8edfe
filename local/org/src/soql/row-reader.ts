import type { FieldDescribe, Schema, SObjectDescribe } from "../schema/schema.ts";
import { isDefinition } from "../store/definition-rows.ts";
import type { RecordStore } from "../store/record-store.ts";
import type { Row, StoredValue } from "../store/row.ts";
import { TYPE_OF_TARGET, type FieldPath } from "./field-path.ts";
import { evaluateFormulaField } from "./formula-field.ts";
import type { RowVisibility } from "./query-context.ts";

/** What reading a row needs beyond the row: parents, and for formulas the time and the user. */
export interface ReadEnvironment {
  readonly schema: Schema;
  readonly store: RecordStore;
  /** Epoch ms. */
  readonly now: number;
  readonly timeZone: string;
  readonly userId: string;
}

/** A field of a row as queries see it: formulas are evaluated on every read. */
export function readField(
  environment: ReadEnvironment,
  row: Row,
  field: FieldDescribe,
): StoredValue {
  if (field.type === "id") return row.id;
  if (field.name === "IsDeleted") return row.isDeleted;
  if (field.formula !== null) return evaluateFormulaField(environment, row, field);
  const value = row.values[field.name];
  if (value !== undefined) return value;
  return field.type === "boolean" ? false : null;
}

/** The record behind a lookup; undefined for none, and for one in the recycle bin. */
function parentRow(environment: ReadEnvironment, row: Row, lookup: FieldDescribe): Row | undefined {
  const id = row.values[lookup.name];
  if (typeof id !== "string") return undefined;
  const [target = ""] = lookup.referenceTo;
  const parent = isDefinition(target)
    ? definitionRow(environment, row, target, id)
    : environment.store.find(id);
  return parent?.isDeleted === true && !row.isDeleted ? undefined : parent;
}

/** The record behind a lookup, where sharing shows it. */
export function shownParent(
  environment: ReadEnvironment & { readonly sharing: RowVisibility | null },
  row: Row,
  lookup: FieldDescribe,
): Row | undefined {
  const parent = parentRow(environment, row, lookup);
  if (parent === undefined || environment.sharing === null) return parent;
  return environment.sharing.canRead(parent) ? parent : undefined;
}

/** Custom metadata names a field without its object, which another field of the record names. */
function definitionRow(
  { schema, store }: ReadEnvironment,
  row: Row,
  target: string,
  name: string,
): Row | undefined {
  const direct = store.get(target, name);
  if (direct !== undefined || target === "EntityDefinition") return direct;
  for (const field of schema.object(row.object)?.fields.values() ?? []) {
    const object = row.values[field.name];
    if (field.referenceTo[0] !== "EntityDefinition" || typeof object !== "string") continue;
    const found = store.get(target, `${object}.${name}`);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Reads a path; null as soon as a parent is missing, or hidden by sharing. Formulas, which have none, see every parent. */
export function pathReader(
  environment: ReadEnvironment & { readonly sharing?: RowVisibility | null },
  path: FieldPath,
): (row: Row) => StoredValue {
  const { sharing = null } = environment;
  const shown = { ...environment, sharing };
  const { steps, field } = path;
  if (steps.length === 0) return (row) => readField(environment, row, field);
  const isPolymorphic = path.object === "Name";
  return (row) => {
    let current: Row | undefined = row;
    for (const step of steps) {
      current = shownParent(shown, current, step);
      if (current === undefined) return null;
    }
    if (!isPolymorphic) return readField(environment, current, field);
    if (field === TYPE_OF_TARGET) return current.object;
    const own = environment.schema.object(current.object)?.fields.get(field.name);
    return own === undefined ? null : readField(environment, current, own);
  };
}

/** The describe of a row's object. */
export function describeOfRow(environment: ReadEnvironment, row: Row): SObjectDescribe {
  const describe = environment.schema.object(row.object);
  if (describe === undefined) throw new Error(`a row of an unknown object: ${row.object}`);
  return describe;
}
