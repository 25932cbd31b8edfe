import type Stripe from "stripe";
import type { KeptMeterEvent } from "../billing/meter.ts";
import type { KeptRetrySettings } from "../billing/retry-settings.ts";

/** What local Stripe keeps, by the name in `object`; always in the shape of the current API version, references as ids. */
export interface StripeObjects {
  balance_transaction: Stripe.BalanceTransaction;
  "billing.meter": Stripe.Billing.Meter;
  "billing_portal.session": Stripe.BillingPortal.Session;
  charge: Stripe.Charge;
  "checkout.session": Stripe.Checkout.Session;
  coupon: Stripe.Coupon;
  credit_note: Stripe.CreditNote;
  customer: Stripe.Customer;
  discount: Stripe.Discount;
  dispute: Stripe.Dispute;
  invoice: Stripe.Invoice;
  invoice_payment: Stripe.InvoicePayment;
  invoiceitem: Stripe.InvoiceItem;
  "local.meter_event": KeptMeterEvent;
  "local.retry_settings": KeptRetrySettings;
  payment_intent: Stripe.PaymentIntent;
  payment_method: Stripe.PaymentMethod;
  payment_record: Stripe.PaymentRecord;
  payout: Stripe.Payout;
  price: Stripe.Price;
  product: Stripe.Product;
  promotion_code: Stripe.PromotionCode;
  refund: Stripe.Refund;
  setup_intent: Stripe.SetupIntent;
  subscription: Stripe.Subscription;
  subscription_item: Stripe.SubscriptionItem;
  "test_helpers.test_clock": Stripe.TestHelpers.TestClock;
  webhook_endpoint: Stripe.WebhookEndpoint;
}

export type ObjectName = keyof StripeObjects;

export type StripeObject = StripeObjects[ObjectName];

/** What Stripe calls an object, and its id, where it says that there is none. Others are called by their name and `id`. */
const WHEN_MISSING: Partial<
  Record<ObjectName, { readonly called?: string; readonly param?: string }>
> = {
  "checkout.session": { param: "session" },
  payment_intent: { param: "intent" },
  payment_method: { called: "PaymentMethod", param: "payment_method" },
  price: { param: "price" },
  refund: { param: "refund" },
  setup_intent: { called: "setupintent", param: "intent" },
  "test_helpers.test_clock": { called: "test clock", param: "test_clock" },
  webhook_endpoint: { called: "webhook endpoint", param: "webhook_endpoint" },
};

export function whenMissing(name: ObjectName): { readonly called: string; readonly param: string } {
  return { called: name, param: "id", ...WHEN_MISSING[name] };
}

/**
 * A decimal as the API sends it: a string, for which the SDK's types put the class it parses the string into.
 * @param text digits with an optional point
 */
export function wireDecimal(text: string): Stripe.Decimal {
  // Objects here are JSON on their way to the wire; nobody computes with this value.
  return text as unknown as Stripe.Decimal;
}
