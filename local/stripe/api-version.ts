import type Stripe from "stripe";

/** The version the SDK's types describe, and the one objects are kept in. */
export const CURRENT_API_VERSION: Stripe.LatestApiVersion = "2026-10-28.endive";

/** `2024-06-20` or, since acacia, `2024-09-30.acacia`. */
const FORM = /^\d{4}-\d{2}-\d{2}(\.[a-z]+)?$/;

export function isApiVersion(text: string): boolean {
  return FORM.test(text) && text.slice(0, 10) <= CURRENT_API_VERSION.slice(0, 10);
}

/** An object local Stripe keeps. */
export type Kept = Stripe.Charge | Stripe.Customer | Stripe.PaymentIntent | Stripe.PaymentMethod;

export type FindCharge = (id: string) => Stripe.Charge | undefined;

/**
 * An object in the shape an older version gave it. Known differences only: before 2025-03-31.basil PaymentIntents
 * and charges named their invoice, before 2022-11-15 PaymentIntents listed their charges.
 * @see https://docs.stripe.com/changelog
 */
export function renderAt(apiVersion: string, object: Kept, findCharge: FindCharge): object {
  const date = apiVersion.slice(0, 10);
  if (date >= "2025-03-31") return object;
  switch (object.object) {
    case "charge":
      return { ...object, invoice: null };
    case "payment_intent":
      return date >= "2022-11-15"
        ? { ...object, invoice: null }
        : { ...object, invoice: null, charges: chargesOf(object, findCharge) };
    case "customer":
    case "payment_method":
      return object;
  }
}

function chargesOf(intent: Stripe.PaymentIntent, findCharge: FindCharge): object {
  const latest = intent.latest_charge;
  const charge = typeof latest === "string" ? findCharge(latest) : latest;
  const data = charge ? [{ ...charge, invoice: null }] : [];
  return {
    object: "list",
    data,
    has_more: false,
    total_count: data.length,
    url: `/v1/charges?payment_intent=${intent.id}`,
  };
}
