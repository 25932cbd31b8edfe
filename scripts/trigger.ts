/** `npm run trigger -- payment_intent.succeeded`: real signed events, and the record each became. */
import { runCommandLine } from "./command-line.ts";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { Connection } from "jsforce";
import { stackCredentialsIn } from "../local/stack/credentials.ts";
import { runningStack } from "../local/stack/state.ts";
import { acceptanceOf, triggerEvents, type TriggeredEvent } from "./trigger/local-stripe.ts";
import { connect, eventLogRows, paymentTransactions, stripeRecords } from "./trigger/records.ts";
import {
  journeyLines,
  paymentLines,
  problemLines,
  recordLines,
  supersededIds,
  type SeenRow,
} from "./trigger/report.ts";
import { eventTypeOf } from "../worker/webhook/event-types.ts";
import { parseCommand, USAGE, type TriggerCommand } from "./trigger/request.ts";

const POLL_MS = 50;

const root = path.resolve(import.meta.dirname, "..");
await runCommandLine(parseCommand(process.argv.slice(2), process.env, root), USAGE, ({ command }) =>
  run(command),
);

async function run(command: TriggerCommand): Promise<number> {
  const state = await runningStack(command.dataFolder);
  const credentials = await stackCredentialsIn(command.dataFolder);
  const connection = await connect(state.urls.org, credentials.admin);

  const { shuffle } = command.body;
  if (shuffle !== undefined) console.log(`In the order of --shuffle=${shuffle}.`);
  const events = await triggerEvents(state.urls.stripe, command.body);
  // Events of other types are acknowledged by the Worker and leave no record.
  const followed = events.filter((event) => eventTypeOf(event.type) !== undefined);
  console.log(`Events made by Stripe: ${events.length}; for Salesforce: ${followed.length}.`);

  const logs = await untilProcessed(connection, followed, command.timeoutMs);
  const paymentIntents = [...new Set(events.flatMap((event) => event.payment_intent ?? []))];
  const payments = await paymentTransactions(connection, paymentIntents);
  const records = await stripeRecords(
    connection,
    events.map(({ object }) => object),
  );
  const superseded = supersededIds(followed, (id) => logs.has(id));
  const journeys = await Promise.all(
    followed
      .filter(({ id }) => !superseded.has(id))
      .map(async (event) => ({
        event,
        acceptance: await acceptanceOf(state.urls.stripe, event.id),
        log: logs.get(event.id) ?? null,
      })),
  );
  const problems = problemLines(journeys);

  console.log(
    [
      `\nPayment_Transaction__c: ${payments.length}`,
      ...paymentLines(payments),
      ...recordLines(records),
    ].join("\n"),
  );
  if (superseded.size > 0) {
    console.log(
      `\nCoalesced on the way, a newer event of the same object arrived: ${superseded.size}`,
    );
  }
  console.log(["\nOn the way:", ...journeyLines(journeys)].join("\n"));
  if (problems.length > 0) console.error(["\nNot processed:", ...problems].join("\n"));
  return problems.length > 0 ? 1 : 0;
}

async function untilProcessed(
  connection: Connection,
  events: readonly TriggeredEvent[],
  timeoutMs: number,
): Promise<ReadonlyMap<string, SeenRow>> {
  const deadline = Date.now() + timeoutMs;
  const logs = new Map<string, SeenRow>();
  let shown = 0;
  for (;;) {
    const superseded = supersededIds(events, (id) => logs.has(id));
    const missing = events
      .map((event) => event.id)
      .filter((id) => !logs.has(id) && !superseded.has(id));
    const rows = await eventLogRows(connection, missing);
    const seenAt = Date.now();
    for (const row of rows) logs.set(row.Event_Id__c, { ...row, seenAt });
    if (missing.length === rows.length || Date.now() > deadline) return logs;
    if (logs.size - shown >= 200) {
      shown = logs.size;
      console.log(`  ${logs.size} of ${events.length} in Salesforce`);
    }
    await wait(POLL_MS);
  }
}
