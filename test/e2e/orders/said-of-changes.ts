/** What Stripe says at the end of a life of many changes, in the records' terms. */
import type Stripe from "stripe";
import { amountOf } from "../../../local/stripe/billing/amount-of.ts";
import type { Life } from "./life.ts";

const CENTS = 100;

export function saidOfChanges(life: Life): object {
  const { subscription, refunds, disputes, invoices, charges } = life;
  // As the API answers it, with the tiers of prices.
  const { data: items } = life.objects.get("/v1/subscription_items") as {
    data: Stripe.SubscriptionItem[];
  };
  const worth = ({ price, quantity }: Stripe.SubscriptionItem): number =>
    amountOf(price, quantity ?? 0) / CENTS;
  const month = items.reduce((sum, item) => sum + worth(item), 0);
  const withdrawn = disputes
    .filter(({ status }) => status !== "won")
    .reduce((sum, { amount }) => sum + amount, 0);
  const collected = charges.reduce(
    (sum, { amount_captured: taken, amount, amount_refunded: back }) =>
      // What was never captured is let go of, and counts as given back.
      sum + taken - Math.max(0, back - (amount - taken)),
    0,
  );
  return {
    customers: [{ Total_Collected__c: (collected - withdrawn) / CENTS, MRR__c: month }],
    stored: {
      Payment_Attempt__c: by("id", charges).map((charge) => ({
        Stripe_Charge_ID__c: charge.id,
        Amount__c: charge.amount / CENTS,
      })),
      Stripe_Coupon__c: [
        { Stripe_Coupon_ID__c: "HALF", Percent_Off__c: 50, Deleted__c: true },
        { Stripe_Coupon_ID__c: "THREE", Amount_Off__c: 3, Deleted__c: false },
      ],
      Stripe_Dispute__c: by("id", disputes).map((dispute) => ({
        Stripe_Dispute_ID__c: dispute.id,
        Status__c: dispute.status,
        Amount__c: dispute.amount / CENTS,
        Amount_Withdrawn__c: dispute.status === "won" ? 0 : dispute.amount / CENTS,
        Has_Evidence__c: dispute.evidence_details.has_evidence,
      })),
      Stripe_Invoice__c: by("id", invoices).map((invoice) => ({
        Stripe_Invoice_ID__c: invoice.id,
        Status__c: invoice.status,
        Total__c: invoice.total / CENTS,
        Amount_Paid__c: invoice.amount_paid / CENTS,
        Amount_Remaining__c: invoice.amount_remaining / CENTS,
        Discount_Amount__c:
          (invoice.total_discount_amounts ?? []).reduce((sum, { amount }) => sum + amount, 0) /
          CENTS,
      })),
      Stripe_Refund__c: by("id", refunds).map((refund) => ({
        Stripe_Refund_ID__c: refund.id,
        Amount__c: refund.amount / CENTS,
        Status__c: refund.status,
      })),
      Stripe_Subscription_Item__c: by("id", items).map((item) => ({
        Stripe_Item_ID__c: item.id,
        Stripe_Price_ID__c: item.price.id,
        Quantity__c: item.quantity,
        Amount_Known__c: true,
        Amount__c: worth(item),
        MRR__c: worth(item),
      })),
      Stripe_Subscription__c: [
        {
          Stripe_Subscription_ID__c: subscription.id,
          Status__c: subscription.status,
          Amount_Known__c: true,
          Amount__c: month,
          Monthly_Amount__c: month,
          MRR__c: month,
          Is_Paused__c: subscription.pause_collection !== null,
          Pause_Behavior__c: subscription.pause_collection?.behavior ?? null,
          Discounts_State__c: null,
          Collection_Method__c: subscription.collection_method,
        },
      ],
    },
    unfinished: [],
  };
}

function by<T extends { readonly id: string }>(key: "id", objects: readonly T[]): T[] {
  return objects.toSorted((a, b) => (a[key] < b[key] ? -1 : 1));
}
