/** One run of the whole local stack while things go wrong in it, and what is left afterwards. */
import path from "node:path";
import { connect } from "../../scripts/trigger/records.ts";
import { startStack, type Stack } from "../../local/stack/stack.ts";
import { PARTS, type Part } from "../../local/stack/settings.ts";
import { shardDatabases } from "../load/stored-history.ts";
import { randomOf } from "../traffic/random.ts";
import { deliverAll } from "../traffic/sender.ts";
import { startCuttableProxy, type CuttableProxy } from "./cuttable-proxy.ts";
import { deadLetters } from "./dead-letters.ts";
import { HeardLines } from "./heard-lines.ts";
import { inflict, type Touched } from "./inflict.ts";
import { eventLog, recordCounts } from "./org-census.ts";
import { Progress } from "./progress.ts";
import { drawSchedule, type FaultLengths, type ScheduledFault } from "./schedule.ts";
import { Redriving } from "./redriving.ts";
import { askedOf, settled } from "./settled.ts";
import { SigningSecret } from "./signing-secret.ts";
import { planTraffic } from "./traffic-plan.ts";
import { judge, type Check } from "./verdict.ts";

export interface ChaosOptions {
  readonly seed: number;
  readonly events: number;
  readonly lengths: FaultLengths;
  /** After the org said that its allowance is used up, it is asked again this often. */
  readonly limitProbeSeconds: number;
  /** How long the Worker trusts a queue whose messages a crash may have taken. */
  readonly requeueSeconds: number;
  readonly projectFolder: string;
  readonly dataFolder: string;
  readonly signal: AbortSignal;
  readonly tell: (line: string) => void;
  readonly log: (line: string) => void;
}

export interface ChaosReport {
  readonly schedule: readonly ScheduledFault[];
  readonly deliveries: number;
  readonly attempts: number;
  readonly stale: number;
  readonly repeatsAbsorbed: number;
  readonly deadLetterMessages: number;
  readonly touched: Touched;
  readonly seconds: { readonly delivering: number; readonly inAll: number };
  readonly checks: readonly Check[];
}

const AT_ONCE = 16;
const SHARDS = { before: 8, after: 32 };

/** @throws Error when the stack cannot be started or a webhook is never accepted */
export async function runChaos(options: ChaosOptions): Promise<ChaosReport> {
  const dynamoDb = await startCuttableProxy();
  const heard = new HeardLines();
  const progress = new Progress(options.tell, "starting the stack");
  try {
    const stack = await startStack(
      options.projectFolder,
      {
        host: "127.0.0.1",
        ports: anyFreePorts(),
        dataFolder: options.dataFolder,
        workerMain: path.resolve(import.meta.dirname, "unreliable-queues.js"),
        workerVariables: {
          ADMISSION_SHARDS: String(SHARDS.before),
          AWS_DYNAMODB_ENDPOINT: dynamoDb.url,
          SALESFORCE_LIMIT_PROBE_SECONDS: String(options.limitProbeSeconds),
          REQUEUE_AFTER_SECONDS: String(options.requeueSeconds),
        },
      },
      {
        starting: () => undefined,
        ready: () => undefined,
        log: (part, line) => {
          heard.listen(line);
          options.log(`[${part}] ${line}`);
        },
      },
    );
    try {
      dynamoDb.pointAt(stack.state.urls.dynamodb);
      return await runOn(stack, { dynamoDb, heard, progress }, options);
    } finally {
      progress.waitsFor(() => "stopping the stack");
      await stack.stop();
    }
  } finally {
    progress.stop();
    await dynamoDb.stop();
  }
}

/** What stands around the stack of a run. */
interface Around {
  readonly dynamoDb: CuttableProxy;
  readonly heard: HeardLines;
  readonly progress: Progress;
}

async function runOn(
  stack: Stack,
  { dynamoDb, heard, progress }: Around,
  options: ChaosOptions,
): Promise<ChaosReport> {
  const { seed } = options;
  const random = randomOf(seed);
  const run = `s${seed}n`;
  const schedule = drawSchedule(random, options.lengths);
  const plan = planTraffic(random, options.events, run);
  // Ends what still runs when one part of the run fails or the person stops it.
  const end = new AbortController();
  const signal = AbortSignal.any([options.signal, end.signal]);
  const startedS = progress.seconds;

  const secret = new SigningSecret(stack);
  const deployedAt = new Date(plan.deploymentS * 1000).toISOString();
  const redriving = new Redriving(options.dataFolder);
  const victims = {
    stack,
    dynamoDb,
    secret,
    heard,
    redriving,
    dataFolder: options.dataFolder,
    deployed: { ADMISSION_SHARDS: `${SHARDS.before} until ${deployedAt}, ${SHARDS.after}` },
    signal,
  };
  const touched = { redriven: 0, alarmsLost: 0 };

  let accepted = 0;
  const upcoming = schedule.values();
  let next = upcoming.next();
  const faults: Promise<void>[] = [];
  const lasting = new Set<ScheduledFault>();
  const strikeWhatIsDue = (): void => {
    while (next.done !== true && accepted >= next.value.at * plan.deliveries.length) {
      const fault = next.value;
      progress.say(nameOf(fault));
      lasting.add(fault);
      const struck = inflict(fault, victims).then((by) => {
        lasting.delete(fault);
        touched.redriven += by.redriven ?? 0;
        touched.alarmsLost += by.alarmsLost ?? 0;
      });
      // A fault that could not be carried out ends the run at once, not when all else is over.
      struck.catch((error: unknown) => end.abort(error));
      faults.push(struck);
      next = upcoming.next();
    }
  };
  progress.waitsFor(() => `accepted ${accepted} of ${plan.deliveries.length}`);
  try {
    const { attempts } = await deliverAll(plan.deliveries, {
      url: stack.state.urls.worker,
      secret: () => secret.current,
      atOnce: AT_ONCE,
      signal,
      accepted: () => {
        accepted += 1;
        strikeWhatIsDue();
      },
    });
    const delivering = progress.seconds - startedS;
    progress.say("all accepted");
    progress.waitsFor(() => `not over yet: ${[...lasting].map(nameOf).join(", ")}`);
    await Promise.all(faults);
    progress.say("waiting for the org");
    const ours = `evt_${run}`;
    const left = await settled(askedOf(stack, ours), {
      good: plan.good.length,
      signal,
      stands: (line) => progress.waitsFor(() => line),
    });
    progress.say("counting");
    progress.waitsFor(() => "counting");
    const connection = await connect(stack.state.urls.org, stack.credentials.admin);
    const log = await eventLog(connection, ours);
    const letters = await deadLetters(options.dataFolder);
    const records = await recordCounts(connection, plan.good);
    const shards = shardDatabases(path.join(options.dataFolder, "worker")).length;
    const checks = judge(plan, {
      log,
      records,
      deadLetters: letters,
      unanswered: redriving.unanswered,
      underWay: left,
      didHappen: {
        "dead letters were taken back during the outage": touched.redriven > 0,
        "alarms were lost": touched.alarmsLost > 0,
        "there are more shards": shards > SHARDS.before,
        "the relay met the missing right": heard.times("relay.org_refuses") > 0,
        "the relay met the malformed secret": heard.times("secrets.malformed") > 0,
        "a queue did not take messages": heard.times("ledger.queue_unavailable") > 0,
      },
    });
    return {
      schedule,
      deliveries: plan.deliveries.length,
      attempts,
      stale: log.filter((row) => row.Status__c === "Stale").length,
      repeatsAbsorbed: log.reduce((sum, row) => sum + row.Attempts__c - 1, 0),
      deadLetterMessages: letters.length,
      touched,
      seconds: { delivering, inAll: progress.seconds - startedS },
      checks,
    };
  } finally {
    end.abort();
    await Promise.allSettled(faults);
  }
}

export function nameOf({ kind, seconds }: ScheduledFault): string {
  return seconds === 0 ? kind : `${kind} for ${seconds} s`;
}

function anyFreePorts(): Record<Part, number> {
  // Object.fromEntries forgets which keys it was given.
  return Object.fromEntries(PARTS.map((part) => [part, 0])) as Record<Part, number>;
}
