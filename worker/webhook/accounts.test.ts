import { describe, expect, it } from "vitest";

import { stripeEvent } from "../../test/fixtures/stripe-events.ts";
import { readEvent, type Reading, type Received } from "./admission.ts";
import { DEFAULT_ENDPOINT } from "./endpoints.ts";

type Endpoint = NonNullable<Received["endpoint"]>;

const OWN: Endpoint = { ...DEFAULT_ENDPOINT, account: "acct_A", livemode: true };
const CONNECT: Endpoint = { ...OWN, account: "acct_P", kind: "connect" };

function reading(endpoint: Endpoint, over: object): Reading | string {
  const event = { ...stripeEvent("customer.updated", { id: "evt_1" }), livemode: true, ...over };
  const read = readEvent(event, { atMs: 1, correlationId: "c", endpoint });
  return read.ok ? read.value : read.error.reason;
}

describe("the endpoint whose secret verified", () => {
  it("names the account of events that name none", () => {
    expect(reading(OWN, {})).toMatchObject({ event: { account: "acct_A" } });
    expect(reading(DEFAULT_ENDPOINT, {})).toMatchObject({ event: { account: null } });
    expect(reading(DEFAULT_ENDPOINT, { account: "acct_C" })).toMatchObject({
      event: { account: "acct_C" },
    });
  });

  it("of Connect leaves it to the event", () => {
    expect(reading(CONNECT, { account: "acct_C" })).toMatchObject({ event: { account: "acct_C" } });
    expect(reading(CONNECT, {})).toMatchObject({ event: { account: "acct_P" } });
  });

  it("refuses events of the other mode", () => {
    expect(reading(OWN, { livemode: false })).toBe("mode_mismatch");
    expect(reading({ ...OWN, livemode: false }, {})).toBe("mode_mismatch");
    expect(reading({ ...CONNECT, livemode: false }, {})).toBe("mode_mismatch");
    expect(reading(DEFAULT_ENDPOINT, { livemode: false })).toMatchObject({
      event: { account: null, livemode: false },
    });
  });

  it("of Connect drops test events unless they are wanted", () => {
    const test = { account: "acct_C", livemode: false };

    expect(reading(CONNECT, test)).toMatchObject({ kind: "ignored", why: "test_event" });
    expect(reading({ ...CONNECT, acceptTestEvents: true }, test)).toMatchObject({
      event: { account: "acct_C", livemode: false },
    });
  });

  it("of Connect drops the events of accounts it does not name, if it names any", () => {
    const named = { ...CONNECT, connectedAccounts: ["acct_C"] };

    expect(reading(named, { account: "acct_C" })).toMatchObject({ kind: "wanted" });
    expect(reading(named, { account: "acct_D" })).toMatchObject({
      kind: "ignored",
      why: "connected_account",
    });
  });
});
