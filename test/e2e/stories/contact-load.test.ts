/**
 * Contacts loaded by somebody who knows nothing of Stripe, into an org with a rule of its own, while Stripe has a bad day: each
 * becomes one customer, or says why not. CONTACT_LOAD=10000 npx vitest run --project e2e test/e2e/stories/contact-load.test.ts
 * plays it at full size.
 */
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Connection } from "jsforce";
import type Stripe from "stripe";
import { stripeClient } from "../../../local/stack/api-clients.ts";
import { copyProject } from "../../../local/stack/testing/copied-project.ts";
import { connect } from "../../../scripts/trigger/records.ts";
import {
  eventually,
  removeFolder,
  runStack,
  temporaryFolder,
  type RunningStack,
} from "../running-stack.ts";

const LOADED = Number(process.env["CONTACT_LOAD"] ?? 200);
const REFUSED = Math.min(50, LOADED / 20);
/** Customers Stripe has from before, of whom Salesforce knows nothing. */
const EXISTING = Math.min(300, LOADED / 10);
/** Requests a second that Stripe answers. */
const ALLOWED = 10;
/** For a broken stack, not a measure of a working one. */
const SECONDS = 300 + LOADED;
const START_AND_STOP_MS = 600_000;

const RULE = `<?xml version="1.0" encoding="UTF-8"?>
<ValidationRule xmlns="http://soap.sforce.com/2006/04/metadata">
  <fullName>Frozen</fullName>
  <active>true</active>
  <errorConditionFormula>AND(Title = "Frozen", ISCHANGED(Stripe_Customer_ID__c))</errorConditionFormula>
  <errorMessage>Frozen contacts get no customer.</errorMessage>
</ValidationRule>
`;

let folder: string;
let running: RunningStack;
let stripe: Stripe;
let colleague: Connection;

beforeAll(async () => {
  folder = await temporaryFolder();
  const project = await copyProject(path.join(folder, "project"));
  const rules = path.join(project, "force-app/main/default/objects/Contact/validationRules");
  await mkdir(rules, { recursive: true });
  await writeFile(path.join(rules, "Frozen.validationRule-meta.xml"), RULE);
  running = await runStack(path.join(folder, "data"), project);
  const { state, credentials } = running.stack;
  stripe = stripeClient(state.urls.stripe, credentials.stripeKey);
  colleague = await connect(state.urls.org, credentials.colleague);
}, START_AND_STOP_MS);

afterAll(async () => {
  await running.stop();
  await removeFolder(folder);
}, START_AND_STOP_MS);

const emailOf = (index: number): string => `person${index}@example.com`;

async function fault(body: object): Promise<void> {
  const answer = await fetch(`${running.stack.state.urls.stripe}/_local/faults`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  expect(answer.ok).toBe(true);
}

async function noFaults(): Promise<void> {
  const answer = await fetch(`${running.stack.state.urls.stripe}/_local/faults`, {
    method: "DELETE",
  });
  expect(answer.ok).toBe(true);
}

async function load(): Promise<void> {
  const rows = Array.from({ length: LOADED }, (_, index) => ({
    LastName: `Person ${index}`,
    Email: emailOf(index),
    Title: index < REFUSED ? "Frozen" : "Buyer",
  }));
  const result = await colleague.bulk2.loadAndWaitForResults({
    object: "Contact",
    operation: "insert",
    input: rows,
    pollTimeout: SECONDS * 1000,
  });
  expect(result.failedResults).toEqual([]);
}

async function count(where: string): Promise<number> {
  return (await running.connection.query(`SELECT COUNT() FROM Contact WHERE ${where}`)).totalSize;
}

async function customers(): Promise<Stripe.Customer[]> {
  const found: Stripe.Customer[] = [];
  for await (const customer of stripe.customers.list({ limit: 100 }))
    if (customer.email?.startsWith("person") === true) found.push(customer);
  return found;
}

interface LoadAlert {
  readonly Message__c: string;
}

const isOfTheRule = ({ Message__c }: LoadAlert): boolean =>
  Message__c.includes("Frozen contacts get no customer.");

async function alertsOfTheLoad(): Promise<readonly LoadAlert[]> {
  const { records } = await running.connection.query<LoadAlert>(
    "SELECT Message__c FROM Stripe_Alert__c WHERE Cause_Key__c LIKE 'sync_failed:%'",
  );
  return records;
}

/** The Stripe customer each contact names. */
async function customersByEmail(): Promise<ReadonlyMap<string, string | null>> {
  const { records } = await running.connection.query<{
    Email: string;
    Stripe_Customer_ID__c: string | null;
  }>("SELECT Email, Stripe_Customer_ID__c FROM Contact WHERE Email LIKE 'person%'", {
    autoFetch: true,
    maxFetch: LOADED,
  });
  return new Map(records.map((row) => [row.Email, row.Stripe_Customer_ID__c]));
}

async function settled(): Promise<void> {
  await eventually(
    "no contact waits",
    async () => {
      await wait(1000);
      return (await count("Stripe_Sync_Status__c = 'Pending'")) === 0 ? true : null;
    },
    SECONDS,
  );
}

describe("contacts loaded by somebody without any Stripe permission", () => {
  test(
    "become one customer each, or say why not, whatever Stripe does meanwhile",
    async () => {
      const before: Stripe.Customer[] = [];
      for (let index = 0; index < EXISTING; index++)
        before.push(await stripe.customers.create({ email: emailOf(LOADED - 1 - index) }));
      await fault({ kind: "rate_limit", perSecond: ALLOWED, count: 100_000 });
      const began = Date.now();
      await load();
      for (let time = 0; time < 3; time++) {
        await fault({ kind: "rate_limit", path: "/v1/customers", method: "POST" });
        await wait(1000);
        await fault({ kind: "api_error", path: "/v1/customers", method: "POST" });
        await wait(1000);
      }
      await settled();
      const seconds = (Date.now() - began) / 1000;
      await noFaults();

      expect(await count("Stripe_Sync_Status__c = 'Completed'")).toBe(LOADED - REFUSED);
      expect(await count("Stripe_Sync_Status__c = 'Failed' AND Stripe_Customer_ID__c = null")).toBe(
        REFUSED,
      );
      const made = await customers();
      expect(new Set(made.map(({ email }) => email)).size).toBe(LOADED);
      expect(made).toHaveLength(LOADED);
      const alerts = await alertsOfTheLoad();
      // One cause is the rule, however many contacts and events it refuses; the other is Stripe, if it was away for long.
      expect(alerts.filter(isOfTheRule)).toHaveLength(1);
      expect(alerts.length).toBeLessThanOrEqual(2);
      const customerOf = await customersByEmail();
      for (const { email, id } of before) expect(customerOf.get(email ?? "")).toBe(id);
      const completed = [...customerOf.values()].filter((id) => id !== null);
      expect(new Set(completed).size).toBe(LOADED - REFUSED);
      expect(made.map(({ id }) => id)).toEqual(expect.arrayContaining(completed.slice(0, 50)));
      // What was created, and a second's worth in advance.
      expect((LOADED - EXISTING) / (seconds + 1)).toBeLessThan(ALLOWED);
      console.info(`${LOADED} contacts in ${seconds.toFixed(0)} s`);
    },
    SECONDS * 1000,
  );

  test(
    "create nothing when those that failed are sent again",
    async () => {
      const before = await customers();
      const failed = await running.connection.query<{ Id: string }>(
        "SELECT Id FROM Contact WHERE Stripe_Sync_Status__c = 'Failed'",
      );
      const rows = failed.records.map(({ Id }) => ({ Id, Department: "Again" }));
      for (let first = 0; first < rows.length; first += 200)
        await colleague.sobject("Contact").update(rows.slice(first, first + 200));
      await settled();

      expect(await customers()).toHaveLength(before.length);
      expect(await count("Stripe_Sync_Status__c = 'Failed'")).toBe(REFUSED);
      expect((await alertsOfTheLoad()).filter(isOfTheRule)).toHaveLength(1);
    },
    SECONDS * 1000,
  );
});
