import { describe, expect, it } from "vitest";

import type { AdmittedEvent } from "../event.ts";
import { coalesce } from "./coalesce.ts";

type Hash = Readonly<Record<string, unknown>>;

function updated(id: string, createdAt: number, object: Hash, previous?: Hash): AdmittedEvent {
  return {
    id,
    type: "customer.updated",
    objectId: "cus_1",
    lane: "bulk",
    apiVersion: null,
    livemode: false,
    account: null,
    createdAt,
    receivedAt: createdAt * 1000,
    correlationId: `correlation-${id}`,
    payload: JSON.stringify({
      object,
      ...(previous === undefined ? {} : { previous_attributes: previous }),
      request: { id: null, idempotency_key: null },
    }),
  };
}

/** What is sent, in any order: the id, and whom it stands for. */
function sent(events: readonly AdmittedEvent[]): Record<string, readonly string[]> {
  return Object.fromEntries(coalesce(events).map(({ event, carries }) => [event.id, carries]));
}

describe("coalescing", () => {
  it("sends the newest of an object's updates and lets it stand for the older ones", () => {
    const events = [
      updated("evt_2", 20, { name: "b" }, { name: "a" }),
      updated("evt_3", 30, { name: "c" }, { name: "b" }),
      updated("evt_1", 10, { name: "a" }, { name: "" }),
    ];

    const [carrier, ...others] = coalesce(events);

    expect(others).toEqual([]);
    expect(carrier).toEqual({ event: events[1], isChanged: false, carries: ["evt_1", "evt_2"] });
  });

  it("keeps objects and types apart", () => {
    const update = updated("evt_1", 10, { name: "a" });
    const events = [
      update,
      { ...update, id: "evt_2", objectId: "cus_2", createdAt: 11 },
      { ...update, id: "evt_3", type: "payment_method.attached", createdAt: 12 },
    ];

    expect(sent(events)).toEqual({ evt_1: [], evt_2: [], evt_3: [] });
  });

  it("orders one second's updates by what they say was before, and keeps the first one's previous values", () => {
    const events = [
      updated("evt_c", 10, { name: "c", email: "y", tags: ["t"] }, { tags: [] }),
      updated("evt_a", 10, { name: "b", email: "x", tags: [] }, { name: "a" }),
      updated("evt_b", 10, { name: "c", email: "y", tags: [] }, { name: "b", email: "x" }),
    ];

    const [carrier, ...others] = coalesce(events);

    expect(others).toEqual([]);
    expect(carrier?.carries).toEqual(["evt_a", "evt_b"]);
    expect(carrier?.isChanged).toBe(true);
    expect(JSON.parse(carrier?.event.payload ?? "")).toEqual({
      object: { name: "c", email: "y", tags: ["t"] },
      previous_attributes: { name: "a", email: "x", tags: [] },
      request: { id: null, idempotency_key: null },
    });
  });

  it("merges the previous values of hashes key by key", () => {
    const events = [
      updated("evt_a", 10, { metadata: { k: "2", l: null } }, { metadata: { k: "1" } }),
      updated("evt_b", 10, { metadata: { k: "2", l: "1" } }, { metadata: { l: null } }),
    ];

    const payload: unknown = JSON.parse(coalesce(events)[0]?.event.payload ?? "");

    expect(payload).toMatchObject({ previous_attributes: { metadata: { k: "1", l: null } } });
  });

  it("takes a value that was null and one that is absent for the same", () => {
    const events = [
      updated("evt_a", 10, { name: "a", phone: "1" }, { phone: "0" }),
      updated("evt_b", 10, { name: "a", phone: "1", email: "e" }, { email: null }),
    ];

    expect(sent(events)).toEqual({ evt_b: ["evt_a"] });
  });

  it.each([
    [
      "each can be the other's successor",
      { name: "b" },
      { name: "a" },
      { name: "a" },
      { name: "b" },
    ],
    ["neither can be the other's", { name: "b" }, { name: "a" }, { name: "d" }, { name: "c" }],
    ["one says nothing of before", { name: "b" }, undefined, { name: "c" }, { name: "b" }],
    ["one says that nothing changed", { name: "b" }, {}, { name: "c" }, { name: "b" }],
  ])("sends both of one second when %s", (_, first, firstPrevious, second, secondPrevious) => {
    const events = [
      updated("evt_a", 10, first, firstPrevious),
      updated("evt_b", 10, second, secondPrevious),
    ];

    expect(sent(events)).toEqual({ evt_a: [], evt_b: [] });
  });

  it("compares lists and hashes by what they hold", () => {
    const previous = { list: [{ a: 1, b: null }], hash: { k: [1, 2] } };
    const same = { list: [{ a: 1 }], hash: { k: [1, 2], other: 5 } };
    const other = { list: [{ a: 1 }], hash: { k: [1] } };
    const later = updated("evt_b", 10, { list: [], hash: { k: [] } }, previous);
    const earlier = (object: Hash): AdmittedEvent => updated("evt_a", 10, object, { name: "z" });

    expect(sent([later, earlier(same)])).toEqual({ evt_b: ["evt_a"] });
    expect(sent([later, earlier(other)])).toEqual({ evt_a: [], evt_b: [] });
    expect(sent([later, earlier({ list: null, hash: {} })])).toEqual({ evt_a: [], evt_b: [] });
  });

  it("lets a later second stand for a second nobody can order, and one of that second for the earlier", () => {
    const unordered = [
      updated("evt_a", 10, { name: "b" }, { name: "a" }),
      updated("evt_b", 10, { name: "d" }, { name: "c" }),
    ];
    const before = updated("evt_0", 9, { name: "a" });
    const after = updated("evt_9", 11, { name: "e" });

    expect(sent([...unordered, after, before])).toEqual({ evt_9: ["evt_0", "evt_a", "evt_b"] });
    expect(sent([...unordered, before])).toEqual({ evt_a: ["evt_0"], evt_b: [] });
  });

  it("sends all of a second when one was cut down to ids", () => {
    const truncated = {
      ...updated("evt_a", 10, {}),
      payload: '{"object":{"id":"cus_1","object":"customer"},"truncated":true}',
    };

    expect(sent([truncated, updated("evt_b", 10, { name: "b" }, { name: "a" })])).toEqual({
      evt_a: [],
      evt_b: [],
    });
  });

  it("sends all of a second when the merged previous values do not fit the field", () => {
    const long = "x".repeat(70_000);
    const events = [
      updated("evt_a", 10, { name: "a", one: null }, { one: long }),
      updated("evt_b", 10, { name: "a", one: null, two: null }, { two: long }),
    ];

    expect(sent(events)).toEqual({ evt_a: [], evt_b: [] });
  });
});
