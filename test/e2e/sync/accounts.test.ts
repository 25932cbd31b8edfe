/**
 * Two Stripe accounts, a connected one and both modes in one org: each is added to the running installation, and has its own
 * records, money, refunds and comparison from then on.
 */
import { cp } from "node:fs/promises";
import path from "node:path";
import Stripe from "stripe";
import { afterAll, beforeAll, expect, test } from "vitest";
import { LOCAL_ACCOUNT } from "../../../local/stripe/account.ts";
import type { StackAccount } from "../../../local/stack/settings.ts";
import { copyProject } from "../../../local/stack/testing/copied-project.ts";
import type { RunCommand } from "../../../scripts/deploy/run-command.ts";
import { begin, runById, type SyncRun } from "../../../scripts/reconcile/runs.ts";
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

const SECOND = "acct_1SecondLocal";
const CONNECTED = "acct_1ConnectedLocal";
const LIVE_KEY = "sk_live_local_own";
const SECOND_KEY = "sk_test_second_local";
const FURTHER: readonly StackAccount[] = [
  {
    id: LOCAL_ACCOUNT,
    mode: "live",
    webhookSecret: "whsec_live",
    reachedBy: { key: LIVE_KEY, credential: "Stripe_API_2" },
  },
  {
    id: SECOND,
    mode: "test",
    webhookSecret: "whsec_second",
    reachedBy: { key: SECOND_KEY, credential: "Stripe_API_3" },
  },
  {
    id: CONNECTED,
    mode: "test",
    webhookSecret: "whsec_connect",
    reachedBy: { platform: LOCAL_ACCOUNT },
  },
];
const TODAY = new Date().toISOString().slice(0, 10);
const MINUTES = 60_000;

/** An account in one of its modes, and what its customer pays a month: half of the price, in cents. */
interface World {
  readonly account: string;
  readonly livemode: boolean;
  readonly price: number;
  stripe(): Stripe;
}
const WORLDS = {
  own: world(LOCAL_ACCOUNT, false, 2000, () => running.stack.credentials.stripeKey),
  live: world(LOCAL_ACCOUNT, true, 3000, () => LIVE_KEY),
  second: world(SECOND, false, 5000, () => SECOND_KEY),
  connected: world(CONNECTED, false, 7000, () => running.stack.credentials.stripeKey, CONNECTED),
};
/** Monthly revenue in major units, by account and mode, after one customer each. */
const MRR = {
  [`${LOCAL_ACCOUNT} test`]: 10,
  [`${LOCAL_ACCOUNT} live`]: 15,
  [`${SECOND} test`]: 25,
  [`${CONNECTED} test`]: 35,
};

let folder: string;
let project: string;
let running: RunningStack;

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

function world(
  account: string,
  livemode: boolean,
  price: number,
  key: () => string,
  stripeAccount?: string,
): World {
  return {
    account,
    livemode,
    price,
    stripe: () => {
      const { hostname, port } = new URL(running.stack.state.urls.stripe);
      return new Stripe(key(), {
        host: hostname,
        port,
        protocol: "http",
        telemetry: false,
        ...(stripeAccount === undefined ? {} : { stripeAccount }),
      });
    },
  };
}

/** A customer on a plan for half its price; product and coupon have the same ids in every account. */
async function subscribe(of: World, email: string): Promise<string> {
  const stripe = of.stripe();
  const found = await stripe.products.list();
  if (!found.data.some(({ id }) => id === "prod_gold")) {
    await stripe.products.create({ id: "prod_gold", name: "Gold" });
    await stripe.coupons.create({ id: "HALF", percent_off: 50, duration: "forever" });
  }
  const price = await stripe.prices.create({
    product: "prod_gold",
    currency: "usd",
    unit_amount: of.price,
    recurring: { interval: "month" },
  });
  const customer = await stripe.customers.create({ email, name: email });
  const card = await stripe.paymentMethods.attach("pm_card_visa", { customer: customer.id });
  await stripe.customers.update(customer.id, {
    invoice_settings: { default_payment_method: card.id },
  });
  await stripe.subscriptions.create({
    customer: customer.id,
    items: [{ price: price.id }],
    discounts: [{ coupon: "HALF" }],
  });
  return customer.id;
}

function keyOf(row: Readonly<Record<string, unknown>>): string {
  return `${String(row["account"])} ${row["isLive"] === true ? "live" : "test"}`;
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
): Promise<{ exitCode: number; run: SyncRun }> {
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
  return { exitCode, run: await runById(running.connection, runId) };
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
    expect(
      await apex(`Database.executeBatch(new StripeCloseDayBatch(Date.valueOf('${TODAY}')), 200);`),
    ).toBeNull();
    const months = await eventually("a month for each", async () => {
      const found = await rows(
        running.connection,
        `SELECT Stripe_Account_ID__c account, Livemode__c isLive, SUM(Closing_MRR__c) closing FROM Stripe_Revenue_Month__c WHERE Closed_Through__c = ${TODAY} GROUP BY Stripe_Account_ID__c, Livemode__c`,
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
    for (const each of Object.values(WORLDS)) {
      const { exitCode } = await goOver(each, { kind: "Range", isDry: true });
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
