/**
 * Whatever is damaged, on either side: a dry run tells exactly that, a repair mends it, and the next dry run finds
 * nothing. `DAMAGE_SEEDS=100` damages a hundred times.
 */
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { NewRun } from "../../../scripts/reconcile/command.ts";
import { begin, differencesOf, runById, type SyncRun } from "../../../scripts/reconcile/runs.ts";
import { seededRandom } from "../../../local/stripe/deliveries/delivery-plan.ts";
import { openStage, type Stage } from "../stories/stage.ts";
import { makeHistory } from "./account.ts";
import { Damage, type Account, type Told } from "./damage.ts";

const CUSTOMERS = 8;
const SEEDS = Number(process.env["DAMAGE_SEEDS"] ?? 3);
const FIRST_SEED = Number(process.env["DAMAGE_FIRST_SEED"] ?? 1);
const MINUTES_OF_A_SEED = 3;

let stage: Stage;
let account: Account;

beforeAll(async () => {
  stage = await openStage();
  const { state, credentials } = stage.running.stack;
  const { connection } = stage.running;
  // No event comes: what happens in Stripe is for the runs to find.
  await fetch(`${state.urls.stripe}/_local/deliveries/pause`, { method: "POST" });
  const history = await makeHistory(
    { stripe: stage.stripe, url: state.urls.stripe, key: credentials.stripeKey },
    CUSTOMERS,
  );
  account = {
    connection,
    stripe: stage.stripe,
    async apex(source) {
      const result = await connection.tooling.executeAnonymous(source);
      expect(result.exceptionMessage ?? result.compileProblem).toBeNull();
    },
    customers: history.customers,
    guests: [history.guest],
    drafts: [...history.drafts],
  };
  await run({ kind: "Import", isDry: false });
  expect((await run({})).told).toEqual([]);
}, 600_000);

afterAll(() => stage.close());

async function run(wish: Partial<NewRun>): Promise<{ run: SyncRun; told: readonly Told[] }> {
  const { connection } = stage.running;
  // What was made in the second a run begins would pass for made by it.
  await wait(1100);
  const runId = await begin(connection, {
    kind: "Range",
    isDry: true,
    types: [],
    from: undefined,
    to: new Date(Date.now() + 1000),
    ...wish,
  });
  let done: SyncRun;
  do {
    await wait(100);
    done = await runById(connection, runId);
  } while (done.Status__c === "Queued" || done.Status__c === "Running");
  expect(done.Status__c, done.Message__c ?? "").toMatch(/^Done/);
  const told = (await differencesOf(connection, runId, 1000)).map((each) =>
    each.Field__c === null
      ? `${each.Kind__c} ${each.Object__c} ${String(each.Stripe_ID__c)}`
      : `${each.Kind__c} ${each.Object__c} ${String(each.Stripe_ID__c)} ${each.Field__c}: ${String(each.Here__c)} > ${String(each.In_Stripe__c)}`,
  );
  return { run: done, told: told.sort() };
}

/** Told by a dry run to the letter, mended, and gone. */
async function expectMended(damage: Damage): Promise<void> {
  const dry = await run({});
  const repair = await run({ isDry: false });
  const again = await run({});

  expect(dry.told).toEqual(damage.told);
  expect(repair.told).toEqual(expect.arrayContaining([...damage.told]));
  expect(repair.run.Refused__c).toBe(0);
  expect(again.told).toEqual([]);
}

describe("a comparison with Stripe", () => {
  it(
    "tells what was wiped, altered, deleted, skipped and never imported, and mends it",
    async () => {
      const damage = new Damage(account, seededRandom(0));
      await damage.deleteRow([{ object: "Stripe_Invoice__c", id: "Stripe_Invoice_ID__c" }]);
      await damage.deleteRow([
        { object: "Payment_Transaction__c", id: "Stripe_Payment_Intent_ID__c" },
      ]);
      await damage.changeField([
        { object: "Payment_Attempt__c", id: "Stripe_Charge_ID__c", fields: { Amount__c: [1] } },
      ]);
      await damage.changeField([
        {
          object: "Stripe_Subscription__c",
          id: "Stripe_Subscription_ID__c",
          fields: { Status__c: ["past_due"] },
        },
      ]);
      await damage.deleteDraftInStripe();
      // Fifty events that never come: forty-four about one customer, and the others' names.
      const [busy = ""] = account.customers;
      for (let event = 0; event < 44; event++)
        await account.stripe.customers.update(busy, { description: `Note ${event}` });
      for (let event = 0; event < 6; event++) await damage.renameUntold();
      for (let object = 0; object < 10; object++) await damage.createUntold();
      expect(damage.told).toHaveLength(21);

      await expectMended(damage);
    },
    MINUTES_OF_A_SEED * 60_000,
  );

  it.each(Array.from({ length: SEEDS }, (_, index) => FIRST_SEED + index))(
    "tells exactly the damage of seed %i, and mends it",
    async (seed) => {
      const random = seededRandom(seed);
      const damage = new Damage(account, random);
      await damage.suffer(4 + Math.floor(random() * 9));

      await expectMended(damage);
    },
    MINUTES_OF_A_SEED * 60_000,
  );
});
