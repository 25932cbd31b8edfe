/** Acme loads and changes contacts by Bulk API, with us installed: its trigger and its chain of jobs do what they did, and we do ours. */
import { cp, mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Connection } from "jsforce";
import { stripeClient } from "../../local/stack/api-clients.ts";
import { connect } from "../../scripts/trigger/records.ts";
import {
  eventually,
  removeFolder,
  runStack,
  temporaryFolder,
  type RunningStack,
} from "../e2e/running-stack.ts";

const LOADED = 210;
const CHANGED = 10;
const SECONDS = 300;
const START_AND_STOP_MS = 600_000;

const root = path.resolve(import.meta.dirname, "../..");

let folder: string;
let running: RunningStack;
let colleague: Connection;

beforeAll(async () => {
  folder = await temporaryFolder();
  const project = path.join(folder, "project");
  await mkdir(project);
  await cp(path.join(root, "force-app"), path.join(project, "force-app"), { recursive: true });
  await cp(path.join(import.meta.dirname, "project/force-app"), path.join(project, "acme"), {
    recursive: true,
  });
  await writeFile(
    path.join(project, "sfdx-project.json"),
    JSON.stringify({
      packageDirectories: [{ path: "force-app", default: true }, { path: "acme" }],
      sourceApiVersion: "66.0",
    }),
  );
  running = await runStack(path.join(folder, "data"), project);
  colleague = await connect(running.stack.state.urls.org, running.stack.credentials.colleague);
}, START_AND_STOP_MS);

afterAll(async () => {
  await running.stop();
  await removeFolder(folder);
}, START_AND_STOP_MS);

async function count(object: string, where: string): Promise<number> {
  const found = await running.connection.query(`SELECT COUNT() FROM ${object} WHERE ${where}`);
  return found.totalSize;
}

function all(object: string, where: string, expected: number): Promise<true> {
  return eventually(
    `${expected} ${object} WHERE ${where}`,
    async () => ((await count(object, where)) === expected ? true : null),
    SECONDS,
  );
}

async function bulk(
  operation: "insert" | "update",
  input: Readonly<Record<string, string>>[],
): Promise<readonly unknown[]> {
  const { failedResults } = await colleague.bulk2.loadAndWaitForResults({
    object: "Contact",
    operation,
    input,
    pollTimeout: SECONDS * 1000,
  });
  return failedResults;
}

test(
  "a Bulk load and a Bulk change do in Acme's org what they did, and make one customer each",
  async () => {
    const rows = Array.from({ length: LOADED }, (_, index) => ({
      LastName: `Loaded ${index}`,
      Email: `loaded${index}@acme.example`,
      Phone: "030 12 34",
    }));

    expect(await bulk("insert", rows)).toEqual([]);

    expect(await count("Contact", "Segment__c = 'acme.example' AND Phone = '0301234'")).toBe(
      LOADED,
    );
    expect(await count("Task", "Subject LIKE 'Welcome Loaded%'")).toBe(LOADED);
    await all("Contact", "Stripe_Sync_Status__c = 'Completed'", LOADED);

    const { records } = await running.connection.query<{ Id: string }>(
      `SELECT Id FROM Contact WHERE LastName LIKE 'Loaded%' ORDER BY LastName LIMIT ${CHANGED}`,
    );
    const changes = records.map(({ Id }, index) => ({ Id, Email: `New${index}@acme.example` }));
    expect(await bulk("update", changes)).toEqual([]);

    // Acme's job changes one contact and chains itself for the next.
    await all("Contact", "Score__c > 0 AND Email LIKE 'new%'", CHANGED);
    await all("Contact", "Stripe_Sync_Status__c = 'Completed'", LOADED);
    const { state, credentials } = running.stack;
    const emails: string[] = [];
    for await (const { email } of stripeClient(
      state.urls.stripe,
      credentials.stripeKey,
    ).customers.list({ limit: 100 }))
      emails.push(email ?? "");
    expect(new Set(emails).size).toBe(LOADED);
    expect(emails).toHaveLength(LOADED);
    expect(emails.filter((email) => email.startsWith("new"))).toHaveLength(CHANGED);
    expect(await count("Stripe_Alert__c", "Status__c = 'Open' AND Kind__c = 'sync_failed'")).toBe(
      0,
    );
  },
  2 * SECONDS * 1000,
);
