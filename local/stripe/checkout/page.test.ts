import type Stripe from "stripe";
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

async function open(name = "Gold"): Promise<Stripe.Checkout.Session> {
  return stripe.checkout.sessions.create({
    mode: "payment",
    line_items: [
      { price_data: { currency: "eur", unit_amount: 999, product_data: { name } }, quantity: 1 },
    ],
    success_url: "https://example.com/thanks?session={CHECKOUT_SESSION_ID}",
  });
}

describe("the payment page", () => {
  function submit(session: Stripe.Checkout.Session, card: string): Promise<Response> {
    return fetch(session.url ?? "", {
      method: "POST",
      redirect: "manual",
      body: new URLSearchParams({ payment_method: card, email: "page@example.com", name: "" }),
    });
  }

  test("shows what is sold, with the text of others escaped", async () => {
    const session = await open("<script>alert(1)</script>");

    const page = await (await fetch(session.url ?? "")).text();

    expect(page).toContain("€9.99");
    expect(page).toContain("4242424242424242");
    expect(page).toContain("&lt;script&gt;");
    expect(page).not.toContain("<script>");
  });

  test("pays, and goes on to the page of success with the session's id", async () => {
    const session = await open();

    const response = await submit(session, "pm_card_visa");

    expect(response.status).toBe(303);
    expect(response.headers.get("location")).toBe(
      `https://example.com/thanks?session=${session.id}`,
    );
    expect(await stripe.checkout.sessions.retrieve(session.id)).toMatchObject({
      status: "complete",
    });
  });

  test("says why a card is declined, and lets the customer try again", async () => {
    const session = await open();

    const declined = await submit(session, "pm_card_chargeDeclinedExpiredCard");

    expect(declined.status).toBe(402);
    expect(await declined.text()).toContain("Your card has expired.");
    expect((await submit(session, "pm_card_visa")).status).toBe(303);
    expect((await submit(session, "pm_card_visa")).status).toBe(409);
  });
});
