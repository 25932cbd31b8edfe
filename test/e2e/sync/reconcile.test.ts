/** A sync run over the local Stripe, as `npm run reconcile` starts and watches it. */
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { NewRun } from "../../../scripts/reconcile/command.ts";
import { begin, differencesOf, runById, type SyncRun } from "../../../scripts/reconcile/runs.ts";
import { watch } from "../../../scripts/reconcile/watch.ts";
import { eventually } from "../running-stack.ts";
import { rows } from "../stories/records.ts";
import { openStage, type Stage } from "../stories/stage.ts";
import { makeHistory, type History } from "./account.ts";
import { allHasArrived } from "./arrived.ts";

const CUSTOMERS = 10;
const RECORDS = [
  "Payment_Attempt__c",
  "Stripe_Refund__c",
  "Stripe_Dispute__c",
  "Stripe_Invoice_Payment__c",
  "Payment_Transaction__c",
  "Stripe_Invoice__c",
  "Stripe_Discount__c",
  "Stripe_Coupon__c",
  "Stripe_Subscription__c",
  "Stripe_Customer__c",
  "Stripe_Alert__c",
] as const;

let stage: Stage;
let history: History;

beforeAll(async () => {
  stage = await openStage();
  const { state, credentials } = stage.running.stack;
  history = await makeHistory(
    { stripe: stage.stripe, url: state.urls.stripe, key: credentials.stripeKey },
    CUSTOMERS,
  );
  await eventually(
    "every event has come",
    async () => ((await allHasArrived(stage.running)) ? true : null),
    180,
  );
  expect(await count("SELECT Id FROM Stripe_Webhook_Event__c")).toBeGreaterThan(CUSTOMERS);
}, 600_000);

afterAll(() => stage.close());

async function count(soql: string): Promise<number> {
  return (await stage.running.connection.query(soql)).totalSize;
}

async function apex(source: string): Promise<void> {
  const result = await stage.running.connection.tooling.executeAnonymous(source);
  expect(result.exceptionMessage ?? result.compileProblem).toBeNull();
}

async function reconcile(
  wish: Partial<NewRun>,
): Promise<{ exitCode: number; run: SyncRun; told: string[] }> {
  // What was made in the second the run begins would pass for made by it.
  await wait(1100);
  const { connection } = stage.running;
  const runId = await begin(connection, {
    kind: "Range",
    isDry: true,
    types: [],
    from: undefined,
    to: new Date(Date.now() + 1000),
    ...wish,
  });
  const lines: string[] = [];
  const exitCode = await watch({
    connection,
    runId,
    every: 100,
    say: (line) => lines.push(line),
  });
  const run = await runById(connection, runId);
  const told = (await differencesOf(connection, runId, 500)).map((each) =>
    [each.Kind__c, each.Object__c, each.Stripe_ID__c, each.Field__c, each.State__c]
      .filter((part) => part !== null)
      .join(" "),
  );
  expect(lines.at(-1)).toContain(run.Name);
  return { exitCode, run, told: told.sort() };
}

describe("a sync run", () => {
  it("finds nothing where every event has come", async () => {
    const { told } = await reconcile({});

    expect(told).toEqual([]);
  });

  it("tells exactly what was damaged, mends it, and then finds nothing", async () => {
    const [customer = ""] = history.customers;
    const [draft = ""] = history.drafts;
    const charges = await rows(
      stage.running.connection,
      "SELECT Stripe_Charge_ID__c FROM Payment_Attempt__c ORDER BY Stripe_Charge_ID__c LIMIT 1",
    );
    const charge = String(charges[0]?.["Stripe_Charge_ID__c"]);
    await fetch(`${stage.running.stack.state.urls.stripe}/_local/deliveries/pause`, {
      method: "POST",
    });
    await stage.stripe.customers.del(history.guest);
    await stage.stripe.invoices.del(draft);
    await apex(`
      Stripe_Customer__c customer = [SELECT Id FROM Stripe_Customer__c WHERE Stripe_Customer_ID__c = '${customer}'];
      customer.Customer_Name__c = 'Somebody else';
      Payment_Attempt__c attempt = [SELECT Id FROM Payment_Attempt__c WHERE Stripe_Charge_ID__c = '${charge}'];
      attempt.Amount__c = 1;
      attempt.Outcome__c = 'failed';
      StripeRecordStore.current().updateAll(new List<SObject>{ customer });
      StripeRecordStore.current().updateAll(new List<SObject>{ attempt });
      delete as system [SELECT Id FROM Stripe_Refund__c];`);
    const damage = [
      `Differs Payment_Attempt__c ${charge} Amount__c`,
      `Differs Payment_Attempt__c ${charge} Outcome__c`,
      `Differs Stripe_Customer__c ${customer} Customer_Name__c`,
      `Missing in Stripe Stripe_Customer__c ${history.guest}`,
      `Missing in Stripe Stripe_Invoice__c ${draft}`,
      ...(await stage.stripe.refunds.list({ limit: 100 })).data.map(
        ({ id }) => `Missing here Stripe_Refund__c ${id}`,
      ),
    ].sort();

    const dry = await reconcile({});
    const repair = await reconcile({ isDry: false });
    const again = await reconcile({});

    expect(dry.told).toEqual(damage.map((each) => `${each} Found`));
    expect(dry.exitCode).toBe(1);
    expect(repair.told).toEqual(damage.map((each) => `${each} Repaired`));
    expect(again.told).toEqual([]);
  });

  it("imports into an empty org what events had told, and sends nothing to Stripe", async () => {
    const counts = async (): Promise<Record<string, number>> =>
      Object.fromEntries(
        await Promise.all(
          RECORDS.map(async (object) => [object, await count(`SELECT Id FROM ${object}`)] as const),
        ),
      );
    const before = await counts();
    const [newest] = (await stage.stripe.events.list({ limit: 1 })).data;
    await apex(RECORDS.map((object) => `delete as system [SELECT Id FROM ${object}];`).join("\n"));

    const { run } = await reconcile({ kind: "Import", isDry: false });
    const imported = await counts();
    const again = await reconcile({});

    // What was deleted in Stripe is in no list, and nobody is alerted of history.
    const gone: Partial<Record<string, number>> = { Stripe_Invoice__c: 1, Stripe_Customer__c: 1 };
    expect(imported).toEqual(
      Object.fromEntries(
        RECORDS.map((object) => [
          object,
          object === "Stripe_Alert__c" ? 0 : Number(before[object]) - (gone[object] ?? 0),
        ]),
      ),
    );
    expect(run.Unmatched__c).toBe(CUSTOMERS);
    expect(again.told).toEqual([]);
    expect((await stage.stripe.events.list({ limit: 1 })).data[0]?.id).toBe(newest?.id);
  });
});
