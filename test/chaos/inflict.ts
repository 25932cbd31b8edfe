/** Carries out a scheduled fault, and takes it away again when its time is over. */
import { setTimeout as wait } from "node:timers/promises";
import type { Stack } from "../../local/stack/stack.ts";
import type { CuttableProxy } from "./cuttable-proxy.ts";
import type { ScheduledFault } from "./schedule.ts";

export interface Victims {
  readonly stack: Stack;
  readonly dynamoDb: CuttableProxy;
  readonly signal: AbortSignal;
}

const LOCKED_CALLS = 2;
const LOCKED_ROWS = 5;
const RESTART_WITHIN_MS = 60_000;

/** Resolves when the fault is over. */
export async function inflict(
  { kind, seconds }: ScheduledFault,
  { stack, dynamoDb, signal }: Victims,
): Promise<void> {
  const { org } = stack.state.urls;
  const over = (): Promise<void> => wait(seconds * 1000, undefined, { signal });
  switch (kind) {
    case "worker killed":
      return killWorker(stack, signal);
    case "org unavailable":
      return during(org, { kind: "unavailable" }, over);
    case "quota exhausted":
      return during(org, { kind: "quotaExhausted" }, over);
    case "tokens expired":
      await addFault(org, { kind: "expiredTokens" });
      return;
    case "rows locked":
      await addFault(org, { kind: "lockedRow", count: LOCKED_CALLS, rows: LOCKED_ROWS });
      return;
    case "batch delivered twice":
      await addFault(org, { kind: "duplicateDelivery" });
      return;
    case "DynamoDB gone":
      dynamoDb.cut();
      await over().finally(() => dynamoDb.mend());
  }
}

/** SIGKILL, so nothing gets a chance to tidy up; whoever supervises it has to notice. */
async function killWorker(stack: Stack, signal: AbortSignal): Promise<void> {
  const killed = stack.workerdPid();
  process.kill(killed, "SIGKILL");
  const deadline = Date.now() + RESTART_WITHIN_MS;
  while (stack.workerdPid() === killed) {
    if (Date.now() > deadline) throw new Error("Nobody started the killed Worker again.");
    await wait(50, undefined, { signal });
  }
}

async function during(org: string, fault: object, over: () => Promise<void>): Promise<void> {
  const id = await addFault(org, fault);
  await over().finally(() => fetch(`${org}/_local/faults/${id}`, { method: "DELETE" }));
}

/** @returns the fault's id; empty for one that does not stand */
async function addFault(org: string, fault: object): Promise<string> {
  const response = await fetch(`${org}/_local/faults`, {
    method: "POST",
    body: JSON.stringify(fault),
  });
  if (!response.ok) throw new Error(`The org did not take the fault: ${await response.text()}`);
  if (response.status === 204) return "";
  const added: unknown = await response.json();
  if (typeof added === "object" && added !== null && "id" in added) return String(added.id);
  throw new Error("The org gave the fault no id.");
}
