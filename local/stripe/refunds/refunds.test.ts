import fc from "fast-check";
import type Stripe from "stripe";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { idOf } from "../store/reference.ts";
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

function pay(amount = 2000, payment_method = "pm_card_visa"): Promise<Stripe.PaymentIntent> {
  return stripe.paymentIntents.create({ amount, currency: "usd", payment_method, confirm: true });
}

async function newestTypes(count: number): Promise<string[]> {
  const { data } = await stripe.events.list({ limit: count });
  return data.map(({ type }) => type).reverse();
}

describe("a refund", () => {
  test("in full gives all back and tells so", async () => {
    const intent = await pay();

    const refund = await stripe.refunds.create({
      payment_intent: intent.id,
      reason: "requested_by_customer",
      expand: ["charge"],
    });

    expect(refund).toMatchObject({
      amount: 2000,
      status: "succeeded",
      charge: { refunded: true, amount_refunded: 2000 },
    });
    await expect
      .poll(() => newestTypes(3))
      .toEqual(["refund.created", "charge.refunded", "refund.updated"]);
    await expect(stripe.refunds.create({ payment_intent: intent.id })).rejects.toMatchObject({
      code: "charge_already_refunded",
    });
  });

  test("in parts never gives back more than was paid", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 2, max: 5000 }),
        fc.array(fc.integer({ min: 1, max: 3000 }), { minLength: 1, maxLength: 5 }),
        async (amount, parts) => {
          const { latest_charge: charge } = await pay(amount);
          let given = 0;
          for (const part of parts) {
            const refunding = stripe.refunds.create({ charge: idOf(charge) ?? "", amount: part });
            if (given + part <= amount) {
              await refunding;
              given += part;
            } else {
              await expect(refunding).rejects.toMatchObject({ statusCode: 400 });
            }
          }

          const after = await stripe.charges.retrieve(idOf(charge) ?? "", { expand: ["refunds"] });
          expect(after).toMatchObject({ amount_refunded: given, refunded: given === amount });
          expect(after.refunds?.data.reduce((sum, each) => sum + each.amount, 0) ?? 0).toBe(given);
        },
      ),
      { numRuns: 15 },
    );
  });

  test("that fails later takes the money back, and says why", async () => {
    const intent = await pay(2000, "pm_card_refundFail");

    const refund = await stripe.refunds.create({ payment_intent: intent.id });

    await expect
      .poll(() => stripe.refunds.retrieve(refund.id))
      .toMatchObject({
        status: "failed",
        failure_reason: "unknown",
      });
    expect(await stripe.charges.retrieve(idOf(intent.latest_charge) ?? "")).toMatchObject({
      refunded: false,
      amount_refunded: 0,
    });
    expect(await newestTypes(3)).toEqual(["refund.updated", "refund.failed", "charge.updated"]);
  });

  test("that is pending becomes succeeded", async () => {
    const intent = await pay(2000, "pm_card_pendingRefund");

    const refund = await stripe.refunds.create({ payment_intent: intent.id });

    expect(refund.status).toBe("pending");
    await expect
      .poll(async () => (await stripe.refunds.retrieve(refund.id)).status)
      .toBe("succeeded");
  });
});

describe("a dispute", () => {
  test("of a card made for it opens by itself and is won by evidence", async () => {
    const intent = await pay(2000, "pm_card_createDispute");
    const listDisputes = async (): Promise<Stripe.Dispute[]> =>
      (await stripe.disputes.list({ payment_intent: intent.id })).data;
    await expect.poll(listDisputes).toHaveLength(1);
    const [dispute] = await listDisputes();

    const submitted = await stripe.disputes.update(dispute?.id ?? "", {
      evidence: { uncategorized_text: "winning_evidence" },
    });

    expect(dispute).toMatchObject({ status: "needs_response", reason: "fraudulent", amount: 2000 });
    expect(submitted).toMatchObject({
      status: "under_review",
      evidence_details: { has_evidence: true, submission_count: 1 },
    });
    await expect.poll(async () => (await listDisputes())[0]?.status).toBe("won");
    expect(await newestTypes(3)).toEqual([
      "charge.dispute.updated",
      "charge.dispute.closed",
      "charge.dispute.funds_reinstated",
    ]);
  });

  test("is opened and lost on request; what was charged back is not refunded", async () => {
    const intent = await pay();
    const { body } = await harness.post("/_local/disputes", { charge: intent.latest_charge });
    // The control answers with the dispute.
    const { id } = body as Stripe.Dispute;

    await harness.post(`/_local/disputes/${id}/close`, { outcome: "lost" });

    expect(await stripe.disputes.retrieve(id)).toMatchObject({
      status: "lost",
      is_charge_refundable: false,
    });
    expect(await stripe.charges.retrieve(idOf(intent.latest_charge) ?? "")).toMatchObject({
      disputed: true,
    });
    await expect(stripe.refunds.create({ payment_intent: intent.id })).rejects.toMatchObject({
      code: "charge_disputed",
    });
  });
});

test("what a partial capture left can be given back, all of it and no more", async () => {
  const intent = await stripe.paymentIntents.create({
    amount: 2000,
    currency: "usd",
    payment_method: "pm_card_visa",
    capture_method: "manual",
    confirm: true,
  });
  await stripe.paymentIntents.capture(intent.id, { amount_to_capture: 1200 });

  await stripe.refunds.create({ payment_intent: intent.id, amount: 1200 });

  await expect(stripe.refunds.create({ payment_intent: intent.id })).rejects.toMatchObject({
    code: "charge_already_refunded",
  });
});
