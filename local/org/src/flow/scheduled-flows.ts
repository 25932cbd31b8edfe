/**
 * Flows on a schedule, run by the org's clock: an interview for each record that they are for, two hundred of them in a transaction.
 * Source: Salesforce Help, "Schedule-Triggered Flow Considerations"; the Default Workflow User is the administrator here.
 */
import type { QueuedJob } from "../async/queued-job.ts";
import type { DmlContext } from "../dml/dml-context.ts";
import type { RunningUser } from "../runtime/host.ts";
import type { Quiddity } from "../runtime/transaction.ts";
import type { FlowDefinition, FlowSchedule, FlowTrigger } from "../schema/flows/flow-definition.ts";
import type { Schema } from "../schema/schema.ts";
import { jobOf, reporting } from "./later-jobs.ts";
import { startedRecords } from "./launch-flow.ts";
import { runApart } from "./run-apart.ts";
import { nextRun } from "./schedule-times.ts";

const MOST_TOGETHER = 200;

export interface ScheduledFlowParts {
  readonly schema: Schema;
  /** Epoch ms. */
  readonly now: () => number;
  /** Of the running transaction. */
  readonly context: () => DmlContext;
  readonly user: () => RunningUser;
  readonly run: (user: RunningUser, quiddity: Quiddity, work: () => void) => void;
  readonly accept: (jobs: readonly QueuedJob[]) => void;
  readonly log: (line: string) => void;
}

type Scheduled = FlowDefinition & {
  readonly trigger: Extract<FlowTrigger, { kind: "scheduled" }> & {
    readonly schedule: FlowSchedule;
  };
};

export class ScheduledFlows {
  readonly #parts: ScheduledFlowParts;
  /** What was planned before counts no more. */
  #plan = 0;

  constructor(parts: ScheduledFlowParts) {
    this.#parts = parts;
  }

  /** Waits for the next time of every flow, instead of what was waited for before. */
  plan(): void {
    this.#plan += 1;
    for (const flow of this.#parts.schema.flows.values())
      if (isScheduled(flow)) this.#await(flow, this.#parts.now(), this.#plan);
  }

  /** One that is to run once, at a time that has passed, does not run. */
  #await(flow: Scheduled, after: number, plan: number): void {
    const dueAt = nextRun(flow.trigger.schedule, after);
    if (dueAt === null) return;
    const run = (): void => {
      if (plan !== this.#plan) return;
      this.#run(flow);
      this.#await(flow, Math.max(dueAt, this.#parts.now()), plan);
    };
    this.#parts.accept([jobOf(this.#parts.user(), dueAt, run)]);
  }

  #run(flow: Scheduled): void {
    const { run, context, log } = this.#parts;
    const user = this.#parts.user();
    let records: ReturnType<typeof startedRecords> = [];
    reporting(flow, log, () =>
      run(user, "SYNCHRONOUS", () => {
        records = startedRecords(flow, context());
      }),
    );
    for (let start = 0; start < records.length; start += MOST_TOGETHER) {
      const batch = records.slice(start, start + MOST_TOGETHER);
      reporting(flow, log, () =>
        run(user, "SYNCHRONOUS", () => runApart(flow, batch, context(), log)),
      );
    }
  }
}

function isScheduled(flow: FlowDefinition): flow is Scheduled {
  return flow.isActive && flow.trigger.kind === "scheduled" && flow.trigger.schedule !== null;
}
