import { isUncatchable } from "../runtime/exception.ts";
import { apexExceptionOf } from "../runtime/javascript-errors.ts";
import { ApexList } from "../runtime/list.ts";
import { ApexMap } from "../runtime/map.ts";
import type { SObjectValue } from "../runtime/sobject.ts";
import { transaction, type TriggerContext } from "../runtime/transaction.ts";
import { ID, sobjectType } from "../runtime/type.ts";
import type { TriggerEvent } from "../syntax/ast.ts";
import type { TriggerRecords, TriggerRunner } from "./dml-context.ts";
import { tooDeep, TriggerFailure } from "./trigger-failure.ts";

/** A trigger of the project. */
export interface TriggerDeclaration {
  readonly name: string;
  readonly object: string;
  readonly events: readonly TriggerEvent[];
}

/** Source: Apex Developer Guide, Execution Governors and Limits: stack depth of recursively fired triggers. */
const MAX_DEPTH = 16;

/** Runs the project's triggers with their context variables on the transaction's stack. */
export class ApexTriggers implements TriggerRunner {
  private byEvent: ReadonlyMap<string, readonly TriggerDeclaration[]> = new Map();
  private readonly runTrigger: (name: string) => void;

  constructor(triggers: readonly TriggerDeclaration[], runTrigger: (name: string) => void) {
    this.runTrigger = runTrigger;
    this.declare(triggers);
  }

  /** These from now on, instead of those before. */
  declare(triggers: readonly TriggerDeclaration[]): void {
    const byEvent = new Map<string, TriggerDeclaration[]>();
    for (const trigger of triggers) {
      for (const event of trigger.events) {
        const key = keyOf(trigger.object, event);
        byEvent.set(key, [...(byEvent.get(key) ?? []), trigger]);
      }
    }
    this.byEvent = byEvent;
  }

  hasTriggers(object: string, events: readonly TriggerEvent[]): boolean {
    return events.some((event) => this.byEvent.has(keyOf(object, event)));
  }

  triggersOf(object: string, event: TriggerEvent): readonly TriggerDeclaration[] {
    return this.byEvent.get(keyOf(object, event)) ?? [];
  }

  run(object: string, event: TriggerEvent, records: TriggerRecords): void {
    const context = contextOf(object, event, records);
    const { triggers } = transaction();
    const isNested = triggers.length > 0;
    for (const trigger of this.triggersOf(object, event)) {
      if (triggers.length >= MAX_DEPTH)
        throw new TriggerFailure(trigger.name, event, tooDeep(trigger.name, triggers), isNested);
      try {
        this.runOne(trigger.name, { ...context, trigger: trigger.name });
      } catch (thrown) {
        const exception = apexExceptionOf(thrown);
        if (exception === null || isUncatchable(exception)) throw thrown;
        throw new TriggerFailure(trigger.name, event, exception, isNested);
      }
    }
  }

  /** Runs one trigger; what it throws comes through as it is. */
  runOne(name: string, context: TriggerContext): void {
    const { triggers } = transaction();
    triggers.push(context);
    try {
      this.runTrigger(name);
    } finally {
      triggers.pop();
    }
  }
}

export function contextOf(
  object: string,
  event: TriggerEvent,
  records: TriggerRecords,
): TriggerContext {
  const { newRecords, oldRecords } = records;
  return {
    trigger: "",
    object,
    event,
    newList: newRecords === null ? null : listOf(object, newRecords),
    oldList: oldRecords === null ? null : listOf(object, oldRecords),
    newMap: newRecords === null || event === "before insert" ? null : mapOf(object, newRecords),
    oldMap: oldRecords === null ? null : mapOf(object, oldRecords),
    size: (newRecords ?? oldRecords ?? []).length,
  };
}

function listOf(object: string, records: readonly SObjectValue[]): ApexList<SObjectValue> {
  const list = new ApexList(sobjectType(object), [...records]);
  list.isReadOnly = true;
  return list;
}

function mapOf(object: string, records: readonly SObjectValue[]): ApexMap<string, SObjectValue> {
  const entries = records.flatMap((record) =>
    record.id === null ? [] : [[record.id, record] as const],
  );
  const map = new ApexMap<string, SObjectValue>(ID, sobjectType(object), entries);
  map.isReadOnly = true;
  return map;
}

function keyOf(object: string, event: TriggerEvent): string {
  return `${object.toLowerCase()} ${event}`;
}
