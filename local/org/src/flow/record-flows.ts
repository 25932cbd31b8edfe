/** Record-triggered flows, where the order of execution has them. */
import type { DmlContext, RecordFlowRunner, SaveKind, TriggerRecords } from "../dml/dml-context.ts";
import { saveError } from "../dml/save-error.ts";
import { raise } from "../runtime/exception.ts";
import type { DmlError } from "../runtime/host.ts";
import type { SObjectValue } from "../runtime/sobject.ts";
import { type Transaction, transaction } from "../runtime/transaction.ts";
import type { FlowDefinition } from "../schema/flows/flow-definition.ts";
import { FlowFault } from "./flow-fault.ts";
import { Frame, type TriggeringRecord, triggeringRecord } from "./frame.ts";
import { meets } from "./conditions.ts";
import type { LaterPaths } from "./later-paths.ts";
import { orgWorld } from "./org-world.ts";
import { performer } from "./perform.ts";
import { isRecordTriggered, type RecordTrigger, type Triggered } from "./record-triggered.ts";
import { runInterviews } from "./run-interviews.ts";

/** As for triggers. Source: Apex Developer Guide, Execution Governors and Limits. */
const MAX_DEPTH = 16;

/** Source: Salesforce Help, "Flow Run Context". */
const MODE = { access: "system", sharing: "without" } as const;

export class RecordFlows implements RecordFlowRunner {
  /** By lower-cased object. */
  #flows: ReadonlyMap<string, readonly Triggered[]> = new Map();
  readonly #context: () => DmlContext;
  readonly #later: LaterPaths;

  constructor(flows: Iterable<FlowDefinition>, context: () => DmlContext, later: LaterPaths) {
    this.#context = context;
    this.#later = later;
    this.declare(flows);
  }

  /** These from now on, instead of those before. */
  declare(flows: Iterable<FlowDefinition>): void {
    const active = [...flows].filter(isRecordTriggered).toSorted(inOrder);
    this.#flows = Map.groupBy(active, ({ trigger }) => trigger.object.toLowerCase());
  }

  has(object: string, moment: RecordTrigger["moment"], kind: SaveKind): boolean {
    return (
      this.#of(object, moment, kind).length > 0 || this.#waiting(object, moment, kind).length > 0
    );
  }

  run(
    object: string,
    moment: RecordTrigger["moment"],
    kind: SaveKind,
    records: TriggerRecords,
  ): readonly (DmlError | null)[] {
    const { newRecords, oldRecords } = records;
    const triggering = (newRecords ?? oldRecords ?? []).map((record, index) =>
      triggeringRecord(record, newRecords === null ? null : (oldRecords?.[index] ?? null), moment),
    );
    const errors: (DmlError | null)[] = triggering.map(() => null);
    for (const flow of this.#of(object, moment, kind)) {
      const open = [...triggering.entries()].filter(
        ([index, { record }]) => errors[index] === null && record.errors.length === 0,
      );
      const failed = this.#runFlow(flow, open);
      for (const [index, error] of failed) errors[index] = error;
    }
    const ids = idsOf(triggering);
    for (const flow of this.#waiting(object, moment, kind)) this.#later.afterSave(flow, [], ids);
    return errors;
  }

  #of(object: string, moment: RecordTrigger["moment"], kind: SaveKind): readonly Triggered[] {
    const flows = this.#flows.get(object.toLowerCase()) ?? [];
    return flows.filter(({ trigger }) => {
      if (trigger.moment !== moment) return false;
      return kind === "insert" ? trigger.onCreate : kind === "delete" || trigger.onUpdate;
    });
  }

  /** Those that a change does not start, but whose paths may wait with a record that is changed. */
  #waiting(object: string, moment: RecordTrigger["moment"], kind: SaveKind): readonly Triggered[] {
    if (moment !== "afterSave" || kind !== "update") return [];
    const flows = this.#flows.get(object.toLowerCase()) ?? [];
    return flows.filter((flow) => !flow.trigger.onUpdate && this.#later.hasPending(flow));
  }

  #runFlow(
    flow: Triggered,
    triggering: readonly (readonly [number, TriggeringRecord])[],
  ): readonly (readonly [number, DmlError])[] {
    const world = orgWorld(this.#context());
    const running = runningFlows(transaction());
    const errors: (readonly [number, DmlError])[] = [];
    const started: { readonly index: number; readonly frame: Frame }[] = [];
    for (const [index, record] of triggering) {
      if (isRunning(running, flow, record.record)) continue;
      try {
        const frame = new Frame(flow, world, record);
        if (enters(flow.trigger, frame)) started.push({ index, frame });
      } catch (error) {
        if (!(error instanceof FlowFault)) throw error;
        errors.push([index, failure(flow, error.message)]);
      }
    }
    if (flow.trigger.paths.length > 0)
      this.#later.afterSave(
        flow,
        started.flatMap(({ frame }) => frame.triggering?.record.id ?? []),
        idsOf(triggering.map(([, record]) => record)),
      );
    if (started.length === 0) return errors;
    if (running.length >= MAX_DEPTH)
      raise("System.LimitException", `Maximum trigger depth exceeded\n${flow.label}`);
    running.push({
      flow,
      ids: new Set(started.map(({ frame }) => frame.triggering?.record.id ?? null)),
    });
    try {
      const ends = runInterviews(
        started.map(({ frame }) => frame),
        performer(MODE),
      );
      for (const [position, end] of ends.entries()) {
        const index = started[position]?.index;
        if (end.kind === "failed" && index !== undefined)
          errors.push([index, failure(flow, end.message)]);
      }
    } finally {
      running.pop();
    }
    return errors;
  }
}

function idsOf(triggering: readonly TriggeringRecord[]): readonly string[] {
  return triggering.flatMap(({ record }) => record.id ?? []);
}

/**
 * From 1 to 1,000, then those without a number, then from 1,001; after that by name, which stands for the time of their activation.
 * Source: Salesforce Help, "Define the Run Order of Record-Triggered Flows for an Object".
 */
function inOrder(left: Triggered, right: Triggered): number {
  const place = ({ trigger }: Triggered): number => trigger.order ?? 1000.5;
  return place(left) - place(right) || (left.name < right.name ? -1 : 1);
}

function enters({ criteria, onlyWhenChanged }: RecordTrigger, frame: Frame): boolean {
  return (
    meets(criteria, frame) &&
    !(onlyWhenChanged && frame.asBefore((before) => meets(criteria, before)))
  );
}

interface RunningFlow {
  readonly flow: FlowDefinition;
  readonly ids: ReadonlySet<string | null>;
}

const RUNNING = Symbol("running record-triggered flows");

function runningFlows(of: Transaction): RunningFlow[] {
  return of.attachment<RunningFlow[]>(RUNNING, () => []);
}

/** A flow that saves its own record anew is not started by that. Source: Salesforce Architects, "Record-Triggered Automation". */
function isRunning(
  running: readonly RunningFlow[],
  flow: FlowDefinition,
  { id }: SObjectValue,
): boolean {
  return id !== null && running.some((each) => each.flow === flow && each.ids.has(id));
}

function failure({ label }: FlowDefinition, message: string): DmlError {
  return saveError(
    "CANNOT_EXECUTE_FLOW_TRIGGER",
    `We can't save this record because the “${label}” process failed. Give your Salesforce admin these details. ${message}`,
  );
}
