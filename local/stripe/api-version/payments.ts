import type { ObjectStore } from "../store/object-store.ts";
import { BASIL, WITHOUT_CHARGES } from "./dates.ts";
import type { Json } from "./render.ts";

/** Before 2025-03-31.basil charges named their invoice; before 2022-11-15 they listed their refunds. */
export function olderCharge(charge: Json, date: string, objects: ObjectStore): Json {
  if (date >= BASIL) return charge;
  const invoice = invoiceOf(charge["payment_intent"], objects);
  if (date >= WITHOUT_CHARGES) return { ...charge, invoice };
  const refunds = objects.all("refund", { charge: String(charge["id"]) });
  return {
    ...charge,
    invoice,
    refunds: {
      object: "list",
      data: refunds,
      has_more: false,
      total_count: refunds.length,
      url: `/v1/charges/${String(charge["id"])}/refunds`,
    },
  };
}

/** Before 2025-03-31.basil PaymentIntents named their invoice; before 2022-11-15 they listed their charges. */
export function olderPaymentIntent(intent: Json, date: string, objects: ObjectStore): Json {
  if (date >= BASIL) return intent;
  const invoice = invoiceOf(intent["id"], objects);
  if (date >= WITHOUT_CHARGES) return { ...intent, invoice };
  const latest = intent["latest_charge"];
  const charge = typeof latest === "string" ? objects.find("charge", latest) : latest;
  // A charge that is already expanded is JSON like one from the store.
  const data = charge ? [olderCharge(charge as unknown as Json, date, objects)] : [];
  return {
    ...intent,
    invoice,
    charges: {
      object: "list",
      data,
      has_more: false,
      total_count: data.length,
      url: `/v1/charges?payment_intent=${String(intent["id"])}`,
    },
  };
}

function invoiceOf(intent: unknown, objects: ObjectStore): string | null {
  if (typeof intent !== "string") return null;
  const [payment] = objects.all("invoice_payment", { "payment.payment_intent": intent });
  const invoice = payment?.invoice;
  return typeof invoice === "string" ? invoice : null;
}
