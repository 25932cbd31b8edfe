/** Get, Create, Update and Delete Records. Source: Metadata API Developer Guide, "Flow". */
import { ApexList } from "../runtime/list.ts";
import { SObjectValue } from "../runtime/sobject.ts";
import { sobjectType } from "../runtime/type.ts";
import type { FlowElement, FlowSelection } from "../schema/flows/flow-definition.ts";
import type { FlowAnswer, FlowEffect, RecordQuery } from "./effects.ts";
import { FlowFault, notSet } from "./flow-fault.ts";
import { type Frame, putField } from "./frame.ts";
import { asFieldValue, decimalOf, sameFlowValue } from "./values.ts";

type Of<Kind extends FlowElement["kind"]> = Extract<FlowElement, { kind: Kind }>;
type Asking<Result> = Generator<FlowEffect, Result, FlowAnswer>;

export function* lookUp(element: Of<"lookup">, frame: Frame): Asking<void> {
  const { selection, outputs, assignTo } = element;
  const isFirst = element.firstOnly || (assignTo !== null && !isCollection(assignTo, frame));
  const limit = decimalOf(frame.value(element.limit))?.toNumber() ?? null;
  const records = yield* ask(frame, element.name, "look up", {
    ...settled(selection, frame),
    fields:
      element.fields === null ? null : [...element.fields, ...outputs.map(({ name }) => name)],
    sortField: element.sortField,
    isDescending: element.isDescending,
    limit: isFirst ? 1 : limit,
  });
  const object = frame.object(selection.object).name;
  const found = isFirst ? (records[0] ?? null) : new ApexList(sobjectType(object), [...records]);
  if (element.storesOutput) frame.set(element.name, found);
  const isKept = records.length === 0 && !element.nullsWithoutRecords;
  if (isKept) return;
  if (assignTo !== null) frame.assign(assignTo, found);
  for (const { name, assignTo: target } of outputs) {
    const value = found instanceof SObjectValue ? frame.world.read(found, [name]).value : null;
    frame.assign(target, value);
  }
}

function isCollection(reference: string, frame: Frame): boolean {
  return frame.flow.variables.get(reference)?.isCollection === true;
}

export function* createRecords(element: Of<"create">, frame: Frame): Asking<void> {
  const records =
    element.input === null
      ? [filled(new SObjectValue(frame.object(element.object ?? "")), element.values, frame)]
      : recordsNamed(element.input, frame);
  yield* write(frame, element.name, "insert", records);
  const id = records[0]?.id ?? null;
  if (element.storesOutput) frame.set(element.name, id);
  if (element.assignIdTo !== null) frame.assign(element.assignIdTo, id);
}

export function* updateRecords(element: Of<"update">, frame: Frame): Asking<void> {
  const { input, selection, values } = element;
  if (input !== null && input.toLowerCase() === "$record") {
    yield* updateTriggering(element, frame);
    return;
  }
  if (input !== null) {
    const records = recordsNamed(input, frame);
    for (const record of records) filled(record, values, frame);
    yield* write(frame, element.name, "update", records);
    return;
  }
  const found = yield* selected(element.name, "update", selection, frame);
  const changed = found.map((record) => filled(withId(record), values, frame));
  yield* write(frame, element.name, "update", changed);
}

/** Before it is saved, the record only takes the values. Afterwards what has changed of it is saved anew. */
function* updateTriggering({ name, values }: Of<"update">, frame: Frame): Asking<void> {
  const { triggering } = frame;
  if (triggering === null) throw notSet("$Record");
  const { record, moment } = triggering;
  filled(record, values, frame);
  if (moment === "beforeSave") return;
  const change = withId(record);
  for (const [field, value] of record.values)
    if (!sameFlowValue(value, triggering.started.get(field) ?? null))
      change.values.set(field, value);
  yield* write(frame, name, "update", [change]);
}

export function* deleteRecords(element: Of<"delete">, frame: Frame): Asking<void> {
  const { input, selection, name } = element;
  const records =
    input === null ? yield* selected(name, "delete", selection, frame) : recordsNamed(input, frame);
  yield* write(frame, name, "delete", records.map(withId));
}

function withId(record: SObjectValue): SObjectValue {
  const bare = new SObjectValue(record.describe);
  if (record.id !== null) bare.values.set("Id", record.id);
  return bare;
}

function filled(record: SObjectValue, values: Of<"update">["values"], frame: Frame): SObjectValue {
  for (const { field, value } of values) putField(record, field, frame.value(value));
  return record;
}

/** The records themselves: a create gives them their ids. */
function recordsNamed(reference: string, frame: Frame): readonly SObjectValue[] {
  const value = frame.resolve(reference);
  if (value instanceof SObjectValue) return [value];
  if (!(value instanceof ApexList)) throw notSet(reference);
  return value.items.filter((item) => item instanceof SObjectValue);
}

function* selected(
  name: string,
  verb: "update" | "delete",
  selection: FlowSelection | null,
  frame: Frame,
): Asking<readonly SObjectValue[]> {
  if (selection === null) return [];
  return yield* ask(frame, name, verb, {
    ...settled(selection, frame),
    fields: [],
    sortField: null,
    isDescending: false,
    limit: null,
  });
}

/** What a selection asks for, its values settled. @throws FlowFault */
export function settled(
  { object, filter }: FlowSelection,
  frame: Frame,
): Pick<RecordQuery, "object" | "filters" | "logic"> {
  const describe = frame.object(object);
  return {
    object: describe.name,
    logic: filter.logic,
    filters: filter.conditions.map(({ left, operator, right }) => {
      const field = describe.fields.get(left.toLowerCase());
      if (field === undefined)
        throw new FlowFault(`The field ${left} doesn't exist on ${describe.name}.`);
      const value = frame.value(right);
      const isOfField = !(value instanceof ApexList) && operator !== "IsNull";
      return {
        field: field.name,
        operator,
        value: isOfField ? asFieldValue(value, field) : value,
      };
    }),
  };
}

function* ask(
  frame: Frame,
  name: string,
  verb: "look up" | "update" | "delete",
  query: RecordQuery,
): Asking<readonly SObjectValue[]> {
  const answer = yield { kind: "query", at: `${frame.path}.${name}`, query, verb };
  if (answer.kind === "fault") throw new FlowFault(answer.message);
  return answer.kind === "records" ? answer.records : [];
}

/** Without records nothing is asked, and nothing counted. */
function* write(
  frame: Frame,
  name: string,
  operation: "insert" | "update" | "delete",
  records: readonly SObjectValue[],
): Asking<void> {
  if (records.length === 0) return;
  const answer = yield { kind: "write", at: `${frame.path}.${name}`, operation, records };
  if (answer.kind === "fault") throw new FlowFault(answer.message);
}
