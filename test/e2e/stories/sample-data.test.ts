/** What `npm run seed` makes, that it makes it once, and that a day with it closes as Stripe has it. */
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { DEPARTMENT } from "../../../scripts/seed/acting.ts";
import { run } from "../../../scripts/seed/run.ts";
import { SAMPLE_CUSTOMERS } from "../../../scripts/seed/sample-customers.ts";
import { eventually } from "../running-stack.ts";
import { closeStories } from "./close.ts";
import { rows, update, type Fields } from "./records.ts";
import { openStage, type Stage } from "./stage.ts";

const TIMEOUT_MS = 60_000;

interface Seeded {
  readonly exitCode: number;
  readonly lines: readonly string[];
}

let stage: Stage;
let seeded: Seeded;

beforeAll(async () => {
  stage = await openStage();
  seeded = await seed();
});

afterAll(() => stage.close());

async function seed(): Promise<Seeded> {
  const lines: string[] = [];
  const place = { connection: stage.running.connection, stripe: stage.stripe, isLocal: true };
  return { exitCode: await run(place, TIMEOUT_MS, (line) => lines.push(line)), lines };
}

function contacts(): Promise<readonly Fields[]> {
  return rows(
    stage.running.connection,
    `SELECT Id, LastName, Title FROM Contact WHERE Department = '${DEPARTMENT}' ORDER BY Id`,
  );
}

/** Sums of money by the values of some fields. */
function sums(
  found: readonly Fields[] | undefined,
  names: readonly string[],
): Record<string, number> {
  const total: Record<string, number> = {};
  for (const row of found ?? []) {
    const key = names.map((name) => String(row[name])).join(" ");
    total[key] = (total[key] ?? 0) + Number(row["mrr"]);
  }
  return total;
}

describe("the sample data", () => {
  it("is twelve customers, whose subscriptions are in each of Stripe's states", async () => {
    const { exitCode, lines } = seeded;

    expect(lines.at(-1)).toContain("12 made, 0 there already, 0 failed.");
    expect(exitCode).toBe(0);
    expect((await contacts()).map((contact) => contact["Title"]).sort()).toEqual(
      SAMPLE_CUSTOMERS.map(({ state }) => state).sort(),
    );
    const states = [
      null,
      "active",
      "canceled",
      "incomplete",
      "incomplete_expired",
      "past_due",
      "paused",
      "trialing",
      "unpaid",
    ];
    // The last events of the sample customers are still on their way when the seed is done.
    const found = await eventually("a subscription in each state", async () => {
      const all = await rows(stage.rep, "SELECT Status__c FROM Stripe_Subscription__c");
      const statuses = new Set(all.map((row) => row["Status__c"]));
      return states.every((state) => statuses.has(state)) ? statuses : null;
    });
    expect(found).toEqual(new Set(states));
  });

  it("adds up: what a report sums by plan is the revenue of the subscriptions, in each currency", async () => {
    const { connection } = stage.running;
    // The last events are still on their way, and each is written to the item, the subscription and the balance in turn.
    await vi.waitFor(
      async () => {
        const [byPlan, bySubscription, balances, byPlanOfSubscription] = await Promise.all(
          [
            "SELECT Plan__c, Currency__c, SUM(MRR__c) mrr FROM Stripe_Subscription_Item__c WHERE MRR__c > 0 GROUP BY Plan__c, Currency__c",
            "SELECT Currency__c, SUM(MRR__c) mrr FROM Stripe_Subscription__c WHERE MRR__c > 0 GROUP BY Currency__c",
            "SELECT Currency__c, SUM(MRR__c) mrr FROM Stripe_Balance__c WHERE MRR__c > 0 GROUP BY Currency__c",
            "SELECT Stripe_Plan__c, Currency__c, SUM(MRR__c) mrr FROM Stripe_Subscription__c WHERE MRR__c > 0 GROUP BY Stripe_Plan__c, Currency__c",
          ].map((soql) => rows(connection, soql)),
        );

        expect(sums(byPlan, ["Currency__c"])).toEqual(sums(bySubscription, ["Currency__c"]));
        expect(sums(balances, ["Currency__c"])).toEqual(sums(bySubscription, ["Currency__c"]));
        // Each sample subscription has one item, so its plan's sum is that of the items.
        expect(sums(byPlan, ["Plan__c", "Currency__c"])).toEqual(
          sums(byPlanOfSubscription, ["Stripe_Plan__c", "Currency__c"]),
        );
        expect(Object.keys(sums(byPlan, ["Plan__c", "Currency__c"])).length).toBeGreaterThan(1);
      },
      { timeout: 60_000, interval: 250 },
    );
  });

  it("is as Stripe has it, by a run that compares everything", async () => {
    const { connection } = stage.running;
    // Until the last events have arrived, a run finds what they will change.
    await vi.waitFor(
      async () => {
        const { id } = await connection.sobject("Stripe_Sync_Run__c").create({
          Kind__c: "Range",
          Is_Dry__c: true,
          To__c: new Date(Date.now() + 1000).toISOString(),
        });
        const run = await eventually("the run is over", async () => {
          const [found] = await rows(
            connection,
            `SELECT Status__c, Listed__c, Different__c, Missing_Here__c FROM Stripe_Sync_Run__c WHERE Id = '${String(id)}'`,
          );
          return found !== undefined && String(found["Status__c"]).startsWith("Done")
            ? found
            : null;
        });
        expect(run).toMatchObject({ Different__c: 0, Missing_Here__c: 0 });
        expect(run["Listed__c"]).toBeGreaterThan(50);
      },
      { timeout: 60_000, interval: 1000 },
    );
  });

  it("is not made again, but for the customer of a run that was interrupted", async () => {
    const before = await contacts();
    const interrupted = before.find((contact) => contact["LastName"] === "Joy");
    await update(stage.running.connection, "Contact", {
      Id: String(interrupted?.["Id"]),
      Title: null,
    });

    const { lines } = await seed();

    expect(lines.at(-1)).toContain("1 made, 11 there already, 0 failed.");
    expect((await stage.stripe.prices.list({ limit: 100 })).data).toHaveLength(12);
    const after = await contacts();
    expect(after).toHaveLength(12);
    expect(after.filter(({ Id }) => before.some((contact) => contact["Id"] === Id))).toHaveLength(
      11,
    );
  });
});

describe("a day that is closed", () => closeStories(() => stage));
