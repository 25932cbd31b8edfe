/** What Stripe says of the subscription and its items. */
import type Stripe from "stripe";
import type { Life } from "../life.ts";
import { dunningOf, invoiceDunning } from "./dunning.ts";
import { subscriptionOf } from "./payments.ts";
import {
  counts,
  itemsOf,
  listOf,
  monthlyAmount,
  monthlyRevenue,
  planOf,
  revenueOf,
} from "./recurring.ts";
import { nothing, ORIGIN, type StoredObject } from "./stored-object.ts";
import { idOf, moment, money, rounded, sumOf } from "./values.ts";

const MONTHS = 12;
const BILLED = ["open", "paid", "uncollectible"];

/** What only a sale begun in Salesforce has: the lives are lived at Stripe. */
const OF_A_SALE = {
  Allow_Promotion_Codes__c: () => false,
  Payment_Path__c: () => "Automatic",
  Proration_Behavior__c: () => "create_prorations",
  Sync_Generation__c: () => 0,
  Sync_Status__c: () => "Completed",
  ...nothing("Cancel_Due__c", "Cancel_Request__c", "Checkout_Expires_At__c", "Checkout_URL__c"),
  ...nothing("Discount_Code__c", "Error_Message__c", "Proration_Date__c", "Send_Due__c"),
  ...nothing("Send_Tries__c", "Stripe_Checkout_Session_ID__c", "Sync_Cause__c", "Synced_At__c"),
  ...nothing("Trial_Days__c"),
  // No price of the lives is one of the catalog.
  ...nothing("PricingPlans__c", "Stripe_Plan__c", "Previous_Plan__c"),
} as const;

export const subscriptions: StoredObject<Stripe.Subscription> = {
  object: "Stripe_Subscription__c",
  rows: ({ subscription }) => [subscription],
  fields: {
    ...ORIGIN,
    ...OF_A_SALE,
    Stripe_Subscription_ID__c: ({ id }) => id,
    Stripe_Customer__c: ({ customer }) => idOf(customer),
    Status__c: ({ status }) => status,
    Collection_Method__c: (said) => said.collection_method,
    Currency__c: ({ currency }) => currency.toUpperCase(),
    Metadata_JSON__c: () => null,
    Stripe_Created_At__c: ({ created }) => moment(created),
    Started_At__c: (said) => moment(said.start_date),
    Trial_End__c: (said) => moment(said.trial_end),
    Current_Period_Start__c: (_said, life) =>
      moment(Math.max(...itemsOf(life).map((each) => each.current_period_start))),
    Current_Period_End__c: (_said, life) =>
      moment(Math.min(...itemsOf(life).map((each) => each.current_period_end))),
    Cancel_At_Period_End__c: (said) => said.cancel_at_period_end,
    Cancel_At__c: (said) => moment(said.cancel_at),
    Canceled_At__c: (said) => moment(said.canceled_at),
    Ended_At__c: (said) => moment(said.ended_at),
    Cancellation_Reason__c: ({ cancellation_details: why }) =>
      [why?.reason, why?.feedback].filter(Boolean).join(": ") || null,
    Is_Paused__c: (said) => said.pause_collection !== null,
    Pause_Behavior__c: (said) => said.pause_collection?.behavior ?? null,
    Pause_Resumes_At__c: (said) => moment(said.pause_collection?.resumes_at),
    // The plan, and what all items are worth.
    Stripe_Price_ID__c: (_said, life) => planOf(itemsOf(life)).price.id,
    Stripe_Product_ID__c: (_said, life) => idOf(planOf(itemsOf(life)).price.product),
    Quantity__c: (_said, life) => planOf(itemsOf(life)).quantity ?? null,
    Stripe_Quantity__c: (_said, life) => planOf(itemsOf(life)).quantity ?? null,
    Billing_Interval__c: (_said, life) => planOf(itemsOf(life)).price.recurring?.interval,
    Billing_Interval_Count__c: (_said, life) =>
      planOf(itemsOf(life)).price.recurring?.interval_count,
    Previous_Price_ID__c: (_said, life) => planChangeOf(life)?.from ?? null,
    Plan_Change_Date__c: (_said, life) => moment(planChangeOf(life)?.at),
    Items_State__c: (_said, life) => itemsOf(life).map(stateOf).sort().join("\n"),
    Amount_Known__c: () => true,
    Amount__c: (_said, life) => rounded(sumOf(itemsOf(life), listOf), 3),
    Monthly_Amount__c: (_said, life) => monthlyAmount(life),
    Counts_As_MRR__c: (_said, life) => counts(life),
    MRR__c: (_said, life) => monthlyRevenue(life),
    List_MRR__c: (_said, life) => (counts(life) ? rounded(sumOf(itemsOf(life), listOf), 3) : 0),
    Discounts_State__c: ({ discounts }) => discounts.map(idOf).join(" ") || null,
    Discount_Coupon__c: (said) => firstCoupon(said)?.id ?? null,
    Discount_Percent__c: (said) => firstCoupon(said)?.percent_off ?? null,
    Discount_Amount__c: (said) => {
      const off = firstCoupon(said)?.amount_off;
      return typeof off === "number" ? money(off) : null;
    },
    // What its invoices say.
    Total_Invoiced__c: (said, life) =>
      money(
        sumOf(
          ofSubscription(said, life).filter(({ status }) => BILLED.includes(status ?? "")),
          ({ total }) => total,
        ),
      ),
    Dunning_Status__c: (said, life) => {
      const unpaid = ofSubscription(said, life).filter(({ status }) => status === "open");
      const latest = unpaid.toSorted((a, b) => finalizedAt(b) - finalizedAt(a))[0];
      return latest === undefined ? "none" : invoiceDunning(latest, life).status;
    },
    Dunning_Stage__c: (said, life) => dunningOf(ofSubscription(said, life), life).stage,
    Dunning_Amount__c: (said, life) => dunningOf(ofSubscription(said, life), life).amount,
    Past_Due_Since__c: (said, life) => dunningOf(ofSubscription(said, life), life).since,
  },
};

function ofSubscription({ id }: Stripe.Subscription, { invoices }: Life): Stripe.Invoice[] {
  return invoices.filter((each) => subscriptionOf(each) === id);
}

function finalizedAt(invoice: Stripe.Invoice): number {
  return invoice.status_transitions.finalized_at ?? 0;
}

function stateOf({ id, price, quantity, discounts }: Stripe.SubscriptionItem): string {
  return [id, price.id, quantity, discounts.map(idOf).join("+")].join(" ").trim();
}

/** The terms of what is taken off all of it first. */
function firstCoupon({ discounts: [first] }: Stripe.Subscription): Stripe.Coupon | undefined {
  const coupon = typeof first === "object" ? first.source.coupon : undefined;
  return typeof coupon === "object" ? (coupon ?? undefined) : undefined;
}

/** The last update that brought another price for the plan: from which, and when. */
function planChangeOf({ sent }: Life): { from: string; at: number } | undefined {
  return sent
    .flatMap((event) => {
      if (event.type !== "customer.subscription.updated") return [];
      const before = event.data.previous_attributes?.items?.data;
      if (before === undefined) return [];
      const plan = planOf(event.data.object.items.data);
      const was = before.find(({ id }) => id === plan.id) ?? planOf(before);
      return was.price.id === plan.price.id ? [] : [{ from: was.price.id, at: event.created }];
    })
    .at(-1);
}

export const items: StoredObject<Stripe.SubscriptionItem> = {
  object: "Stripe_Subscription_Item__c",
  rows: itemsOf,
  fields: {
    ...ORIGIN,
    Stripe_Item_ID__c: ({ id }) => id,
    Stripe_Subscription__c: ({ subscription }) => subscription,
    Plan__c: () => null,
    Stripe_Price_ID__c: ({ price }) => price.id,
    Stripe_Product_ID__c: ({ price }) => idOf(price.product),
    Quantity__c: ({ quantity }) => quantity ?? null,
    Usage_Type__c: ({ price }) => price.recurring?.usage_type,
    Billing_Scheme__c: ({ price }) => price.billing_scheme,
    Billing_Interval__c: ({ price }) => price.recurring?.interval,
    Billing_Interval_Count__c: ({ price }) => price.recurring?.interval_count,
    Currency__c: (_said, { subscription }) => subscription.currency.toUpperCase(),
    Current_Period_Start__c: (said) => moment(said.current_period_start),
    Current_Period_End__c: (said) => moment(said.current_period_end),
    Includes_Tax__c: () => false,
    Amount_Known__c: () => true,
    Amount__c: listOf,
    List_Year__c: (said) => rounded(listOf(said) * MONTHS, 4),
    Year_Amount__c: (said, life) => revenueOf(said, life).year,
    MRR__c: (said, life) => revenueOf(said, life).month,
    Usage_Last_Invoice__c: (said, life) => {
      const lines = linesOf(said, lastBilling(said, life));
      return lines.length === 0 ? null : money(sumOf(lines, ({ amount }) => amount));
    },
    Usage_Invoice_ID__c: (said, life) => lastBilling(said, life)?.id ?? null,
    Usage_Invoiced_At__c: (said, life) =>
      moment(lastBilling(said, life)?.status_transitions.finalized_at),
  },
};

/** The last finalized invoice that bills a metered item. */
function lastBilling(
  item: Stripe.SubscriptionItem,
  { invoices }: Life,
): Stripe.Invoice | undefined {
  if (item.price.recurring?.usage_type !== "metered") return undefined;
  return invoices
    .filter((each) => each.status_transitions.finalized_at !== null)
    .filter((each) => linesOf(item, each).length > 0)
    .toSorted((a, b) => finalizedAt(b) - finalizedAt(a))[0];
}

function linesOf(
  { id }: Stripe.SubscriptionItem,
  invoice: Stripe.Invoice | undefined,
): Stripe.InvoiceLineItem[] {
  return (invoice?.lines.data ?? []).filter(({ parent }) => {
    const details = parent?.subscription_item_details;
    return details?.subscription_item === id && !details.proration;
  });
}
