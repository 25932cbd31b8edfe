/** The resources of one interview of one flow: variables, outputs of elements, formulas, templates, the record. */
import { randomUUID } from "node:crypto";
import type { FormulaOperand } from "../formula/operand.ts";
import { ApexDate } from "../runtime/date.ts";
import { ApexDatetime } from "../runtime/datetime.ts";
import { GapReached } from "../runtime/gap-reached.ts";
import { ApexList } from "../runtime/list.ts";
import { ApexObject } from "../runtime/object.ts";
import { SObjectValue } from "../runtime/sobject.ts";
import type { FlowDefinition, FlowOperand, FlowVariable } from "../schema/flows/flow-definition.ts";
import type { SObjectDescribe } from "../schema/schema.ts";
import type { StoredValue } from "../store/row.ts";
import { FlowFault, notSet } from "./flow-fault.ts";
import { evaluateFlowFormula, mergedText } from "./formulas.ts";
import { apexField } from "./apex-field.ts";
import {
  asDataType,
  asFieldValue,
  byValue,
  elementTypeOf,
  fieldTypeOf,
  fieldTypeOfValue,
  literalValue,
} from "./values.ts";
import type { FlowWorld } from "./world.ts";

/** The record a flow was triggered by. */
export interface TriggeringRecord {
  /** Before it is saved, changes of it are what the flow is for. */
  readonly record: SObjectValue;
  /** As it was; null of a new one. */
  readonly prior: SObjectValue | null;
  readonly moment: "beforeSave" | "afterSave" | "beforeDelete" | "scheduled";
  /** The record's values when the interview began. */
  readonly started: ReadonlyMap<string, unknown>;
}

export function triggeringRecord(
  record: SObjectValue,
  prior: SObjectValue | null,
  moment: TriggeringRecord["moment"],
): TriggeringRecord {
  return { record, prior, moment, started: new Map(record.values) };
}

/** What an action or a subflow gave. */
export class Outputs {
  readonly #values: ReadonlyMap<string, unknown>;

  constructor(values: Iterable<readonly [string, unknown]>) {
    this.#values = new Map([...values].map(([name, value]) => [name.toLowerCase(), value]));
  }

  get(name: string): unknown {
    return this.#values.get(name.toLowerCase()) ?? null;
  }
}

export class Frame {
  readonly flow: FlowDefinition;
  readonly world: FlowWorld;
  triggering: TriggeringRecord | null;
  /** The flows around it and itself: `Outer.Inner_element/Inner`. */
  readonly path: string;
  faultMessage = "";
  /** Of the interview. Source: Salesforce Help, "Flow Resource: Global Variables", $Flow.InterviewGuid. */
  readonly #guid = randomUUID();
  /** By lower-cased name: variables, and what elements gave. */
  readonly #values = new Map<string, unknown>();

  constructor(
    flow: FlowDefinition,
    world: FlowWorld,
    triggering: TriggeringRecord | null,
    path = flow.name,
  ) {
    this.flow = flow;
    this.world = world;
    this.triggering = triggering;
    this.path = path;
    for (const variable of flow.variables.values())
      this.#values.set(variable.name.toLowerCase(), this.#initial(variable));
  }

  /** Gives input variables their values. @throws FlowFault for one that does not fit */
  take(inputs: Iterable<readonly [string, unknown]>): void {
    for (const [name, value] of inputs) {
      const variable = this.flow.variables.get(name);
      if (variable === undefined)
        throw new FlowFault(`The input parameter ${name} doesn't exist in the flow.`);
      if (variable.isInput) this.set(variable.name, byValue(value));
    }
  }

  /** Every variable, as `getVariableValue` knows them: by lower-cased name. */
  variables(): ReadonlyMap<string, unknown> {
    return new Map(
      [...this.flow.variables.values()].map(({ name }) => [
        name.toLowerCase(),
        this.#values.get(name.toLowerCase()) ?? null,
      ]),
    );
  }

  outputs(): readonly (readonly [string, unknown])[] {
    return [...this.flow.variables.values()]
      .filter(({ isOutput }) => isOutput)
      .map(({ name }) => [name, this.#values.get(name.toLowerCase()) ?? null] as const);
  }

  /** A variable, or what an element gives under its own name. */
  set(name: string, value: unknown): void {
    const variable = this.flow.variables.get(name);
    this.#values.set(
      name.toLowerCase(),
      variable === undefined ? value : asVariable(value, variable),
    );
  }

  /** The value of an operand; of a text with the merge fields in it. */
  value(operand: FlowOperand): unknown {
    switch (operand.kind) {
      case "reference":
        return this.resolve(operand.path);
      case "text":
        return mergedText(operand.text, this);
      default:
        return literalValue(operand);
    }
  }

  /** What a reference stands for: `name`, `$Record.Owner.Email`. @throws FlowFault for a field of nothing */
  resolve(reference: string): unknown {
    const [head = "", ...rest] = reference.split(".");
    if (head.startsWith("$")) return this.#global(reference, head.toLowerCase(), rest);
    const base = this.#base(head);
    if ((base === null || base === undefined) && rest.length > 0) throw notSet(reference);
    return this.#walk(base, rest, reference);
  }

  /** As a formula takes it: an empty value has a type, too. */
  operand(reference: string): FormulaOperand {
    const [head = "", ...rest] = reference.split(".");
    const record = this.#recordNamed(head);
    if (record !== undefined && rest.length > 0) {
      const describe = record ?? this.triggering?.record;
      if (describe === undefined) throw notSet(reference);
      const read = this.world.read(describe, rest);
      return record === null ? { ...read, value: null } : read;
    }
    if (head.startsWith("$") && head.toLowerCase() !== "$flow")
      return this.#isGlobalConstant(head)
        ? plainOperand(this.resolve(reference))
        : this.world.global(reference);
    const typed = rest.length === 0 ? this.#declaredType(head) : null;
    const value = this.resolve(reference);
    return typed === null
      ? plainOperand(value)
      : { type: fieldTypeOf(typed), value: value as StoredValue, blankAsZero: false };
  }

  /** Puts a value where a reference points: a variable, a field of a record, a member of an Apex object. */
  assign(reference: string, value: unknown): void {
    const [head = "", ...rest] = reference.split(".");
    const [member] = rest;
    if (member === undefined) {
      this.set(head, byValue(value));
      return;
    }
    const target = head.toLowerCase() === "$record" ? this.triggering?.record : this.#target(head);
    if (target instanceof SObjectValue) putField(target, member, value);
    else if (target instanceof ApexObject) apexField(target, member).write(value);
    else throw notSet(reference);
  }

  /** Answers a question as of the record before its change: no to everything of a new record. */
  asBefore(question: (frame: Frame) => boolean): boolean {
    const now = this.triggering;
    if (now === null || now.prior === null) return false;
    this.triggering = { ...now, record: now.prior };
    try {
      return question(this);
    } finally {
      this.triggering = now;
    }
  }

  object(name: string): SObjectDescribe {
    const describe = this.world.schema.object(name);
    if (describe === undefined)
      throw new GapReached(`Not supported by the local org yet: the object ${name} of a flow`);
    return describe;
  }

  /** The variable's record; an empty record variable begins a record. */
  #target(head: string): unknown {
    const current = this.#values.get(head.toLowerCase()) ?? null;
    const variable = this.flow.variables.get(head);
    if (current !== null || variable?.dataType !== "SObject" || variable.isCollection)
      return current;
    const begun = new SObjectValue(this.object(variable.object ?? ""));
    this.#values.set(head.toLowerCase(), begun);
    return begun;
  }

  #initial({ isCollection, dataType, object, initial, scale, name }: FlowVariable): unknown {
    if (isCollection) return new ApexList(elementTypeOf(dataType, object));
    return asDataType(this.value(initial), dataType, scale, name);
  }

  #base(head: string): unknown {
    const key = head.toLowerCase();
    if (this.#values.has(key)) return this.#values.get(key);
    const formula = this.flow.formulas.get(head);
    if (formula !== undefined)
      return asDataType(
        evaluateFlowFormula(formula.expression, this),
        formula.dataType,
        formula.scale,
        formula.name,
      );
    const constant = this.flow.constants.get(head);
    if (constant !== undefined) return this.value(constant);
    const template = this.flow.templates.get(head);
    return template === undefined ? null : mergedText(template, this);
  }

  #declaredType(head: string): FlowVariable["dataType"] | null {
    const variable = this.flow.variables.get(head);
    if (variable?.isCollection === true) return null;
    return variable?.dataType ?? this.flow.formulas.get(head)?.dataType ?? null;
  }

  /** undefined: the name is of no record. */
  #recordNamed(head: string): SObjectValue | null | undefined {
    switch (head.toLowerCase()) {
      case "$record":
        return this.triggering?.record ?? null;
      case "$record__prior":
        return this.triggering?.prior ?? null;
      default: {
        const value = head.startsWith("$") ? undefined : this.#base(head);
        return value instanceof SObjectValue ? value : undefined;
      }
    }
  }

  #isGlobalConstant(head: string): boolean {
    return ["$globalconstant", "$record", "$record__prior"].includes(head.toLowerCase());
  }

  #global(reference: string, head: string, rest: readonly string[]): unknown {
    switch (head) {
      case "$record":
      case "$record__prior": {
        const record = this.#recordNamed(head) ?? null;
        if (record === null && rest.length > 0 && head === "$record") throw notSet(reference);
        return record === null ? null : this.#walk(record, rest, reference);
      }
      case "$globalconstant":
        return constant(rest[0] ?? "", reference);
      case "$flow":
        return this.#ofFlow(rest[0] ?? "", reference);
      default:
        return this.world.global(reference).value;
    }
  }

  #ofFlow(name: string, reference: string): unknown {
    const { now, timeZone } = this.world;
    switch (name.toLowerCase()) {
      case "currentdatetime":
      case "interviewstarttime":
        return new ApexDatetime(now);
      case "currentdate":
        return ApexDate.parseIso(new Date(now).toLocaleDateString("en-CA", { timeZone }));
      case "interviewguid":
        return this.#guid;
      case "faultmessage":
        return this.faultMessage;
      default:
        throw new GapReached(`Not supported by the local org yet: ${reference} of a flow`);
    }
  }

  #walk(value: unknown, path: readonly string[], reference: string): unknown {
    const [name, ...rest] = path;
    if (name === undefined) return value ?? null;
    if (value instanceof SObjectValue) return this.world.read(value, path).value;
    if (value instanceof Outputs) return this.#walk(value.get(name), rest, reference);
    if (value instanceof ApexObject)
      return this.#walk(apexField(value, name).read(), rest, reference);
    throw notSet(reference);
  }
}

function plainOperand(value: unknown): FormulaOperand {
  return { type: fieldTypeOfValue(value), value: value as StoredValue, blankAsZero: false };
}

function asVariable(value: unknown, variable: FlowVariable): unknown {
  const { dataType, object, scale, name, isCollection } = variable;
  if (!isCollection) return asDataType(value, dataType, scale, name);
  if (value === null) return new ApexList(elementTypeOf(dataType, object));
  if (!(value instanceof ApexList))
    throw new FlowFault(`The flow failed to assign a single value to the collection ${name}`);
  const items = value.items.map((item) => asDataType(item, dataType, scale, name));
  return new ApexList(elementTypeOf(dataType, object), items);
}

/** @throws FlowFault */
export function putField(record: SObjectValue, name: string, value: unknown): void {
  const field = record.fieldDescribe(name);
  if (field === undefined)
    throw new FlowFault(`The field ${name} doesn't exist on ${record.objectName}.`);
  record.put(field.name, asFieldValue(value, field));
  // What is worked out from the record's fields is worked out anew when it is read.
  for (const other of record.describe.fields.values())
    if (other.formula !== null) record.values.delete(other.name);
}

function constant(name: string, reference: string): unknown {
  switch (name.toLowerCase()) {
    case "true":
      return true;
    case "false":
      return false;
    case "emptystring":
      return "";
    default:
      throw new GapReached(`Not supported by the local org yet: ${reference} of a flow`);
  }
}
