/** A sandbox is made of an org that is set up for Stripe: it has the data and the key, and must not act in the other's name. */
import { cp } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { stripeClient } from "../../../local/stack/api-clients.ts";
import {
  eventually,
  removeFolder,
  runStack,
  temporaryFolder,
  type RunningStack,
} from "../running-stack.ts";

let folder: string;
let running: RunningStack;

beforeAll(async () => {
  folder = await temporaryFolder();
});

afterAll(async () => {
  await running.stop();
  await removeFolder(folder);
});

async function save(lastName: string): Promise<string> {
  const saved = await running.connection
    .sobject("Contact")
    .create({ LastName: lastName, Email: `${lastName.toLowerCase()}@example.com` });
  if (!saved.success) throw new Error(JSON.stringify(saved.errors));
  return saved.id;
}

async function statusOf(id: string): Promise<unknown> {
  const { Stripe_Sync_Status__c } = await running.connection.sobject("Contact").retrieve(id);
  return Stripe_Sync_Status__c;
}

function isSent(id: string): Promise<true> {
  return eventually(`${id} is a customer`, async () =>
    (await statusOf(id)) === "Completed" ? true : null,
  );
}

async function emailsInStripe(): Promise<readonly (string | null)[]> {
  const { state, credentials } = running.stack;
  const { data } = await stripeClient(state.urls.stripe, credentials.stripeKey).customers.list();
  return data.map(({ email }) => email);
}

async function openAlerts(): Promise<readonly string[]> {
  const found = await running.connection.query<{ Message__c: string }>(
    "SELECT Message__c FROM Stripe_Alert__c WHERE Cause_Key__c = 'sync_failed:copy' AND Status__c = 'Open'",
  );
  return found.records.map(({ Message__c }) => Message__c);
}

test("a copy sends nothing and says so once, until it is set up", async () => {
  const first = path.join(folder, "first");
  const copied = path.join(folder, "copied");
  running = await runStack(first);
  await isSent(await save("Original"));
  const { records } = await running.connection.query<{ Id: string }>("SELECT Id FROM Organization");
  await running.stop();
  await cp(first, copied, { recursive: true });

  running = await runStack(copied, undefined, { isOrgCopy: true });
  const copy = await running.connection.query<{ Id: string }>("SELECT Id FROM Organization");
  expect(copy.records[0]?.Id).not.toBe(records[0]?.Id);
  const waiting = [await save("First"), await save("Second")];

  await eventually("the alert", async () => ((await openAlerts()).length > 0 ? true : null));
  expect(await openAlerts()).toEqual([expect.stringContaining("copy of the one") as string]);
  expect(await Promise.all(waiting.map(statusOf))).toEqual(["Pending", "Pending"]);
  expect(await emailsInStripe()).toEqual(["original@example.com"]);

  const setUp = await running.connection.tooling.executeAnonymous("StripeHome.adopt();");
  expect(setUp.success).toBe(true);
  await isSent(await save("Third"));
  for (const id of waiting) await isSent(id);

  expect(await openAlerts()).toEqual([]);
  expect([...(await emailsInStripe())].sort()).toEqual(
    ["first", "original", "second", "third"].map((name) => `${name}@example.com`),
  );
});
