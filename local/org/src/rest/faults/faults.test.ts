import { describe, expect, it } from "vitest";
import { servedApi, type ServedApi } from "../testing/served-api.ts";

function add(api: ServedApi, fault: object) {
  return api.call("//_local/faults", { method: "POST", body: fault });
}

describe("a fault made on purpose", () => {
  it("strikes as often as it was asked to", () => {
    const api = servedApi();
    add(api, { kind: "unavailable", count: 2 });
    const unavailable = { status: 503, body: [{ errorCode: "SERVER_UNAVAILABLE" }] };
    expect(api.call("/limits")).toMatchObject(unavailable);
    expect(api.call("/limits")).toMatchObject(unavailable);
    expect(api.call("/limits").status).toBe(200);
  });

  it("without a count stands until it is cleared", () => {
    const api = servedApi();
    const { status, body } = add(api, { kind: "unavailable" });
    expect(status).toBe(201);
    for (let turn = 0; turn < 5; turn += 1) expect(api.call("/limits").status).toBe(503);
    const { id } = body as { id: string };
    expect(api.call("//_local/faults").body).toEqual([
      { id, kind: "unavailable", count: null, remaining: null },
    ]);
    expect(api.call(`//_local/faults/${id}`, { method: "DELETE" }).status).toBe(204);
    expect(api.call("/limits").status).toBe(200);
    expect(api.call(`//_local/faults/${id}`, { method: "DELETE" }).status).toBe(404);
  });

  it("holds the answer of a request that is not carried out", () => {
    const api = servedApi();
    add(api, { kind: "timeout", count: 1, holdMs: 500 });
    const answer = api.call("/sobjects/Account", { method: "POST", body: { Name: "A" } });
    expect(answer.delayMs).toBe(500);
    expect(api.query("SELECT COUNT() FROM Account")).toMatchObject({ totalSize: 0 });
  });

  it("holds the answer of a request that is carried out all the same", () => {
    const api = servedApi();
    add(api, { kind: "timeout", count: 1, holdMs: 500, isCarriedOut: true });
    const answer = api.call("/sobjects/Account", { method: "POST", body: { Name: "A" } });
    expect(answer).toMatchObject({ status: 201, delayMs: 500 });
    expect(api.query("SELECT COUNT() FROM Account")).toMatchObject({ totalSize: 1 });
  });

  it("makes answers late", () => {
    const api = servedApi();
    add(api, { kind: "latency", ms: 20 });
    expect(api.call("/limits")).toMatchObject({ status: 200, delayMs: 20 });
  });

  it("ends every session", () => {
    const api = servedApi();
    expect(api.call("/limits").status).toBe(200);
    expect(add(api, { kind: "expiredTokens" }).status).toBe(204);
    expect(api.call("/limits").status).toBe(401);
    expect(api.parts.sessions.issue("admin", "admin-secret")).not.toBeNull();
  });

  it("uses up the allowance until it is given back", () => {
    const api = servedApi();
    add(api, { kind: "quotaExhausted" });
    expect(api.call("/limits")).toMatchObject({
      status: 403,
      body: [{ errorCode: "REQUEST_LIMIT_EXCEEDED" }],
    });
    api.call("//_local/faults", { method: "DELETE" });
    expect(api.call("/limits").status).toBe(200);
  });

  it("refuses rows with UNABLE_TO_LOCK_ROW, and saves the others", () => {
    const api = servedApi();
    add(api, { kind: "lockedRow", count: 1, rows: 1 });
    const records = ["a", "b"].map((Key__c) => ({
      attributes: { type: "Order_Event__e" },
      Key__c,
    }));
    const publish = () =>
      api.call("/composite/sobjects", { method: "POST", body: { records } }).body;
    expect(publish()).toMatchObject([
      { success: false, errors: [{ statusCode: "UNABLE_TO_LOCK_ROW" }] },
      { success: true },
    ]);
    expect(publish()).toMatchObject([{ success: true }, { success: true }]);
  });

  it("brings the next batch of events to its trigger twice", () => {
    const api = servedApi();
    expect(add(api, { kind: "duplicateDelivery" }).status).toBe(204);
    api.create("Order_Event__e", { Key__c: "twice" });
    api.create("Order_Event__e", { Key__c: "once" });
    expect(api.query("SELECT Name FROM Order_Line__c ORDER BY Name")).toMatchObject({
      records: [{ Name: "From once" }, { Name: "From twice" }, { Name: "From twice" }],
    });
  });

  it.each([
    [{ kind: "meteor" }],
    [{ kind: "latency" }],
    [{ kind: "unavailable", count: 0 }],
    [{ kind: "timeout", holdMs: "long" }],
  ])("that nobody knows is refused: %o", (fault) => {
    expect(add(servedApi(), fault)).toMatchObject({
      status: 400,
      body: [{ errorCode: "INVALID_FAULT" }],
    });
  });

  it("cannot be made by a web page", () => {
    const answer = servedApi().call("//_local/faults", {
      method: "POST",
      body: { kind: "unavailable" },
      headers: { origin: "https://evil.example" },
    });
    expect(answer.status).toBe(403);
  });
});
