/**
 * A first import that is killed, refused and fed something unreadable: every object once, in hardly more requests than
 * pages. `npm run test:import` does it with thousands of objects.
 */
import { DatabaseSync } from "node:sqlite";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type Stripe from "stripe";
import { afterAll, beforeAll, expect, it } from "vitest";
import { z } from "zod";
import { begin, differencesOf, runById, type SyncRun } from "../../../scripts/reconcile/runs.ts";
import { stripeClient } from "../../../local/stack/api-clients.ts";
import { removeFolder, runStack, temporaryFolder, type RunningStack } from "../running-stack.ts";
import { makeHistory, multiply } from "./account.ts";
import { wrongFields } from "./stored-fields.ts";

const CUSTOMERS = Number(process.env["IMPORT_CUSTOMERS"] ?? 25);
const KILLS = Number(process.env["IMPORT_KILLS"] ?? 1);
/** How many times as large the account is made as it was built. */
const TIMES = Number(process.env["IMPORT_TIMES"] ?? 1);
/** How long every list of charges is refused; 0 for one refusal. */
const REFUSED_MS = Number(process.env["IMPORT_REFUSED_SECONDS"] ?? 0) * 1000;
const HOURS = 3_600_000;
const PAGE = 100;
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
  "payouts",
] as const;

const faultsSchema = z.object({ faults: z.array(z.object({ count: z.number() })) });

let folder: string;
let running: RunningStack;
let stripe: Stripe;

beforeAll(async () => {
  folder = await temporaryFolder();
  running = await runStack(folder);
  const { state, credentials } = running.stack;
  stripe = stripeClient(state.urls.stripe, credentials.stripeKey);
  // The org hears of nothing: all of it is history to it.
  await control("deliveries/pause", {});
  await makeHistory({ stripe, url: state.urls.stripe, key: credentials.stripeKey }, CUSTOMERS);
  if (TIMES > 1) multiply(path.join(folder, "stripe", "stripe.sqlite"), TIMES);
}, HOURS);

afterAll(async () => {
  await running.stop();
  await removeFolder(folder);
});

async function control(what: string, body: object): Promise<void> {
  const { urls } = running.stack.state;
  const answer = await fetch(`${urls.stripe}/_local/${what}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  expect(answer.ok).toBe(true);
}

async function apex(source: string): Promise<void> {
  const result = await running.connection.tooling.executeAnonymous(source);
  expect(result.exceptionMessage ?? result.compileProblem).toBeNull();
}

/** What each list holds, counted page by page. */
async function listed(): Promise<{
  objects: number;
  pages: number;
  byList: Record<string, number>;
}> {
  const byList: Record<string, number> = {};
  for (const list of LISTS) {
    let count = 0;
    await stripe[list].list({ limit: PAGE }).autoPagingEach(() => {
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
    await wait(50);
  }
}

const isOver = (run: SyncRun) => run.Status__c.startsWith("Done");

async function count(object: string, where = ""): Promise<number> {
  return (await running.connection.query(`SELECT Id FROM ${object}${where}`)).totalSize;
}

it(
  "makes each record once, killed, refused for a while, and with one object nobody can read",
  async () => {
    const { connection } = running;
    const { objects, pages, byList } = await listed();
    const unreadable = await spoilOneRefund();
    await refuseCharges();
    const startedAt = performance.now();

    const runId = await begin(connection, {
      kind: "Import",
      isDry: false,
      types: [],
      from: undefined,
      to: new Date(Date.now() + 1000),
    });
    let killed = 0;
    for (let kill = 1; kill <= KILLS; kill++) {
      const reached = await until(
        runId,
        (run) => run.Pages__c >= (kill * pages) / (KILLS + 2) || isOver(run),
      );
      if (isOver(reached)) break;
      await apex(
        "for (AsyncApexJob job : [SELECT Id FROM AsyncApexJob WHERE ApexClass.Name = 'StripeSyncJob' AND Status IN ('Queued', 'Holding', 'Preparing', 'Processing')]) { System.abortJob(job.Id); }",
      );
      await wait(500);
      if (isOver(await runById(connection, runId))) break;
      killed++;
      await connection.sobject("Stripe_Sync_Run__c").update({ Id: runId, Status__c: "Paused" });
      await connection.sobject("Stripe_Sync_Run__c").update({ Id: runId, Status__c: "Queued" });
    }
    const run = await until(runId, isOver);
    const seconds = (performance.now() - startedAt) / 1000;
    console.log(
      `${objects} objects in ${seconds.toFixed(1)} s, killed ${killed} times: ${pages} pages, ${run.Requests__c} requests; ${run.Limits_Used__c ?? ""}; ${JSON.stringify(byList)}`,
    );

    expect(killed).toBeGreaterThan(0);
    expect(run.Listed__c).toBe(objects);
    // One list is not there, one answer was 429, and what a killed job had read is read again.
    expect(run.Requests__c).toBeLessThanOrEqual(pages * 1.05 + 2 + KILLS * 4);
    expect(await count("Stripe_Customer__c")).toBe(byList["customers"]);
    expect(await count("Stripe_Subscription__c")).toBe(byList["subscriptions"]);
    expect(await count("Stripe_Invoice__c")).toBe(byList["invoices"]);
    expect(await count("Payment_Transaction__c")).toBe(byList["paymentIntents"]);
    expect(await count("Payment_Attempt__c")).toBe(byList["charges"]);
    expect(await count("Stripe_Dispute__c")).toBe(byList["disputes"]);
    expect(await count("Stripe_Refund__c")).toBe(Number(byList["refunds"]) - 1);
    const told = await differencesOf(connection, runId, 10);
    expect(told.map(({ Stripe_ID__c: id }) => id)).toContain(unreadable);
    expect(told.filter(({ Stripe_ID__c: id }) => id !== "credit_notes")).toHaveLength(1);
    expect(await wrongFields(stripe, connection, new Set([unreadable]))).toEqual([]);
    await expectNothingElseDiffers();
  },
  HOURS,
);

/** A second run finds no difference, but for what it cannot read either. */
async function expectNothingElseDiffers(): Promise<void> {
  const { connection } = running;
  const to = new Date(Date.now() + 1000);
  const plan = { kind: "Range", isDry: true, types: [], from: undefined, to } as const;
  const again = await until(await begin(connection, plan), isOver);
  expect([again.Missing_Here__c, again.Different__c, again.Missing_In_Stripe__c]).toEqual([
    0, 0, 0,
  ]);
}

/** Answers 429 once, or for a while from the first request of charges on. */
async function refuseCharges(): Promise<void> {
  const most = 100_000;
  const count = REFUSED_MS === 0 ? 1 : most;
  await control("faults", { kind: "rate_limit", path: "/v1/charges", count });
  if (REFUSED_MS > 0) void endRefusal(count);
}

async function endRefusal(count: number): Promise<void> {
  const faults = `${running.stack.state.urls.stripe}/_local/faults`;
  for (;;) {
    await wait(200);
    const waiting = faultsSchema.parse(await (await fetch(faults)).json()).faults;
    if (waiting.some((fault) => fault.count < count)) break;
  }
  await wait(REFUSED_MS);
  await fetch(faults, { method: "DELETE" });
}

/** Makes the amount of a refund a text, which Stripe never sends. */
async function spoilOneRefund(): Promise<string> {
  const [refund] = (await stripe.refunds.list({ limit: 1 })).data;
  if (refund === undefined) throw new Error("There is no refund.");
  const file = path.join(folder, "stripe", "stripe.sqlite");
  const database = new DatabaseSync(file);
  database
    .prepare("UPDATE objects SET body = json_set(body, '$.amount', 'much') WHERE id = ?")
    .run(refund.id);
  database.close();
  return refund.id;
}
