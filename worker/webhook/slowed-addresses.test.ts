import { env, exports } from "cloudflare:workers";
import { beforeAll, describe, expect, it, vi } from "vitest";

import { stripeEvent } from "../../test/fixtures/stripe-events.ts";
import { replaceOutsideWorld } from "../testing/outside-world.ts";
import { signedRequest } from "../testing/signed-request.ts";
import { SlowedAddresses } from "./slowed-addresses.ts";

const limitOf = (success: boolean): RateLimit => ({ limit: () => Promise.resolve({ success }) });

describe("addresses whose deliveries are refused", () => {
  it("are slowed down for ten seconds once they are over the limit", async () => {
    const slowed = new SlowedAddresses();
    await slowed.countRefused("192.0.2.1", limitOf(true), 0);
    await slowed.countRefused("192.0.2.2", limitOf(false), 0);

    expect(slowed.has("192.0.2.1", 1)).toBe(false);
    expect(slowed.has("192.0.2.2", 9_999)).toBe(true);
    expect(slowed.has("192.0.2.2", 10_000)).toBe(false);
  });

  it("do not fill the memory, however many there are", async () => {
    const slowed = new SlowedAddresses();
    for (let each = 0; each < 1_001; each += 1)
      await slowed.countRefused(`2001:db8::${each}`, limitOf(false), 0);

    expect(slowed.has("2001:db8::999", 1)).toBe(true);
    expect(slowed.has("2001:db8::1000", 1)).toBe(false);
  });
});

describe("the route", () => {
  beforeAll(() => {
    replaceOutsideWorld();
  });

  async function deliver(address: string, secret?: string): Promise<Response> {
    const event = stripeEvent("payment_intent.succeeded", { id: "evt_slowed1" });
    const request = await signedRequest(event, secret === undefined ? {} : { secret });
    request.headers.set("cf-connecting-ip", address);
    return exports.default.fetch(request);
  }

  it("answers who is over the limit 429 without reading a body, and everybody else as before", async () => {
    const limit = vi
      .spyOn(env.REFUSED_DELIVERIES, "limit")
      .mockImplementation(async ({ key }) => Promise.resolve({ success: key !== "192.0.2.9" }));

    expect((await deliver("192.0.2.9", "whsec_other")).status).toBe(401);
    const slowed = await deliver("192.0.2.9");
    expect(slowed.status).toBe(429);
    expect(slowed.headers.get("retry-after")).toBe("10");
    expect((await deliver("192.0.2.8")).status).toBe(200);
    expect(limit.mock.calls).toEqual([[{ key: "192.0.2.9" }]]);
    limit.mockRestore();
  });
});
