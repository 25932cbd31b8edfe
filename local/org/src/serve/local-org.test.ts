/** The org as a client of Salesforce sees it: jsforce, over HTTP, against the engine in its thread. */
import jsforce from "jsforce";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { ORDER_PROJECT } from "../rest/testing/order-project.ts";
import { OrgRefused } from "./local-org.ts";
import { serveProject, type ServedProject } from "./testing/served-project.ts";
import { textWith } from "../rest/testing/text-matchers.ts";

let org: ServedProject;
let connection: jsforce.Connection;

beforeAll(async () => {
  org = await serveProject(ORDER_PROJECT);
  connection = new jsforce.Connection({
    instanceUrl: org.url,
    accessToken: await org.token(),
    version: "66.0",
  });
}, 60_000);

afterAll(() => org.stop());

describe("jsforce", () => {
  it("creates, reads, changes and deletes a record", async () => {
    const accounts = connection.sobject("Account");
    const created = await accounts.create({ Name: "Acme" });
    expect(created).toMatchObject({ success: true });
    const id = created.id ?? "";
    expect(await accounts.retrieve(id)).toMatchObject({ Id: id, Name: "Acme" });
    expect(await accounts.update({ Id: id, Name: "Acme Ltd" })).toMatchObject({ success: true });
    expect(await accounts.delete(id)).toMatchObject({ success: true });
    await expect(accounts.retrieve(id)).rejects.toMatchObject({ errorCode: "ENTITY_IS_DELETED" });
  });

  it("upserts by external id", async () => {
    const lines = connection.sobject("Order_Line__c");
    const first = await lines.upsert({ Name: "Up", Key__c: "up-1" }, "Key__c");
    const second = await lines.upsert({ Name: "Down", Key__c: "up-1" }, "Key__c");
    expect([first, second]).toMatchObject([{ created: true }, { created: false, id: first.id }]);
  });

  it("creates, changes, upserts and deletes 200 records in one call each", async () => {
    const lines = connection.sobject("Order_Line__c");
    const given = Array.from({ length: 200 }, (_, index) => ({
      Name: `Many ${index}`,
      Key__c: `many-${index}`,
    }));
    const created = await lines.create(given);
    expect(created.filter(({ success }) => success)).toHaveLength(200);
    const ids = created.map(({ id }) => id ?? "");
    const changed = await lines.update(ids.map((Id) => ({ Id, Amount__c: 2 })));
    expect(changed.every(({ success }) => success)).toBe(true);
    const upserted = await lines.upsert(given, "Key__c");
    expect(upserted.every(({ success, created: isNew }) => success && !isNew)).toBe(true);
    const deleted = await lines.delete(ids);
    expect(deleted.every(({ success }) => success)).toBe(true);
  });

  it("fetches a large result page by page", async () => {
    const lines = connection.sobject("Order_Line__c");
    for (let part = 0; part < 3; part += 1) {
      await lines.create(
        Array.from({ length: 200 }, (_, index) => ({ Name: `Page ${part} ${index}` })),
      );
    }
    const { records } = await connection.query<{ Name: string }>(
      "SELECT Name FROM Order_Line__c WHERE Name LIKE 'Page %'",
      { autoFetch: true, maxFetch: 1000, headers: { "Sforce-Query-Options": "batchSize=200" } },
    );
    const names = records.map(({ Name }) => Name);
    expect(new Set(names).size).toBe(600);
  });

  it("describes an object, all objects, the limits and who is asking", async () => {
    const described = await connection.sobject("Order_Line__c").describe();
    expect(described.fields.find(({ name }) => name === "Key__c")).toMatchObject({
      externalId: true,
      length: 40,
    });
    const { sobjects } = await connection.describeGlobal();
    expect(sobjects.map(({ name }) => name)).toContain("Order_Event__e");
    expect(await connection.limits()).toMatchObject({ DailyApiRequests: { Max: 15_000 } });
    expect(connection.limitInfo.apiUsage).toMatchObject({ limit: 15_000 });
    expect(await connection.identity()).toMatchObject({ username: "admin@local.example" });
  });

  it("loads rows through Bulk API 2.0, and reads them back", async () => {
    const results = await connection.bulk2.loadAndWaitForResults({
      object: "Order_Line__c",
      operation: "insert",
      input: [
        { Name: "Bulk 1", Amount__c: "1.5" },
        { Name: "Bulk 2", Amount__c: "much" },
      ],
      pollInterval: 20,
      pollTimeout: 10_000,
    });
    expect(results.successfulResults).toMatchObject([{ Name: "Bulk 1", sf__Created: "true" }]);
    expect(results.failedResults).toMatchObject([{ Name: "Bulk 2" }]);
    const records = await connection.bulk2.query(
      "SELECT Name, Amount__c FROM Order_Line__c WHERE Name LIKE 'Bulk %'",
      { pollInterval: 20, pollTimeout: 10_000 },
    );
    expect(await records.toArray()).toEqual([{ Name: "Bulk 1", Amount__c: "1.5" }]);
  });

  it("calls Apex REST classes", async () => {
    expect(await connection.apex.get("/order-lines/k-7")).toEqual({ key: "k-7", total: 12.5 });
    expect(await connection.apex.post("/order-lines/", { name: "a", count: 2 })).toBe("a × 2");
    await expect(connection.apex.patch("/order-lines/", {})).rejects.toMatchObject({
      errorCode: "APEX_ERROR",
      message: textWith("System.IllegalArgumentException: no such line"),
    });
  });

  it("runs anonymous Apex", async () => {
    const done = await connection.tooling.executeAnonymous("insert new Account(Name = 'Anon');");
    expect(done).toMatchObject({ compiled: true, success: true });
    const broken = await connection.tooling.executeAnonymous("Integer i = 'x';");
    expect(broken).toMatchObject({ compiled: false, success: false, line: 1 });
    const failed = await connection.tooling.executeAnonymous("Integer i = 1 / 0;");
    expect(failed).toMatchObject({
      compiled: true,
      success: false,
      exceptionMessage: "System.MathException: Divide by 0",
    });
  });
});

describe("a served org", () => {
  it("refuses a project that does not compile, with every reason", async () => {
    const starting = serveProject({
      "classes/Broken.cls": "public class Broken { Integer i = nope; }",
    });
    await expect(starting).rejects.toThrow(OrgRefused);
    await expect(starting).rejects.toThrow(/Broken\.cls:1:\d+: .*nope/);
  });

  it("answers 413 to a body of more than 50 MB", async () => {
    const response = await org.call("/sobjects/Account", {
      method: "POST",
      body: "x".repeat(50 * 1024 * 1024 + 1),
    });
    expect(response.status).toBe(413);
  });
});

describe("the laboratory", () => {
  const faults = (init: { method: string; body?: string }): Promise<Response> =>
    fetch(`${org.url}/_local/faults`, init);

  it("holds an answer while others go through", async () => {
    const body = JSON.stringify({ kind: "timeout", count: 1, holdMs: 60_000 });
    await faults({ method: "POST", body });
    const gone = new AbortController();
    const held = expect(org.call("/limits", { signal: gone.signal })).rejects.toThrow(/abort/);
    // The fault is of one request: used up, it holds that one.
    await vi.waitFor(
      async () => {
        expect(await (await faults({ method: "GET" })).json()).toEqual([]);
      },
      { timeout: 20_000 },
    );
    expect((await org.call("/limits")).status).toBe(200);
    gone.abort();
    await held;
  });

  it("makes an answer late", async () => {
    await faults({ method: "POST", body: JSON.stringify({ kind: "latency", count: 1, ms: 120 }) });
    const started = performance.now();
    await org.call("/limits");
    expect(performance.now() - started).toBeGreaterThan(100);
  });
});

it("an unused token lives as long as it is set to", async () => {
  const short = await serveProject({}, { tokenLifetimeMs: 1 });
  try {
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect((await short.call("/limits")).status).toBe(401);
  } finally {
    await short.stop();
  }
});

it("the allowance of requests is as set", async () => {
  const small = await serveProject({}, { dailyApiRequests: 1 });
  try {
    expect((await small.call("/limits")).status).toBe(200);
    expect((await small.call("/limits")).status).toBe(403);
  } finally {
    await small.stop();
  }
});
