/**
 * Two Stripe accounts, a connected one and both modes in one org: each is added to the running installation, and has its own
 * records, money, refunds and comparison from then on.
 */
import { cp } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { LOCAL_ACCOUNT } from "../../../local/stripe/account.ts";
import { copyProject } from "../../../local/stack/testing/copied-project.ts";
import type { RunCommand } from "../../../scripts/deploy/run-command.ts";
import { begin, differencesOf, runById, type SyncRun } from "../../../scripts/reconcile/runs.ts";
import { watch } from "../../../scripts/reconcile/watch.ts";
import { parseSetupCommand } from "../../../scripts/setup/command.ts";
import { addAccount } from "../../../scripts/setup/further-account.ts";
import {
  eventually,
  removeFolder,
  runStack,
  temporaryFolder,
  type RunningStack,
} from "../running-stack.ts";
import { rows } from "../stories/records.ts";
import { post, signed } from "../webhook.ts";
import { stripeEvent } from "../../fixtures/stripe-event-files.ts";
import { allHasArrived } from "./arrived.ts";
import { arrivingAt } from "./arriving.ts";
import {
  CONNECTED,
  FURTHER,
  keyOf,
  LIVE_KEY,
  MRR,
  SECOND,
  SECOND_KEY,
  subscribe,
  worldsOf,
  type World,
} from "./worlds.ts";

const MINUTES = 60_000;
const MOST_TOLD = 20;

let folder: string;
let project: string;
let running: RunningStack;
const WORLDS = worldsOf(() => running);

beforeAll(async () => {
  folder = await temporaryFolder();
  project = await copyProject(path.join(folder, "project"));
  running = await start();
}, 3 * MINUTES);
afterAll(async () => {
  await running.stop();
  await removeFolder(folder);
});

function start(): Promise<RunningStack> {
  return runStack(path.join(folder, "data"), project, { furtherAccounts: FURTHER });
}

/** By account and mode, the sum of the balances. */
async function revenue(): Promise<Record<string, number>> {
  const sums: Record<string, number> = {};
  for (const row of await rows(
    running.connection,
    "SELECT Stripe_Customer__r.Stripe_Account_ID__c account, Stripe_Customer__r.Livemode__c isLive, SUM(MRR__c) mrr FROM Stripe_Balance__c GROUP BY Stripe_Customer__r.Stripe_Account_ID__c, Stripe_Customer__r.Livemode__c",
  ))
    sums[keyOf(row)] = Number(row["mrr"]);
  return sums;
}

async function untilRevenueIs(expected: Record<string, number>): Promise<void> {
  let found: Record<string, number> = {};
  try {
    await eventually("the revenue of each account", async () => {
      found = await revenue();
      return JSON.stringify(Object.entries(found).toSorted()) ===
        JSON.stringify(Object.entries(expected).toSorted())
        ? true
        : null;
    });
  } catch {
    expect(found).toEqual(expected);
  }
}

async function apex(source: string): Promise<string | null> {
  const result = await running.connection.tooling.executeAnonymous(source);
  return result.compileProblem ?? result.exceptionMessage;
}

async function goOver(
  { account, livemode }: World,
  wish: { readonly isDry: boolean; readonly kind: "Import" | "Range" },
): Promise<{ exitCode: number; run: SyncRun; told: readonly string[] }> {
  const runId = await begin(running.connection, {
    types: [],
    from: undefined,
    to: new Date(Date.now() + 1000),
    account: { id: account, livemode },
    ...wish,
  });
  const lines: string[] = [];
  const exitCode = await watch({
    connection: running.connection,
    runId,
    every: 100,
    say: (line) => lines.push(line),
  });
  const told = (await differencesOf(running.connection, runId, MOST_TOLD)).map((each) =>
    [
      each.Kind__c,
      each.Object__c,
      each.Stripe_ID__c,
      each.Field__c,
      each.Here__c,
      each.In_Stripe__c,
    ]
      .filter((part) => part !== null)
      .join(" "),
  );
  return { exitCode, run: await runById(running.connection, runId), told };
}

/** The sf command line, as far as setup asks it here: queries are the running org's, a deploy changes its source. */
const sf: RunCommand = async (_program, args, options = {}) => {
  const said = args.join(" ");
  const answer = (result: unknown) => ({
    exitCode: 0,
    stdout: JSON.stringify({ status: 0, result }),
    stderr: "",
  });
  if (said.startsWith("org list metadata")) return answer([{ fullName: "Stripe_Request__e" }]);
  if (said.startsWith("data query"))
    return answer({
      records: await rows(running.connection, args[args.indexOf("--query") + 1] ?? ""),
    });
  // The keys are in the org already, as nothing but the credentials API could put them there.
  if (said.startsWith("api request rest")) return { exitCode: 0, stdout: "{}", stderr: "" };
  if (said.startsWith("project deploy start")) {
    await cp(path.join(options.cwd ?? "", "force-app"), path.join(project, "force-app"), {
      recursive: true,
    });
    return answer(null);
  }
  throw new Error(`unexpected: sf ${said}`);
};

async function setup(key: string, ...argv: string[]): Promise<void> {
  const parsed = parseSetupCommand(["account", "--org", "local", ...argv], { STRIPE_API_KEY: key });
  if (parsed.kind !== "command" || parsed.command.kind !== "account") throw new Error(parsed.kind);
  await addAccount(parsed.command, path.resolve(import.meta.dirname, "../../.."), {
    run: sf,
    print: () => undefined,
    accountOf: async () => ({
      id: (await WORLDS[key === LIVE_KEY ? "live" : "second"].stripe().accounts.retrieveCurrent())
        .id,
      livemode: key === LIVE_KEY,
    }),
  });
}

test(
  "an org of one account ignores what comes of others, and says so once for each",
  async () => {
    for (const [name, each] of Object.entries(WORLDS)) await subscribe(each, `${name}@example.com`);

    await untilRevenueIs({ [`${LOCAL_ACCOUNT} test`]: 10 });
    const alerts = await eventually("three alerts", async () => {
      const told = await rows(
        running.connection,
        "SELECT Cause_Key__c FROM Stripe_Alert__c WHERE Kind__c = 'foreign_events' ORDER BY Cause_Key__c",
      );
      return told.length === 3 ? told.map((row) => row["Cause_Key__c"]) : null;
    });
    expect(alerts).toEqual([
      `foreign_events:${CONNECTED}`,
      `foreign_events:${SECOND}`,
      "foreign_events:live",
    ]);
    const ignored = await rows(
      running.connection,
      "SELECT Account__c account, Livemode__c isLive, COUNT(Id) amount FROM Stripe_Webhook_Event__c WHERE Status__c = 'Ignored' GROUP BY Account__c, Livemode__c",
    );
    // Of its own account it ignores types that nobody handles.
    const own = `${LOCAL_ACCOUNT} test`;
    expect(new Set([...ignored.map(keyOf), own])).toEqual(new Set(Object.keys(MRR)));
  },
  2 * MINUTES,
);

test(
  "each is added to the running installation, and what it has is imported",
  async () => {
    await setup(LIVE_KEY);
    await setup(SECOND_KEY, "--credential", "Stripe_API_3");
    await setup(SECOND_KEY, "--connected", CONNECTED);
    await running.stop();
    running = await start();

    for (const each of [WORLDS.live, WORLDS.second, WORLDS.connected]) {
      const { exitCode, run } = await goOver(each, { kind: "Import", isDry: false });
      expect({ exitCode, status: run.Status__c }).toMatchObject({ exitCode: 0 });
    }

    await untilRevenueIs(MRR);
  },
  4 * MINUTES,
);

test(
  "what comes from then on is its own, down to the ids people choose",
  async () => {
    await subscribe(WORLDS.second, "another@example.com");
    await WORLDS.connected.stripe().products.update("prod_gold", { name: "Gold, connected" });

    await untilRevenueIs({ ...MRR, [`${SECOND} test`]: 50 });
    const coupons = await rows(
      running.connection,
      "SELECT Stripe_Account_ID__c account, Livemode__c isLive, COUNT(Id) coupons FROM Stripe_Coupon__c WHERE Stripe_Coupon_ID__c = 'HALF' GROUP BY Stripe_Account_ID__c, Livemode__c",
    );
    expect(coupons.map(keyOf).toSorted()).toEqual(Object.keys(MRR).toSorted());
    const today = new Date().toISOString().slice(0, 10);
    expect(
      await apex(`Database.executeBatch(new StripeCloseDayBatch(Date.valueOf('${today}')), 200);`),
    ).toBeNull();
    const months = await eventually("a month for each", async () => {
      const found = await rows(
        running.connection,
        `SELECT Stripe_Account_ID__c account, Livemode__c isLive, SUM(Closing_MRR__c) closing FROM Stripe_Revenue_Month__c WHERE Closed_Through__c = ${today} GROUP BY Stripe_Account_ID__c, Livemode__c`,
      );
      return found.length === 4 ? found : null;
    });
    expect(Object.fromEntries(months.map((row) => [keyOf(row), row["closing"]]))).toEqual({
      ...MRR,
      [`${SECOND} test`]: 50,
    });
  },
  2 * MINUTES,
);

/** Monthly revenue as the home page has it, for one account in one mode. */
async function shownRevenue({ account, livemode }: World): Promise<string | null> {
  return apex(`
    StripeRevenueFigures shown = StripeRevenueController.figures('${account}·${livemode ? "live" : "test"}');
    throw new IllegalArgumentException(shown.figures[0].amounts[0].amount + ' of ' + shown.accounts.size());`);
}

test(
  "the home page shows one account in one mode at a time",
  async () => {
    for (const [each, mrr] of [
      [WORLDS.own, "10"],
      [WORLDS.live, "15"],
      [WORLDS.second, "50"],
      [WORLDS.connected, "35"],
    ] as const)
      expect(await shownRevenue(each)).toMatch(new RegExp(`${mrr}(\\.0+)? of 4$`));
    expect(await apex("StripeRevenueController.figures('acct_nobody·test');")).toContain(
      "Choose another",
    );
  },
  2 * MINUTES,
);

test(
  "a refund goes to the account of its payment, and to no other",
  async () => {
    for (const { account, livemode } of Object.values(WORLDS)) {
      const problem = await apex(
        `Payment_Transaction__c payment = [SELECT Id FROM Payment_Transaction__c WHERE Stripe_Account_ID__c = '${account}' AND Livemode__c = ${String(livemode)} AND Status__c = 'succeeded' LIMIT 1];` +
          "StripePaymentActions.refund(payment.Id, 1.5, null, null);",
      );
      // The local org is a sandbox, which moves no real money.
      if (livemode) expect(problem).toContain("sandbox");
      else expect(problem).toBeNull();
    }

    const refunded = await Promise.all(
      Object.values(WORLDS).map(async (each) =>
        (await each.stripe().refunds.list()).data.map(({ amount }) => amount),
      ),
    );
    expect(refunded).toEqual([[150], [], [150], [150]]);
    await eventually("the refunds on their payments", async () => {
      const found = await rows(
        running.connection,
        "SELECT Stripe_Account_ID__c account, Livemode__c isLive, COUNT(Id) refunds FROM Stripe_Refund__c WHERE Status__c = 'succeeded' AND Amount__c = 1.5 GROUP BY Stripe_Account_ID__c, Livemode__c",
      );
      return found.length === 3 ? true : null;
    });
  },
  2 * MINUTES,
);

test(
  "two actions follow each other in a transaction, and are noted although it fails in the end",
  async () => {
    const payment = `[SELECT Id FROM Payment_Transaction__c WHERE Stripe_Account_ID__c = '${SECOND}' AND Status__c = 'succeeded' LIMIT 1].Id`;
    const problem = await apex(`
      StripeRefundAction.Wish refund = new StripeRefundAction.Wish();
      refund.paymentId = ${payment};
      refund.amount = 0.5;
      StripeCardLinkAction.Wish link = new StripeCardLinkAction.Wish();
      link.recordId = refund.paymentId;
      String first = StripeRefundAction.run(new List<StripeRefundAction.Wish>{ refund })[0].problem;
      String second = StripeCardLinkAction.run(new List<StripeCardLinkAction.Wish>{ link })[0].problem;
      throw new IllegalArgumentException('undone: ' + first + ', ' + second);`);

    expect(problem).toContain("undone: null, null");
    await eventually("both in the audit", async () => {
      const noted = await rows(
        running.connection,
        "SELECT Action__c, Details__c FROM Stripe_Audit_Entry__c WHERE Action__c = 'Card Link' OR (Action__c = 'Refunded' AND Details__c LIKE '0.5 %')",
      );
      return noted.length === 2 ? true : null;
    });
  },
  2 * MINUTES,
);

test(
  "each is compared with its own account",
  async () => {
    // What the tests before began is still on its way: cards in the bulk lane, and the events of refunds.
    await eventually("all that happened in the accounts", async () =>
      (await allHasArrived(running, FURTHER)) ? true : null,
    );
    for (const each of Object.values(WORLDS)) {
      const { exitCode, told } = await goOver(each, { kind: "Range", isDry: true });
      expect(told).toEqual([]);
      expect(exitCode).toBe(0);
    }
    expect(
      await apex(
        `Stripe_Invoice__c damaged = [SELECT Id FROM Stripe_Invoice__c WHERE Stripe_Account_ID__c = '${SECOND}' LIMIT 1];` +
          "damaged.Amount_Due__c = 7; StripeRecordStore.stamp(damaged); update as system damaged;",
      ),
    ).toBeNull();

    for (const [name, each] of Object.entries(WORLDS)) {
      const { run } = await goOver(each, { kind: "Range", isDry: true });
      expect([name, run.Different__c, run.Missing_In_Stripe__c, run.Missing_Here__c]).toEqual([
        name,
        name === "second" ? 1 : 0,
        0,
        0,
      ]);
    }
  },
  4 * MINUTES,
);

/** By object, the field that holds the id, and the list of Stripe that says of which account it is. */
const OF_ACCOUNTS = [
  ["Stripe_Customer__c", "Stripe_Customer_ID__c", "customers"],
  ["Stripe_Subscription__c", "Stripe_Subscription_ID__c", "subscriptions"],
  ["Stripe_Invoice__c", "Stripe_Invoice_ID__c", "invoices"],
  ["Payment_Transaction__c", "Stripe_Payment_Intent_ID__c", "paymentIntents"],
  ["Payment_Attempt__c", "Stripe_Charge_ID__c", "charges"],
  ["Stripe_Invoice_Payment__c", "Stripe_Invoice_Payment_ID__c", "invoicePayments"],
  ["Stripe_Refund__c", "Stripe_Refund_ID__c", "refunds"],
] as const;

test.each(OF_ACCOUNTS)("each %s says of which account and mode it is", async (object, id, list) => {
  const said = new Map<string, string>();
  for (const each of Object.values(WORLDS))
    for (const { id: stripeId } of (await each.stripe()[list].list({ limit: 100 })).data)
      said.set(stripeId, keyOf({ account: each.account, isLive: each.livemode }));
  const stored = await rows(
    running.connection,
    `SELECT ${id}, Stripe_Account_ID__c, Livemode__c FROM ${object}`,
  );

  expect(said.size).toBeGreaterThan(2);
  expect(
    new Map(
      stored.map((row) => [
        row[id],
        keyOf({ account: row["Stripe_Account_ID__c"], isLive: row["Livemode__c"] }),
      ]),
    ),
  ).toEqual(said);
});

test("what is read again is asked of its own account, by its own key", async () => {
  const atStripe = arrivingAt(running.stack.state.urls.stripe);
  try {
    for (const each of Object.values(WORLDS)) {
      const [customer] = (await each.stripe().customers.list({ limit: 1 })).data;
      const path = `/v1/customers/${customer?.id ?? ""}`;
      expect(await apex(`StripeReadAgain.start('${customer?.id ?? ""}');`)).toBeNull();

      const asked = await eventually(
        "it is read",
        async () => atStripe.requests.find((request) => request.path === path) ?? null,
      );
      expect(asked).toMatchObject({
        status: 200,
        authorization: `Bearer ${each.key()}`,
        stripeAccount: each.stripeAccount ?? null,
      });
    }
  } finally {
    atStripe.stop();
  }
});

test("an event of the other mode than its endpoint's is refused and counted, and leaves nothing", async () => {
  for (const each of Object.values(WORLDS)) {
    const id = `evt_of_another_mode_${each.price}`;
    const event = { ...stripeEvent("customer.updated", { id }), livemode: !each.livemode };
    const { body, signature } = await signed(event, each.webhookSecret());

    const answer = await post(running.stack.state.urls.worker, body, signature);

    expect(answer.status).toBe(400);
  }
  await eventually("they are counted", async () => ((await refusedOfMode()) === 4 ? true : null));
  expect(
    await rows(
      running.connection,
      "SELECT Id FROM Stripe_Webhook_Event__c WHERE Event_Id__c LIKE 'evt_of_another_mode%'",
    ),
  ).toEqual([]);
});

async function refusedOfMode(): Promise<number> {
  const { state, credentials } = running.stack;
  const answer = await fetch(`${state.urls.worker}/metrics`, {
    headers: { authorization: `Bearer ${credentials.redriveToken}` },
  });
  const line = /^stripe_relay_webhooks_refused_total\{reason="mode_mismatch"\} (\d+)$/m;
  return Number(line.exec(await answer.text())?.[1] ?? 0);
}
