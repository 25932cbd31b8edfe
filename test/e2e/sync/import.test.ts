/**
 * A first import that is killed, refused and fed something unreadable: every object once, equal in every stored field, in hardly more
 * requests than pages. `npm run test:import` does it with 50,000 objects.
 */
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type Stripe from "stripe";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { NewRun } from "../../../scripts/reconcile/command.ts";
import { begin, differencesOf, runById, type SyncRun } from "../../../scripts/reconcile/runs.ts";
import { stripeClient } from "../../../local/stack/api-clients.ts";
import { removeFolder, runStack, temporaryFolder, type RunningStack } from "../running-stack.ts";
import { makeHistory, multiply } from "./account.ts";
import { arrivingAt, type Arrived, type Arriving } from "./arriving.ts";
import { killJob, refuseCharges, spoilOneRefund } from "./import-faults.ts";
import { listedLives, toldOf, type Told } from "./listed-lives.ts";
import { compareStored, type Comparison } from "./stored-fields.ts";
import { vary } from "./varied-customers.ts";

const CUSTOMERS = Number(process.env["IMPORT_CUSTOMERS"] ?? 25);
const KILLS = Number(process.env["IMPORT_KILLS"] ?? 1);
/** How many times as large the account is made as it was built. */
const TIMES = Number(process.env["IMPORT_TIMES"] ?? 1);
/** How long every list of charges is refused; 0 for one refusal. */
const REFUSED_MS = Number(process.env["IMPORT_REFUSED_SECONDS"] ?? 0) * 1000;
/** From so many pages on, what a kill has read again is lost in them. */
const MANY_PAGES = 400;
const HOURS = 3_600_000;
const PAGE = 100;
const LOOK_MS = 200;
const LISTS = [
  "coupons",
  "customers",
  "subscriptions",
  "prices",
  "products",
  "invoices",
  "paymentIntents",
  "charges",
  "invoicePayments",
  "refunds",
  "disputes",
  "creditNotes",
  "payouts",
] as const;

/** A run asks for subscriptions that have ended too, and for payments of invoices once they are made. */
const STATUS: Readonly<Record<string, { readonly status: "all" | "paid" }>> = {
  subscriptions: { status: "all" },
  invoicePayments: { status: "paid" },
};
/** Of what is wrong, as many lines are told. */
const TOLD = 40;

let folder: string;
let running: RunningStack;
let stripe: Stripe;
let told: Told;

beforeAll(async () => {
  folder = await temporaryFolder();
  running = await runStack(folder);
  const { state, credentials } = running.stack;
  stripe = stripeClient(state.urls.stripe, credentials.stripeKey);
  // The org hears of nothing: all of it is history to it.
  await fetch(`${state.urls.stripe}/_local/deliveries/pause`, { method: "POST" });
  const place = { stripe, url: state.urls.stripe, key: credentials.stripeKey };
  const { customers, guest } = await makeHistory(place, CUSTOMERS);
  await stripe.customers.del(guest);
  await vary(stripe, customers);
  told = await toldOf(stripe);
  if (TIMES > 1) multiply(stripeFile(), TIMES);
}, HOURS);

afterAll(async () => {
  await running.stop();
  await removeFolder(folder);
});

const stripeFile = (): string => path.join(folder, "stripe", "stripe.sqlite");

interface Listed {
  readonly objects: number;
  readonly pages: number;
  readonly byList: Readonly<Record<string, number>>;
}

/** What each list holds, counted page by page. */
async function listed(): Promise<Listed> {
  const byList: Record<string, number> = {};
  for (const list of LISTS) {
    let count = 0;
    await stripe[list].list({ limit: PAGE, ...STATUS[list] }).autoPagingEach(() => {
      count++;
    });
    byList[list] = count;
  }
  const counts = Object.values(byList);
  return {
    objects: counts.reduce((sum, each) => sum + each, 0),
    pages: counts.reduce((sum, each) => sum + Math.max(1, Math.ceil(each / PAGE)), 0),
    byList,
  };
}

async function until(runId: string, isSo: (run: SyncRun) => boolean): Promise<SyncRun> {
  for (;;) {
    const run = await runById(running.connection, runId);
    if (isSo(run)) return run;
    if (run.Status__c === "Paused") throw new Error(run.Message__c ?? "paused");
    await wait(LOOK_MS);
  }
}

const isOver = (run: SyncRun): boolean => run.Status__c.startsWith("Done");

const everything = (wish: Pick<NewRun, "kind" | "isDry">): NewRun => ({
  ...wish,
  types: [],
  from: undefined,
  to: new Date(Date.now() + 1000),
});

interface Imported {
  readonly run: SyncRun;
  readonly killed: number;
  readonly seconds: number;
  /** What arrived at Stripe. */
  readonly stripe: readonly Arrived[];
  /** What arrived at the org from others than this test, which watches the run. */
  readonly org: readonly Arrived[];
}

async function importAll(pages: number): Promise<Imported> {
  const { connection, stack } = running;
  const atStripe = arrivingAt(stack.state.urls.stripe);
  const atOrg = arrivingAt(stack.state.urls.org);
  // An import needs no relay; and what the relay says of itself every few minutes would count as calls.
  process.kill(stack.workerdPid(), "SIGSTOP");
  const startedAt = performance.now();
  try {
    const runId = await begin(connection, everything({ kind: "Import", isDry: false }));
    let killed = 0;
    for (let kill = 1; kill <= KILLS; kill++) {
      await until(runId, (run) => run.Pages__c >= (kill * pages) / (KILLS + 2) || isOver(run));
      if (await killJob(connection, runId)) killed++;
    }
    const run = await until(runId, isOver);
    return {
      run,
      killed,
      seconds: (performance.now() - startedAt) / 1000,
      stripe: atStripe.requests.filter((each) => each.path.startsWith("/v1/")),
      org: ofOthers(atOrg, connection.accessToken ?? ""),
    };
  } finally {
    process.kill(stack.workerdPid(), "SIGCONT");
    atStripe.stop();
    atOrg.stop();
  }
}

function ofOthers({ requests }: Arriving, ownToken: string): readonly Arrived[] {
  return requests.filter(({ authorization }) => !authorization.endsWith(ownToken));
}

/** Milliseconds from the first refusal to the first list of charges Stripe gave. */
function refusedFor(requests: readonly Arrived[]): number {
  const charges = requests.filter((each) => each.path === "/v1/charges");
  const refused = charges.find(({ status }) => status === 429);
  const given = charges.find(({ status }) => status === 200);
  return (given?.answeredAt ?? NaN) - (refused?.answeredAt ?? NaN);
}

it(
  "makes each record once, equal in every stored field, killed, refused for a while, and with one object nobody can read",
  async () => {
    const { connection } = running;
    const account = await listed();
    const lives = await listedLives(stripe, told);
    const unreadable = await spoilOneRefund(stripe, stripeFile());
    await refuseCharges(running.stack.state.urls.stripe, REFUSED_MS);

    const imported = await importAll(account.pages);
    const { run } = imported;
    const compared = await compareStored(connection, lives, unreadable);
    const again = await secondRun();
    say(account, imported, compared, again);

    expect(imported.killed).toBe(KILLS);
    expect(refusedFor(imported.stripe)).toBeGreaterThanOrEqual(REFUSED_MS);
    expect(run.Listed__c).toBe(account.objects);
    expect(imported.stripe.length).toBeLessThanOrEqual(mostRequests(account, imported));
    expect(imported.org).toEqual([]);
    expect(compared.wrong.slice(0, TOLD)).toEqual([]);
    expect(run.Refused__c).toBe(1);
    const refused = await differencesOf(connection, run.Id, 10);
    expect(refused).toMatchObject([{ Stripe_ID__c: unreadable, State__c: "Refused" }]);
    expect([again.Missing_Here__c, again.Different__c, again.Missing_In_Stripe__c]).toEqual([
      0, 0, 0,
    ]);
    expect(again.Listed__c).toBe(account.objects);
  },
  HOURS,
);

/** Of a small account a single page more is more than a twentieth. */
function mostRequests({ pages }: Listed, { stripe: requests, killed }: Imported): number {
  const refused = requests.filter(({ status }) => status === 429).length;
  return pages >= MANY_PAGES ? pages * 1.05 : pages + killed * 4 + refused;
}

/** Finds no difference, but for what it cannot read either. */
async function secondRun(): Promise<SyncRun> {
  const plan = everything({ kind: "Range", isDry: true });
  return until(await begin(running.connection, plan), isOver);
}

function say(
  account: Listed,
  imported: Imported,
  { equal, wrong }: Comparison,
  again: SyncRun,
): void {
  const { run, killed, seconds, stripe: requests, org } = imported;
  const told = (counts: Readonly<Record<string, number>>): string =>
    Object.entries(counts)
      .map(([name, count]) => `${name} ${count}`)
      .join(", ");
  console.log(
    [
      `${account.objects} objects in ${seconds.toFixed(0)} s, killed ${killed} times, charges refused for ${(refusedFor(requests) / 1000).toFixed(1)} s`,
      `listed: ${told(account.byList)}`,
      `equal in every field: ${told(equal)}; not: ${wrong.length}`,
      `${account.pages} pages, ${requests.length} requests to Stripe: ${(requests.length / account.pages).toFixed(3)} a page; ${org.length} calls of Salesforce's API`,
      `largest transaction: ${run.Limits_Used__c ?? ""}`,
      `second run: ${again.Listed__c} objects, ${again.Different__c} differ, ${again.Missing_Here__c} are missing, ${again.Refused__c} cannot be read; largest transaction: ${again.Limits_Used__c ?? ""}`,
    ].join("\n"),
  );
}
