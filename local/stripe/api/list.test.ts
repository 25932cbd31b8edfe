import fc from "fast-check";
import type Stripe from "stripe";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Harness } from "../testing/local-stripe-harness.ts";
import { startHarness } from "../testing/local-stripe-harness.ts";

const COUNT = 23;

let harness: Harness;
let stripe: Stripe;
/** Newest first. */
let newestFirst: string[];

beforeAll(async () => {
  harness = await startHarness();
  stripe = harness.sdk();
  newestFirst = [];
  for (let made = 0; made < COUNT; made++) {
    const { id } = await stripe.customers.create({ name: `Customer ${made}` });
    newestFirst.unshift(id);
  }
});

afterAll(async () => {
  await harness.stop();
});

const place = fc.integer({ min: 0, max: COUNT - 1 });
const limit = fc.integer({ min: 1, max: 30 });

describe("a list", () => {
  test("after a cursor goes on with the next older, and knows whether there are more", async () => {
    await fc.assert(
      fc.asyncProperty(place, limit, async (cursor, most) => {
        const page = await stripe.customers.list({
          starting_after: newestFirst[cursor] ?? "",
          limit: most,
        });

        const rest = newestFirst.slice(cursor + 1);
        expect(page.data.map(({ id }) => id)).toEqual(rest.slice(0, most));
        expect(page.has_more).toBe(rest.length > most);
      }),
      { numRuns: 40 },
    );
  });

  test("before a cursor goes back to the next newer, still newest first", async () => {
    await fc.assert(
      fc.asyncProperty(place, limit, async (cursor, most) => {
        const page = await stripe.customers.list({
          ending_before: newestFirst[cursor] ?? "",
          limit: most,
        });

        const newer = newestFirst.slice(0, cursor);
        expect(page.data.map(({ id }) => id)).toEqual(newer.slice(-most));
        expect(page.has_more).toBe(newer.length > most);
      }),
      { numRuns: 40 },
    );
  });

  test("is gone through by the SDK from end to end, whatever the page", async () => {
    await fc.assert(
      fc.asyncProperty(limit, async (most) => {
        const all = await stripe.customers.list({ limit: most }).autoPagingToArray({ limit: 100 });

        expect(all.map(({ id }) => id)).toEqual(newestFirst);
      }),
      { numRuns: 10 },
    );
  });

  test("has ten at most when nothing is said, and is bounded by the time of creation", async () => {
    const now = Math.floor(Date.now() / 1000);

    expect((await stripe.customers.list()).data).toHaveLength(10);
    expect((await stripe.customers.list({ created: { gt: now } })).data).toEqual([]);
    expect((await stripe.customers.list({ created: { lte: now }, limit: 100 })).data).toHaveLength(
      COUNT,
    );
  });

  test("goes on after an object that was deleted meanwhile", async () => {
    const { id } = await stripe.customers.create();
    await stripe.customers.del(id);

    const page = await stripe.customers.list({ starting_after: id, limit: 3 });

    expect(page.data.map((customer) => customer.id)).toEqual(newestFirst.slice(0, 3));
  });

  test.each([
    [{ limit: 0 }, "limit"],
    [{ limit: 101 }, "limit"],
    [{ starting_after: "cus_none" }, "starting_after"],
  ])("with %j is refused", async (parameters, param) => {
    await expect(stripe.customers.list(parameters)).rejects.toMatchObject({
      statusCode: 400,
      param,
    });
  });
});
