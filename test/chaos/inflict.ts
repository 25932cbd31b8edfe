/** Carries out a scheduled fault, and takes it away again when its time is over. */
import { setTimeout as wait } from "node:timers/promises";
import path from "node:path";
import type { Stack } from "../../local/stack/stack.ts";
import type { CuttableProxy } from "./cuttable-proxy.ts";
import type { HeardLines } from "./heard-lines.ts";
import { loseAlarms } from "./lost-alarms.ts";
import type { Redriving } from "./redriving.ts";
import { takeRightAway } from "./relay-right.ts";
import type { ScheduledFault } from "./schedule.ts";
import type { SigningSecret } from "./signing-secret.ts";

export interface Victims {
  readonly stack: Stack;
  readonly dynamoDb: CuttableProxy;
  readonly secret: SigningSecret;
  readonly redriving: Redriving;
  readonly heard: HeardLines;
  /** Where the stack keeps its data. */
  readonly dataFolder: string;
  /** What the deployment changes. */
  readonly deployed: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
}

/** What was done to the run's events by a fault that touches single ones. */
export interface Touched {
  /** Dead letters that were taken back while the org was away. */
  readonly redriven: number;
  /** Shards whose alarm was lost. */
  readonly alarmsLost: number;
}

const LOCKED_CALLS = 2;
const LOCKED_ROWS = 5;
/** What takes a fault, or takes it away, is never away itself. */
const ORG_ANSWERS_WITHIN_MS = 30_000;
const RESTART_WITHIN_MS = 60_000;
const REDRIVEN_WITHIN_MS = 60_000;
/** Another fault may keep the relay from calling at all. */
const MET_WITHIN_MS = 120_000;

/** Resolves when the fault is over. */
export async function inflict(
  { kind, seconds }: ScheduledFault,
  victims: Victims,
): Promise<Partial<Touched>> {
  const { stack, dynamoDb, secret, heard, signal } = victims;
  const { org } = stack.state.urls;
  const over = (): Promise<void> => wait(seconds * 1000, undefined, { signal });
  switch (kind) {
    case "worker killed":
      await killWorker(stack, signal);
      return {};
    case "org unavailable":
      return redriveDuringOutage(victims, over);
    case "quota exhausted":
      await during(org, { kind: "quotaExhausted" }, over);
      return {};
    case "tokens expired":
      await addFault(org, { kind: "expiredTokens" });
      return {};
    case "rows locked":
      await addFault(org, { kind: "lockedRow", count: LOCKED_CALLS, rows: LOCKED_ROWS });
      return {};
    case "batch delivered twice":
      await addFault(org, { kind: "duplicateDelivery" });
      return {};
    case "DynamoDB gone":
      dynamoDb.cut();
      await over().finally(() => dynamoDb.mend());
      return {};
    case "right taken away": {
      const giveBack = await takeRightAway(stack, signal);
      const met = heard.next("relay.org_refuses", MET_WITHIN_MS, signal);
      await Promise.all([over(), met]).finally(giveBack);
      return {};
    }
    case "secret rotated":
      await secret.rotate();
      return {};
    case "secret malformed": {
      await secret.spoil();
      const met = heard.next("secrets.malformed", MET_WITHIN_MS, signal);
      // A Worker that runs trusts what it has read for minutes; one that starts meets what is stored.
      await killWorker(stack, signal);
      await Promise.all([over(), met]).finally(() => secret.mend());
      return {};
    }
    case "deployed with more shards, alarms lost":
      return deploy(victims);
  }
}

async function redriveDuringOutage(
  { stack, redriving, signal }: Victims,
  over: () => Promise<void>,
): Promise<Partial<Touched>> {
  await redriving.firstLetter(signal);
  let redriven = 0;
  await during(stack.state.urls.org, { kind: "unavailable" }, async () => {
    redriven = await redriving.someBy(Date.now() + REDRIVEN_WITHIN_MS, signal);
    await over();
  });
  return { redriven };
}

async function deploy({ stack, dataFolder, deployed }: Victims): Promise<Partial<Touched>> {
  let alarmsLost = 0;
  await inTurn(stack, () =>
    stack.redeployWorker(deployed, () => {
      alarmsLost = loseAlarms(path.join(dataFolder, "worker"));
      return Promise.resolve();
    }),
  );
  return { alarmsLost };
}

/** What is under way with a stack's Worker. */
const underWay = new WeakMap<Stack, Promise<unknown>>();

/** A Worker that is just being deployed, or was killed a moment ago, has no process to kill: where events go fast, faults meet. */
async function inTurn(stack: Stack, act: () => Promise<void>): Promise<void> {
  const turn = (underWay.get(stack) ?? Promise.resolve()).then(act);
  underWay.set(
    stack,
    turn.catch(() => undefined),
  );
  return turn;
}

/** SIGKILL, so nothing gets a chance to tidy up; whoever supervises it has to notice. */
async function killWorker(stack: Stack, signal: AbortSignal): Promise<void> {
  return inTurn(stack, () => killNow(stack, signal));
}

async function killNow(stack: Stack, signal: AbortSignal): Promise<void> {
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
  await over().finally(() =>
    fetch(`${org}/_local/faults/${id}`, {
      method: "DELETE",
      signal: AbortSignal.timeout(ORG_ANSWERS_WITHIN_MS),
    }),
  );
}

/** @returns the fault's id; empty for one that does not stand */
async function addFault(org: string, fault: object): Promise<string> {
  const response = await fetch(`${org}/_local/faults`, {
    method: "POST",
    body: JSON.stringify(fault),
    signal: AbortSignal.timeout(ORG_ANSWERS_WITHIN_MS),
  });
  if (!response.ok) throw new Error(`The org did not take the fault: ${await response.text()}`);
  if (response.status === 204) return "";
  const added: unknown = await response.json();
  if (typeof added === "object" && added !== null && "id" in added) return String(added.id);
  throw new Error("The org gave the fault no id.");
}
