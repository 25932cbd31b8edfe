/**
 * Paths of record-triggered flows that run after the commit, at once or at their time. What waits is forgotten with the process, as
 * scheduled Apex. A test runs none of them. Source: Salesforce Help, "Scheduled Paths", "Record-Triggered Flow Considerations"; that tests
 * run none: sparkline.cloud, "Problems with testing scheduled and async trigger flows".
 */
import type { QueuedJob } from "../async/queued-job.ts";
import type { DmlContext } from "../dml/dml-context.ts";
import { triggerRecord } from "../dml/draft.ts";
import type { RunningUser } from "../runtime/host.ts";
import { transaction, type Quiddity } from "../runtime/transaction.ts";
import type { FlowDefinition } from "../schema/flows/flow-definition.ts";
import type { Schema } from "../schema/schema.ts";
import { Frame, type TriggeringRecord, triggeringRecord } from "./frame.ts";
import { meets } from "./conditions.ts";
import { jobOf, leave, reporting } from "./later-jobs.ts";
import { orgWorld } from "./org-world.ts";
import { isRecordTriggered, type Triggered } from "./record-triggered.ts";
import { runApart } from "./run-apart.ts";
import { timeOf } from "./schedule-times.ts";

export interface LaterPathParts {
  readonly schema: Schema;
  /** Epoch ms. */
  readonly now: () => number;
  /** Of the running transaction. */
  readonly context: () => DmlContext;
  readonly run: (user: RunningUser, quiddity: Quiddity, work: () => void) => void;
  /** Takes jobs that no transaction leaves behind. */
  readonly accept: (jobs: readonly QueuedJob[]) => void;
  readonly log: (line: string) => void;
}

/** A path that waits for its time with one record. */
interface Pending {
  readonly recordId: string;
  /** Epoch ms of the save that it began with. */
  readonly savedAt: number;
  readonly dueAt: number;
  readonly user: RunningUser;
}

export class LaterPaths {
  readonly #parts: LaterPathParts;
  /** By flow and path, then by record. */
  readonly #pending = new Map<string, Map<string, Pending>>();

  constructor(parts: LaterPathParts) {
    this.#parts = parts;
  }

  /** Whether a save of the object may concern what waits. */
  hasPending(flow: FlowDefinition): boolean {
    return this.#waitingOf(flow).some((waiting) => waiting.size > 0);
  }

  /**
   * Leaves behind in the running transaction what its save starts, puts off or ends.
   * @param entered ids of the records that met the entry conditions
   * @param saved ids of all
   */
  afterSave(flow: Triggered, entered: readonly string[], saved: readonly string[]): void {
    const { user, isTest } = transaction();
    if (isTest) return;
    const savedAt = this.#parts.now();
    const { paths } = flow.trigger;
    for (const path of paths) {
      if (path.when.kind === "afterCommit" && entered.length > 0)
        leave(user, () => this.#run(flow.name, path.name, entered, user));
    }
    const isConcerned = entered.length > 0 || this.hasPending(flow);
    if (isConcerned && paths.some(({ when }) => when.kind === "scheduled"))
      leave(user, () =>
        reporting(flow, this.#parts.log, () =>
          this.#parts.run(user, "SYNCHRONOUS", () =>
            this.#plan(flow, new Set(entered), saved, savedAt),
          ),
        ),
      );
  }

  #waitingOf(flow: FlowDefinition): readonly Map<string, Pending>[] {
    return flow.trigger.kind !== "record"
      ? []
      : flow.trigger.paths.flatMap(({ name }) => this.#pending.get(keyOf(flow.name, name)) ?? []);
  }

  /** Sets the times anew for records as they now are; one that does not meet the conditions any more waits for nothing. */
  #plan(
    flow: Triggered,
    entered: ReadonlySet<string>,
    saved: readonly string[],
    savedAt: number,
  ): void {
    const context = this.#parts.context();
    const { user } = transaction();
    for (const recordId of saved) {
      const [record] = recordsOf(context, flow.trigger.object, [recordId]);
      const isMet = record !== undefined && meetsEntry(flow, record, context);
      for (const path of flow.trigger.paths) {
        if (path.when.kind !== "scheduled") continue;
        const waiting = this.#waiting(flow.name, path.name);
        const before = waiting.get(recordId);
        const isNew = entered.has(recordId);
        if (before === undefined && !isNew) continue;
        const since = isNew || before === undefined ? savedAt : before.savedAt;
        const dueAt = isMet ? timeOf(path.when, record.record, since) : null;
        if (dueAt === null) waiting.delete(recordId);
        else if (isNew || before?.dueAt !== dueAt) {
          waiting.set(recordId, { recordId, savedAt: since, dueAt, user: before?.user ?? user });
          this.#parts.accept([jobOf(user, dueAt, () => this.#runDue(flow.name, path.name))]);
        }
      }
    }
  }

  #waiting(flow: string, path: string): Map<string, Pending> {
    const key = keyOf(flow, path);
    const known = this.#pending.get(key);
    if (known !== undefined) return known;
    const waiting = new Map<string, Pending>();
    this.#pending.set(key, waiting);
    return waiting;
  }

  /** All of a path whose time has come, those of one user together. */
  #runDue(flowName: string, pathName: string): void {
    const now = this.#parts.now();
    const waiting = this.#waiting(flowName, pathName);
    const due = [...waiting.values()].filter(({ dueAt }) => dueAt <= now);
    for (const { recordId } of due) waiting.delete(recordId);
    for (const [, of] of Map.groupBy(due, ({ user }) => user.id)) {
      const [first] = of;
      if (first === undefined) continue;
      this.#run(
        flowName,
        pathName,
        of.map(({ recordId }) => recordId),
        first.user,
      );
    }
  }

  /** With the records as they are by then; those that are gone are left out. */
  #run(flowName: string, pathName: string, ids: readonly string[], user: RunningUser): void {
    const flow = this.#parts.schema.flows.get(flowName);
    if (flow === undefined || !isRecordTriggered(flow)) return;
    const path = flow.trigger.paths.find(({ name }) => name === pathName);
    if (path === undefined) return;
    const part = { ...flow, first: path.first };
    for (let start = 0; start < ids.length; start += path.batchSize) {
      const batch = ids.slice(start, start + path.batchSize);
      reporting(flow, this.#parts.log, () =>
        this.#parts.run(user, "SYNCHRONOUS", () => {
          const context = this.#parts.context();
          runApart(part, recordsOf(context, flow.trigger.object, batch), context, this.#parts.log);
        }),
      );
    }
  }
}

function meetsEntry(flow: Triggered, record: TriggeringRecord, context: DmlContext): boolean {
  return meets(flow.trigger.criteria, new Frame(flow, orgWorld(context), record));
}

function recordsOf(
  context: DmlContext,
  object: string,
  ids: readonly string[],
): readonly TriggeringRecord[] {
  const describe = context.schema.object(object);
  if (describe === undefined) return [];
  return ids.flatMap((id) => {
    const row = context.store.get(describe.name, id);
    return row === undefined || row.isDeleted
      ? []
      : [triggeringRecord(triggerRecord(context, describe, row), null, "scheduled")];
  });
}

function keyOf(flow: string, path: string): string {
  return `${flow}.${path}`;
}
