import fc from "fast-check";
import Stripe from "stripe";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Harness } from "../testing/local-stripe-harness.ts";
import { startHarness } from "../testing/local-stripe-harness.ts";

let harness: Harness;
let stripe: Stripe;

beforeAll(async () => {
  harness = await startHarness();
  stripe = harness.sdk();
});

afterAll(async () => {
  await harness.stop();
});

const request = fc.record({
  key: fc.constantFrom("a", "b", "c"),
  name: fc.constantFrom("Ada", "Kenji"),
});

/** Keys and customers outlive a run, and a repeat of the test. */
let runs = 0;

test("whatever is asked in whatever order, a key stands for its first request and makes one customer", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(request, { maxLength: 12 }), async (requests) => {
      const prefix = `run ${runs++}`;
      const firsts = new Map<string, { name: string; id: string }>();
      for (const { key, name } of requests) {
        const creating = stripe.customers.create(
          { name, metadata: { prefix } },
          { idempotencyKey: `${prefix} ${key}` },
        );
        const first = firsts.get(key);
        if (first !== undefined && first.name !== name) {
          await expect(creating).rejects.toBeInstanceOf(Stripe.errors.StripeIdempotencyError);
          continue;
        }
        const { id } = await creating;
        if (first === undefined) firsts.set(key, { name, id });
        else expect(id).toBe(first.id);
      }

      const made = await stripe.customers.search({
        query: `metadata["prefix"]:"${prefix}"`,
        limit: 100,
      });
      expect(made.data.map(({ id }) => id).sort()).toEqual(
        [...firsts.values()].map(({ id }) => id).sort(),
      );
    }),
    { numRuns: 25 },
  );
});

test("requests at once with one key make one customer, and the others are told to come again", async () => {
  await harness.post("/_local/faults", { kind: "slow", ms: 100, method: "POST" });
  const idempotencyKey = `at once ${runs++}`;
  const create = (): Promise<unknown> =>
    stripe.customers
      .create({ name: "Only one" }, { idempotencyKey })
      .then(({ id }) => id)
      .catch((error: unknown) => error);

  const answers = await Promise.all(Array.from({ length: 5 }, create));

  const ids = answers.filter((answer) => typeof answer === "string");
  const others = answers.filter((answer) => typeof answer !== "string");
  expect(ids).toHaveLength(1);
  for (const other of others) {
    expect(other).toMatchObject({ statusCode: 409, code: "idempotency_key_in_use" });
  }
});
