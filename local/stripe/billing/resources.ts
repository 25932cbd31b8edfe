import type { Resource } from "../api/resource.ts";
import { creditNoteResource } from "../credit_notes/resource.ts";
import { invoiceItemResource } from "../invoice_items/resource.ts";
import { invoicePaymentResource } from "../invoice_payments/resource.ts";
import { invoiceResource } from "../invoices/resource.ts";
import { subscriptionItemResource } from "../subscriptions/item-resource.ts";
import { subscriptionResource } from "../subscriptions/resource.ts";
import { testClockResource } from "../test_clocks/resource.ts";
import { couponResource } from "./coupon-resource.ts";
import { meterResource } from "./meter-resource.ts";
import { promotionCodeResource } from "./promotion-code-resource.ts";
import { retrySettingsResource } from "./retry-settings-resource.ts";

/** What Stripe Billing adds to the API. */
export const billingResources: readonly Resource[] = [
  couponResource,
  promotionCodeResource,
  meterResource,
  subscriptionResource,
  subscriptionItemResource,
  invoiceResource,
  invoiceItemResource,
  invoicePaymentResource,
  creditNoteResource,
  testClockResource,
  retrySettingsResource,
];
