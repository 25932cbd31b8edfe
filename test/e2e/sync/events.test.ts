/**
 * Days of silence: no event comes, and the hourly comparison finds them all in Stripe's list, killed on its way. What is
 * then in Salesforce is what Stripe has.
 */
import { DatabaseSync } from "node:sqlite";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { begin, differencesOf, runById } from "../../../scripts/reconcile/runs.ts";
import { stripeClient } from "../../../local/stack/api-clients.ts";
import { eventually, removeFolder, runStack, temporaryFolder } from "../running-stack.ts";
import type { RunningStack } from "../running-stack.ts";
import { makeHistory } from "./account.ts";

const CUSTOMERS = 12;
const DAY = 86_400;
const SILENT_DAYS = 6;
const MINUTES = 60_000;

let folder: string;
let running: RunningStack;

beforeAll(async () => {
  folder = await temporaryFolder();
  running = await runStack(folder);
  const { state, credentials } = running.stack;
  await fetch(`${state.urls.stripe}/_local/deliveries/pause`, { method: "POST" });
  const stripe = stripeClient(state.urls.stripe, credentials.stripeKey);
  await makeHistory({ stripe, url: state.urls.stripe, key: credentials.stripeKey }, CUSTOMERS);
  spreadEvents();
}, 10 * MINUTES);

afterAll(async () => {
  await running.stop();
  await removeFolder(folder);
});

/** Makes the events as old as the days of silence, evenly. */
function spreadEvents(): void {
  const database = new DatabaseSync(path.join(folder, "stripe", "stripe.sqlite"));
  const oldest = Math.floor(Date.now() / 1000) - (SILENT_DAYS - 1) * DAY;
  const events = database.prepare("SELECT id FROM events ORDER BY sequence").all();
  const step = Math.floor(((SILENT_DAYS - 2) * DAY) / events.length);
  const move = database.prepare("UPDATE events SET created = ? WHERE id = ?");
  const moveBody = database.prepare(
    "UPDATE event_bodies SET body = json_set(body, '$.created', ?) WHERE event_id = ?",
  );
  for (const [place, event] of events.entries()) {
    const created = oldest + place * step;
    move.run(created, String(event["id"]));
    moveBody.run(created, String(event["id"]));
  }
  database.close();
}

async function apex(source: string): Promise<void> {
  const result = await running.connection.tooling.executeAnonymous(source);
  expect(result.exceptionMessage ?? result.compileProblem).toBeNull();
}

async function account(): Promise<Record<string, unknown>> {
  const { records } = await running.connection.query(
    "SELECT Event_Cursor_At__c, Window_To__c, Window_Reached_ID__c, Events_Missed__c, Events_Compared__c, Message__c FROM Stripe_Account__c",
  );
  return records[0] ?? {};
}

async function count(soql: string): Promise<number> {
  return (await running.connection.query(soql)).totalSize;
}

const hour = () => apex("new StripeEventReconciliation().execute(null);");

it(
  "finds every event of six days that never came, and goes on after its job was killed",
  async () => {
    const cursor = new Date(Date.now() - SILENT_DAYS * DAY * 1000).toISOString();
    await apex(
      `insert as system new Stripe_Account__c(Account_Key__c = StripeOrigin.ofHome().key(), Event_Cursor_At__c = Datetime.valueOfGmt('${cursor.slice(0, 19).replace("T", " ")}'));`,
    );

    await apex(
      "new StripeEventReconciliation().execute(null); for (AsyncApexJob job : [SELECT Id FROM AsyncApexJob WHERE ApexClass.Name = 'StripeReconcileEventsJob' AND Status IN ('Queued', 'Holding', 'Preparing')]) { System.abortJob(job.Id); }",
    );
    // What is silent for twenty minutes is gone on with.
    await apex(
      "Stripe_Account__c account = [SELECT Id FROM Stripe_Account__c]; account.Heartbeat_At__c = System.now().addMinutes(-21); update as system account;",
    );
    await hour();
    await eventually(
      "all are compared",
      async () => ((await account())["Window_To__c"] === null ? true : null),
      240,
    );
    await eventually(
      "what waited is applied",
      async () =>
        (await count("SELECT Id FROM Stripe_Webhook_Event__c WHERE Status__c = 'Waiting'")) === 0
          ? true
          : null,
      120,
    );

    const { Events_Missed__c: missed, Events_Compared__c: compared } = await account();
    console.log(`${String(compared)} events compared, ${String(missed)} missed`);
    expect(missed).toBeGreaterThan(CUSTOMERS * 10);
    expect(missed).toBe(
      await count("SELECT Id FROM Stripe_Webhook_Event__c WHERE Lane__c = 'reconciliation'"),
    );
    expect(await count("SELECT Id FROM Stripe_Webhook_Event__c WHERE Status__c = 'Failed'")).toBe(
      0,
    );
    expect(await count("SELECT Id FROM Stripe_Customer__c")).toBe(CUSTOMERS + 1);
    expect(await count("SELECT Id FROM Stripe_Subscription__c WHERE Status__c = 'active'")).toBe(
      CUSTOMERS,
    );
    expect(await differences()).toEqual([]);

    await hour();
    await eventually(
      "the next hour is compared",
      async () => ((await account())["Window_To__c"] === null ? true : null),
      60,
    );
    expect((await account())["Events_Missed__c"]).toBe(0);
  },
  8 * MINUTES,
);

/** What a dry run over everything tells. */
async function differences(): Promise<string[]> {
  const { connection } = running;
  const runId = await begin(connection, {
    kind: "Range",
    isDry: true,
    types: [],
    from: undefined,
    to: new Date(Date.now() + 1000),
  });
  await eventually(
    "the run is over",
    async () => ((await runById(connection, runId)).Status__c.startsWith("Done") ? true : null),
    120,
  );
  return (await differencesOf(connection, runId, 500)).map(
    (each) => `${each.Kind__c} ${each.Object__c} ${String(each.Field__c)}`,
  );
}
