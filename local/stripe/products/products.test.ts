import Stripe from "stripe";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
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

describe("a product", () => {
  test("is created with its default price", async () => {
    const product = await stripe.products.create({
      name: "Gold",
      default_price_data: { currency: "usd", unit_amount: 1900, recurring: { interval: "year" } },
      expand: ["default_price"],
    });

    expect(product).toMatchObject({
      default_price: { unit_amount: 1900, recurring: { interval: "year", interval_count: 1 } },
    });
    expect((await harness.eventTypes()).slice(-3)).toEqual([
      "product.created",
      "price.created",
      "product.updated",
    ]);
  });

  test("is updated, listed, and deleted while it has no price", async () => {
    const { id } = await stripe.products.create({ id: "prod_silver", name: "Silver" });

    await stripe.products.update(id, { description: "Second best", active: false });

    expect((await stripe.products.list({ active: false })).data).toMatchObject([
      { id: "prod_silver", description: "Second best" },
    ]);
    expect(await stripe.products.del(id)).toMatchObject({ deleted: true });
    await expect(stripe.products.retrieve(id)).rejects.toMatchObject({ code: "resource_missing" });
  });

  test("with prices is not deleted", async () => {
    const { id } = await stripe.products.create({ name: "Priced" });
    await stripe.prices.create({ product: id, currency: "usd", unit_amount: 1 });

    await expect(stripe.products.del(id)).rejects.toMatchObject({ statusCode: 400 });
  });
});

describe("a price", () => {
  test("carries its amount as a number and as a decimal", async () => {
    const price = await stripe.prices.create({
      product_data: { name: "By the byte" },
      currency: "usd",
      unit_amount_decimal: Stripe.Decimal.from("0.05"),
      recurring: { interval: "month" },
    });

    expect(price.unit_amount).toBeNull();
    expect(price.unit_amount_decimal?.toString()).toBe("0.05");
  });

  test("is found by its lookup key, which another price can take over", async () => {
    const amount = { product_data: { name: "Keyed" }, currency: "usd", lookup_key: "gold_monthly" };
    const first = await stripe.prices.create({ ...amount, unit_amount: 100 });
    await expect(stripe.prices.create({ ...amount, unit_amount: 200 })).rejects.toMatchObject({
      param: "lookup_key",
    });

    const second = await stripe.prices.create({
      ...amount,
      unit_amount: 200,
      transfer_lookup_key: true,
    });

    const found = await stripe.prices.list({ lookup_keys: ["gold_monthly"] });
    expect(found.data.map(({ id }) => id)).toEqual([second.id]);
    expect((await stripe.prices.retrieve(first.id)).lookup_key).toBeNull();
  });

  test("is told apart by type, interval and activity", async () => {
    const { id: product } = await stripe.products.create({ name: "Many prices" });
    const amount = { product, currency: "usd", unit_amount: 100 };
    const month = await stripe.prices.create({ ...amount, recurring: { interval: "month" } });
    const oneTime = await stripe.prices.create(amount);
    await stripe.prices.update(oneTime.id, { active: false, nickname: "Old" });

    const ids = async (filter: Stripe.PriceListParams): Promise<string[]> =>
      (await stripe.prices.list({ product, ...filter })).data.map((price) => price.id);

    expect(await ids({ type: "recurring" })).toEqual([month.id]);
    expect(await ids({ recurring: { interval: "year" } })).toEqual([]);
    expect(await ids({ active: false })).toEqual([oneTime.id]);
  });

  test.each([
    [{ currency: "usd", product_data: { name: "x" } }, "unit_amount"],
    [{ currency: "usd", unit_amount: 1 }, "product"],
    [{ currency: "usd", unit_amount: 1, product: "prod_none" }, "product"],
    [
      {
        currency: "usd",
        unit_amount: 1,
        product_data: { name: "x" },
        recurring: { interval: "hour" },
      },
      "recurring[interval]",
    ],
  ])("of %j is refused", async (wrong, param) => {
    // Parameters the SDK's types rightly refuse.
    const parameters = wrong as unknown as Stripe.PriceCreateParams;

    await expect(stripe.prices.create(parameters)).rejects.toMatchObject({
      statusCode: 400,
      param,
    });
  });
});
