import { describe, expect, it } from "vitest";
import type { StripeEvent } from "../traffic/customer-lives.ts";
import { isPassed, judge, type Census } from "./verdict.ts";

const event = (id: string, type = "customer.created"): StripeEvent => ({
  id,
  type,
  created: 1,
  api_version: "2026-10-28.endive",
  data: { object: { id: "cus_1", object: "customer" } },
});

const sent = { good: [event("evt_1"), event("evt_2")], poison: new Set(["evt_3"]) };

const row = (id: string, status = "Processed", type = "customer.created") => ({
  Event_Id__c: id,
  Type__c: type,
  Status__c: status,
  Attempts__c: 1,
  Error__c: null,
});

const right: Census = {
  log: [row("evt_1"), row("evt_2", "Stale")],
  records: [{ sobject: "Stripe_Customer__c", expected: 1, found: 1, missing: [] }],
  deadLetters: [{ id: "evt_3", reason: "STRING_TOO_LONG", refusedMs: 1 }],
  unanswered: new Set(),
  underWay: { open: 0, collected: 0 },
  didHappen: { "alarms were lost": true },
};

const again = right.deadLetters.map((letter) => ({ ...letter, refusedMs: letter.refusedMs + 1 }));

function failed(census: Partial<Census>): string[] {
  return judge(sent, { ...right, ...census })
    .filter((check) => !isPassed(check))
    .map(({ what }) => what);
}

describe("the verdict on a run", () => {
  it("passes when every event is where it belongs", () => {
    expect(failed({})).toEqual([]);
  });

  it("passes with a dead letter that came twice: SQS promises no less than once", () => {
    const letter = { id: "evt_3", reason: "STRING_TOO_LONG", refusedMs: 1 };

    expect(failed({ deadLetters: [letter, letter] })).toEqual([]);
  });

  it("passes with the letter of an event that was taken back without anybody hearing of it", () => {
    const deadLetters = [...right.deadLetters, ...again];

    expect(failed({ deadLetters, unanswered: new Set(["evt_3"]) })).toEqual([]);
    expect(failed({ deadLetters, unanswered: new Set(["evt_4"]) })).toHaveLength(1);
  });

  it.each<[string, Partial<Census>, string]>([
    ["a lost event", { log: [row("evt_1")] }, "good events in the org, each once"],
    [
      "a doubled event",
      { log: [row("evt_1"), row("evt_1"), row("evt_2")] },
      "good events in the org, each once",
    ],
    [
      "an event without effect",
      { log: [row("evt_1"), row("evt_2", "Failed")] },
      "… of them with their effect",
    ],
    [
      "an ignored event that concerns somebody",
      { log: [row("evt_1"), row("evt_2", "Ignored")] },
      "… of them with their effect",
    ],
    [
      "a poison event in the org",
      { log: [row("evt_1"), row("evt_2"), row("evt_3")] },
      "other events in the org",
    ],
    [
      "a missing record",
      { records: [{ sobject: "Stripe_Customer__c", expected: 1, found: 0, missing: ["cus_1"] }] },
      "records of Stripe_Customer__c",
    ],
    ["a lost poison event", { deadLetters: [] }, "poison events in SQS, with their reason"],
    [
      "a dead letter with another reason",
      { deadLetters: [{ id: "evt_3", reason: "UNKNOWN", refusedMs: 1 }] },
      "poison events in SQS, with their reason",
    ],
    [
      "a good event in SQS",
      { deadLetters: [...right.deadLetters, { id: "evt_1", reason: "UNKNOWN", refusedMs: 1 }] },
      "good events in SQS",
    ],
    [
      "an open row of the ledger",
      { underWay: { open: 1, collected: 0 } },
      "events still open in the ledger",
    ],
    [
      "an event that the collector still has",
      { underWay: { open: 0, collected: 1 } },
      "events still with the bulk collector",
    ],
    [
      "a dead letter that stayed when its event was taken back and refused again",
      { deadLetters: [...right.deadLetters, ...again] },
      "… of them with more refusals there than one",
    ],
    [
      "a run in which nothing of it came about",
      { didHappen: { "alarms were lost": false } },
      "alarms were lost",
    ],
  ])("fails for %s", (_what, census, check) => {
    expect(failed(census)).toContain(check);
  });
});
