/** The twelve customers of the sample data: how each comes to the state it is in. */
import type { Acting, Row } from "./acting.ts";

export interface SampleCustomer {
  readonly firstName: string;
  readonly lastName: string;
  /** How the subscription stands; the contact's title once it does. */
  readonly state: string;
  /** When the customer's time begins; the story passes no more days than that. */
  readonly daysAgo: number;
  readonly story: (customer: Acting) => Promise<unknown>;
  readonly ends: Row;
}

const DECLINES = "pm_card_chargeCustomerFail";

export const SAMPLE_CUSTOMERS: readonly SampleCustomer[] = [
  {
    firstName: "Ada",
    lastName: "King",
    state: "Draft",
    daysAgo: 0,
    story: (ada) => ada.chooses("Basic Monthly"),
    ends: { Sync_Status__c: "Draft", Status__c: null },
  },
  {
    firstName: "Grace",
    lastName: "Brewster",
    state: "Payment link waits",
    daysAgo: 0,
    story: (grace) =>
      grace.chooses("Business Monthly", {
        Payment_Path__c: "Checkout Link",
        Sync_Status__c: "Send to Stripe",
      }),
    ends: { Sync_Status__c: "Checkout Created", Status__c: null },
  },
  {
    firstName: "Katherine",
    lastName: "Coleman",
    state: "Active, renewed twice, one payment refunded in part",
    daysAgo: 70,
    async story(katherine) {
      await katherine.subscribes("Business Monthly");
      await katherine.pass(35);
      await katherine.pass(34);
      const [charge] = (await katherine.stripe.charges.list({ customer: katherine.customerId }))
        .data;
      await katherine.stripe.refunds.create({ charge: charge?.id ?? "", amount: 500 });
    },
    ends: { Status__c: "active" },
  },
  {
    firstName: "Hedy",
    lastName: "Kiesler",
    state: "Active, upgraded in mid-period",
    daysAgo: 12,
    async story(hedy) {
      const subscription = await hedy.subscribes("Basic Monthly");
      await hedy.pass(11);
      await hedy.edits(
        subscription,
        { PricingPlans__c: "Enterprise Monthly" },
        { Previous_Plan__c: "Basic Monthly", Sync_Status__c: "Completed" },
      );
    },
    ends: { Status__c: "active", PricingPlans__c: "Enterprise Monthly" },
  },
  {
    firstName: "Barbara",
    lastName: "Huberman",
    state: "First payment not made yet",
    daysAgo: 0,
    story: (barbara) => begin(barbara, "basic_yearly", { payment_behavior: "default_incomplete" }),
    ends: { Status__c: "incomplete" },
  },
  {
    firstName: "Frances",
    lastName: "Allen",
    state: "Active until the end of the period, first payment disputed",
    daysAgo: 20,
    async story(frances) {
      const subscription = await frances.subscribes("Basic Monthly", "pm_card_createDispute");
      await frances.pass(19);
      await frances.edits(
        subscription,
        { Cancel_Request__c: "At Period End" },
        { Cancel_At_Period_End__c: true, Cancel_Request__c: null },
      );
    },
    ends: { Status__c: "active", Cancel_At_Period_End__c: true },
  },
  {
    firstName: "Radia",
    lastName: "Joy",
    state: "Trial",
    daysAgo: 1,
    async story(radia) {
      await radia.usesCard("pm_card_visa");
      await begin(radia, "business_monthly", { trial_period_days: 14 });
    },
    ends: { Status__c: "trialing" },
  },
  {
    firstName: "Jean",
    lastName: "Jennings",
    state: "Trial over, paused for want of a payment method",
    daysAgo: 10,
    async story(jean) {
      await begin(jean, "basic_monthly", {
        trial_period_days: 7,
        trial_settings: { end_behavior: { missing_payment_method: "pause" } },
      });
      await jean.pass(8);
    },
    ends: { Status__c: "paused" },
  },
  {
    firstName: "Mary",
    lastName: "Keller",
    state: "Past due, Stripe tries again",
    daysAgo: 34,
    async story(mary) {
      await mary.subscribes("Business Monthly");
      await declines(mary);
      await mary.pass(33);
    },
    ends: { Status__c: "past_due", Dunning_Status__c: "trying" },
  },
  {
    firstName: "Karen",
    lastName: "Jones",
    state: "Not collected, Stripe has given up",
    daysAgo: 75,
    async story(karen) {
      await karen.subscribes("Basic Monthly");
      await declines(karen);
      await karen.pass(33);
      await karen.pass(40);
    },
    // What becomes of it is a setting of the Stripe account.
    ends: { Status__c: ["unpaid", "canceled", "past_due"], Dunning_Status__c: "exhausted" },
  },
  {
    firstName: "Sophie",
    lastName: "Wilson",
    state: "First payment never made",
    daysAgo: 3,
    async story(sophie) {
      await begin(sophie, "basic_monthly", { payment_behavior: "default_incomplete" });
      await sophie.pass(2);
    },
    ends: { Status__c: "incomplete_expired" },
  },
  {
    firstName: "Lynn",
    lastName: "Conway",
    state: "Canceled",
    daysAgo: 45,
    async story(lynn) {
      const subscription = await lynn.subscribes("Basic Monthly");
      await lynn.pass(44);
      await lynn.edits(subscription, { Cancel_Request__c: "Now" }, { Cancel_Request__c: null });
    },
    ends: { Status__c: "canceled" },
  },
];

/** In Stripe, not by a rep: the subscription's record is made when its event arrives. */
async function begin(
  customer: Acting,
  lookupKey: string,
  more: Partial<Parameters<Acting["stripe"]["subscriptions"]["create"]>[0]>,
): Promise<void> {
  await customer.stripe.subscriptions.create({
    customer: customer.customerId,
    items: [{ price: await customer.priceOf(lookupKey) }],
    ...more,
  });
}

/** Renewals are charged to the subscription's own payment method. */
export async function declines(customer: Acting): Promise<void> {
  const method = await customer.usesCard(DECLINES);
  for (const { id } of (await customer.stripe.subscriptions.list({ customer: customer.customerId }))
    .data)
    await customer.stripe.subscriptions.update(id, { default_payment_method: method });
}
