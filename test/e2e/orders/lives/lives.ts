/**
 * Lives that companies' customers have, and what finance makes of each by hand: figures of a balance in one currency, and how the subscription and
 * its latest invoice stand. What is not said is nothing: no money, no subscription.
 */
import { wireDecimal } from "../../../../local/stripe/store/stripe-objects.ts";
import type { SmallLife } from "./small-life.ts";

export interface Figures {
  /** Totals of finalized invoices that are not void. */
  readonly Billed__c?: number;
  readonly Credited__c?: number;
  readonly Written_Off__c?: number;
  readonly Paid__c?: number;
  readonly Paid_Outside__c?: number;
  readonly Refunded__c?: number;
  readonly Disputed__c?: number;
  readonly Outstanding__c?: number;
  readonly MRR__c?: number;
}

interface ByHand extends Figures {
  /** ISO 4217 in capitals; USD unless it is said. */
  readonly currency?: string;
  readonly status?: string;
  /** Dunning of the subscription's invoices. */
  readonly dunning?: string;
}

export interface Told {
  readonly called: string;
  readonly live: (life: SmallLife) => Promise<unknown>;
  readonly byHand: ByHand;
}

const paidOnce = (amount: number, MRR__c: number): ByHand => ({
  Billed__c: amount,
  Paid__c: amount,
  MRR__c,
  status: "active",
});

const HALF_OFF = { percent_off: 50 } as const;

async function couponOf(
  life: SmallLife,
  terms: Parameters<SmallLife["stripe"]["coupons"]["create"]>[0],
): Promise<string> {
  return (await life.stripe.coupons.create(terms)).id;
}

/** Prices and periods. A month is a twelfth of a year of 52 weeks or 365 days. */
const PRICES: readonly Told[] = [
  {
    called: "20 a month, renewed once",
    live: async (life) => {
      await life.subscribe();
      await life.pass(32);
    },
    byHand: paidOnce(40, 20),
  },
  {
    called: "120 a year",
    live: (life) => life.subscribe({ unit_amount: 12_000, interval: "year" }),
    byHand: paidOnce(120, 10),
  },
  {
    called: "30 every three months",
    live: (life) => life.subscribe({ unit_amount: 3000, every: 3 }),
    byHand: paidOnce(30, 10),
  },
  {
    called: "10 a week, for two weeks more",
    live: async (life) => {
      await life.subscribe({ unit_amount: 1000, interval: "week" });
      await life.pass(8);
      await life.pass(7);
    },
    // 520 a year.
    byHand: paidOnce(30, 43.333),
  },
  {
    called: "10 every two weeks",
    live: (life) => life.subscribe({ unit_amount: 1000, interval: "week", every: 2 }),
    byHand: paidOnce(10, 21.667),
  },
  {
    called: "1 a day",
    live: (life) => life.subscribe({ unit_amount: 100, interval: "day" }),
    byHand: paidOnce(1, 30.417),
  },
  {
    called: "three seats",
    live: (life) => life.subscribe({}, {}, 3),
    byHand: paidOnce(60, 60),
  },
  {
    called: "a plan of 20 with two add-ons of 5",
    live: async (life) => {
      await life.useCard("pm_card_visa");
      await life.subscribed([
        { price: await life.price() },
        { price: await life.price({ unit_amount: 500 }), quantity: 2 },
      ]);
    },
    byHand: paidOnce(30, 30),
  },
  {
    called: "ten at 1.00 and the rest at 0.50, of 15",
    live: (life) =>
      life.subscribe(
        {
          billing_scheme: "tiered",
          tiers_mode: "graduated",
          tiers: [
            { up_to: 10, unit_amount: 100 },
            { up_to: "inf", unit_amount: 50 },
          ],
        },
        {},
        15,
      ),
    byHand: paidOnce(12.5, 12.5),
  },
  {
    called: "all at 0.50 from the eleventh, of 15",
    live: (life) =>
      life.subscribe(
        {
          billing_scheme: "tiered",
          tiers_mode: "volume",
          tiers: [
            { up_to: 10, unit_amount: 100 },
            { up_to: "inf", unit_amount: 50 },
          ],
        },
        {},
        15,
      ),
    byHand: paidOnce(7.5, 7.5),
  },
  {
    called: "10 for each hundred begun, of 250",
    live: (life) =>
      life.subscribe(
        { unit_amount: 1000, transform_quantity: { divide_by: 100, round: "up" } },
        {},
        250,
      ),
    byHand: paidOnce(30, 30),
  },
  {
    called: "half a cent each, of 10,000",
    live: (life) => life.subscribe({ unit_amount_decimal: wireDecimal("0.5") }, {}, 10_000),
    byHand: paidOnce(50, 50),
  },
  {
    called: "3,000 yen, which have no decimals",
    live: (life) => life.subscribe({ currency: "jpy", unit_amount: 3000 }),
    byHand: { ...paidOnce(3000, 3000), currency: "JPY" },
  },
  {
    called: "5.120 dinars a year, which have three",
    live: (life) => life.subscribe({ currency: "kwd", unit_amount: 5120, interval: "year" }),
    byHand: { ...paidOnce(5.12, 0.427), currency: "KWD" },
  },
];

const DISCOUNTS: readonly Told[] = [
  {
    called: "half off for ever",
    live: async (life) => {
      const coupon = await couponOf(life, { ...HALF_OFF, duration: "forever" });
      await life.subscribe({}, { discounts: [{ coupon }] });
    },
    byHand: paidOnce(10, 10),
  },
  {
    called: "half off once, renewed",
    live: async (life) => {
      const coupon = await couponOf(life, { ...HALF_OFF, duration: "once" });
      await life.subscribe({}, { discounts: [{ coupon }] });
      await life.pass(32);
    },
    byHand: paidOnce(30, 20),
  },
  {
    called: "half off for two months, in the third",
    live: async (life) => {
      const coupon = await couponOf(life, {
        ...HALF_OFF,
        duration: "repeating",
        duration_in_months: 2,
      });
      await life.subscribe({}, { discounts: [{ coupon }] });
      await life.pass(32);
      await life.pass(31);
    },
    byHand: paidOnce(40, 20),
  },
  {
    called: "5 off for ever",
    live: async (life) => {
      const coupon = await couponOf(life, {
        amount_off: 500,
        currency: "usd",
        duration: "forever",
      });
      await life.subscribe({}, { discounts: [{ coupon }] });
    },
    byHand: paidOnce(15, 15),
  },
  {
    called: "5 off, then half of the rest",
    live: async (life) => {
      const five = await couponOf(life, { amount_off: 500, currency: "usd", duration: "forever" });
      const half = await couponOf(life, { ...HALF_OFF, duration: "forever" });
      await life.subscribe({}, { discounts: [{ coupon: five }, { coupon: half }] });
    },
    byHand: paidOnce(7.5, 7.5),
  },
  {
    called: "half off an add-on alone",
    live: async (life) => {
      const coupon = await couponOf(life, { ...HALF_OFF, duration: "forever" });
      await life.useCard("pm_card_visa");
      await life.subscribed([
        { price: await life.price() },
        { price: await life.price({ unit_amount: 1000 }), discounts: [{ coupon }] },
      ]);
    },
    byHand: paidOnce(25, 25),
  },
  {
    called: "5 dollars or 700 yen off an item in yen",
    live: async (life) => {
      const coupon = await couponOf(life, {
        amount_off: 500,
        currency: "usd",
        currency_options: { jpy: { amount_off: 700 } },
        duration: "forever",
      });
      await life.useCard("pm_card_visa");
      const price = await life.price({ currency: "jpy", unit_amount: 2000 });
      await life.subscribed([{ price, discounts: [{ coupon }] }]);
    },
    byHand: { ...paidOnce(1300, 1300), currency: "JPY" },
  },
  {
    called: "a customer's half off one product of two",
    live: async (life) => {
      const product = (await life.stripe.products.create({ name: "Silver" })).id;
      const coupon = await couponOf(life, {
        ...HALF_OFF,
        duration: "forever",
        applies_to: { products: [product] },
      });
      await life.outside(`/customers/${life.customer}/discount`, { coupon });
      await life.useCard("pm_card_visa");
      const silver = await life.stripe.prices.create({
        currency: "usd",
        unit_amount: 1000,
        recurring: { interval: "month" },
        product,
      });
      await life.subscribed([{ price: await life.price() }, { price: silver.id }]);
    },
    byHand: paidOnce(25, 25),
  },
  {
    called: "a customer's 5 dollars or 400 cents off euros",
    live: async (life) => {
      const coupon = await couponOf(life, {
        amount_off: 500,
        currency: "usd",
        currency_options: { eur: { amount_off: 400 } },
        duration: "forever",
      });
      await life.outside(`/customers/${life.customer}/discount`, { coupon });
      await life.subscribe({ currency: "eur" });
    },
    byHand: { ...paidOnce(16, 16), currency: "EUR" },
  },
];

const CHANGES: readonly Told[] = [
  {
    called: "a trial that goes on",
    live: (life) => life.subscribe({}, { trial_period_days: 14 }),
    byHand: { status: "trialing" },
  },
  {
    called: "a trial that ended",
    live: async (life) => {
      await life.subscribe({}, { trial_period_days: 14 });
      await life.pass(15);
    },
    byHand: paidOnce(20, 20),
  },
  {
    called: "a trial that ended without a card",
    live: async (life) => {
      await life.subscribed([{ price: await life.price() }], {
        trial_period_days: 14,
        trial_settings: { end_behavior: { missing_payment_method: "cancel" } },
      });
      await life.pass(15);
    },
    byHand: { status: "canceled" },
  },
  {
    called: "from 20 to 50 at once, and billed at once",
    live: async (life) => {
      const { id, items } = await life.subscribe();
      await life.stripe.subscriptions.update(id, {
        items: [{ id: items.data[0]?.id ?? "", price: await life.price({ unit_amount: 5000 }) }],
        proration_behavior: "always_invoice",
      });
    },
    byHand: paidOnce(50, 50),
  },
  {
    called: "from 20 to 50 with no proration",
    live: async (life) => {
      const { id, items } = await life.subscribe();
      await life.stripe.subscriptions.update(id, {
        items: [{ id: items.data[0]?.id ?? "", price: await life.price({ unit_amount: 5000 }) }],
        proration_behavior: "none",
      });
    },
    byHand: paidOnce(20, 50),
  },
  {
    called: "two more seats in the middle of the month, billed with the next",
    live: async (life) => {
      const { id, items } = await life.subscribe({ unit_amount: 3100 });
      await life.pass(15.5);
      await life.stripe.subscriptions.update(id, {
        items: [{ id: items.data[0]?.id ?? "", quantity: 3 }],
      });
      await life.pass(16);
    },
    // 31, then half a month of two more seats, 31, and 93.
    byHand: paidOnce(31 + 31 + 93, 93),
  },
  {
    called: "to be canceled at the end of the month",
    live: async (life) => {
      const { id } = await life.subscribe();
      await life.stripe.subscriptions.update(id, { cancel_at_period_end: true });
    },
    byHand: paidOnce(20, 20),
  },
  {
    called: "canceled at the end of the month",
    live: async (life) => {
      const { id } = await life.subscribe();
      await life.stripe.subscriptions.update(id, { cancel_at_period_end: true });
      await life.pass(32);
    },
    byHand: { Billed__c: 20, Paid__c: 20, status: "canceled" },
  },
  {
    called: "paused, its invoices void",
    live: async (life) => {
      const { id } = await life.subscribe();
      await life.stripe.subscriptions.update(id, { pause_collection: { behavior: "void" } });
      await life.pass(32);
    },
    byHand: { Billed__c: 20, Paid__c: 20, status: "active" },
  },
  {
    called: "paused, its invoices kept",
    live: async (life) => {
      const { id } = await life.subscribe();
      await life.stripe.subscriptions.update(id, {
        pause_collection: { behavior: "keep_as_draft" },
      });
      await life.pass(32);
    },
    byHand: paidOnce(20, 20),
  },
  {
    called: "a customer that was deleted",
    live: async (life) => {
      await life.subscribe();
      await life.stripe.customers.del(life.customer);
    },
    byHand: { Billed__c: 20, Paid__c: 20, status: "canceled" },
  },
];

const MONEY: readonly Told[] = [
  {
    called: "a renewal that is declined",
    live: async (life) => {
      await life.subscribe();
      await life.useCard("pm_card_chargeCustomerFail");
      await life.pass(32);
    },
    byHand: {
      Billed__c: 40,
      Paid__c: 20,
      Outstanding__c: 20,
      MRR__c: 20,
      status: "past_due",
      dunning: "trying",
    },
  },
  {
    called: "a renewal that is declined, then paid",
    live: async (life) => {
      await life.subscribe();
      await life.useCard("pm_card_chargeCustomerFail");
      await life.pass(32);
      await life.useCard("pm_card_visa");
      await life.pass(10);
    },
    byHand: paidOnce(40, 20),
  },
  {
    called: "a renewal by bank debit that is under way",
    live: async (life) => {
      await life.subscribe();
      await life.useCard("pm_usBankAccount_success");
      await life.pass(32);
    },
    byHand: {
      Billed__c: 40,
      Paid__c: 20,
      Outstanding__c: 20,
      MRR__c: 20,
      status: "active",
      dunning: "none",
    },
  },
  {
    called: "an e-mailed subscription, not paid yet",
    live: async (life) =>
      life.subscribed([{ price: await life.price() }], {
        collection_method: "send_invoice",
        days_until_due: 30,
      }),
    byHand: { Billed__c: 20, Outstanding__c: 20, MRR__c: 20, status: "active" },
  },
  {
    called: "an e-mailed invoice",
    live: (life) => life.sent(7000),
    byHand: { Billed__c: 70, Outstanding__c: 70 },
  },
  {
    called: "an e-mailed invoice that is paid by bank transfer",
    live: async (life) =>
      life.stripe.invoices.pay(await life.sent(7000), { paid_out_of_band: true }),
    byHand: { Billed__c: 70, Paid_Outside__c: 70 },
  },
  {
    called: "an e-mailed invoice that is void",
    live: async (life) => life.stripe.invoices.voidInvoice(await life.sent(7000)),
    byHand: {},
  },
  {
    called: "an e-mailed invoice that is written off",
    live: async (life) => life.stripe.invoices.markUncollectible(await life.sent(5000)),
    byHand: { Billed__c: 50, Written_Off__c: 50 },
  },
  {
    called: "100 less a credit note of 15, paid by bank transfer",
    live: async (life) => {
      const invoice = await life.sent(10_000);
      await life.stripe.creditNotes.create({ invoice, amount: 1500 });
      await life.stripe.invoices.pay(invoice, { paid_out_of_band: true });
    },
    byHand: { Billed__c: 100, Credited__c: 15, Paid_Outside__c: 85 },
  },
  {
    called: "a credit of 5 at the customer's",
    live: async (life) => {
      await life.stripe.customers.update(life.customer, { balance: -500 });
      await life.subscribe();
    },
    byHand: { Billed__c: 20, Paid__c: 15, MRR__c: 20, status: "active" },
  },
  {
    called: "a part refunded",
    live: async (life) => {
      await life.subscribe();
      await life.stripe.refunds.create({ charge: await life.charge(), amount: 500 });
    },
    byHand: { ...paidOnce(20, 20), Refunded__c: 5 },
  },
  {
    called: "a refund that failed",
    live: async (life) => {
      await life.useCard("pm_card_refundFail");
      await life.subscribed([{ price: await life.price() }]);
      await life.stripe.refunds.create({ charge: await life.charge() });
    },
    byHand: paidOnce(20, 20),
  },
  {
    called: "a dispute that is open",
    live: async (life) => {
      await life.subscribe();
      await life.outside("/disputes", { charge: await life.charge() });
    },
    byHand: { ...paidOnce(20, 20), Disputed__c: 20 },
  },
  {
    called: "a dispute that is lost",
    live: async (life) => {
      await life.subscribe();
      const dispute = await life.outside("/disputes", { charge: await life.charge() });
      await life.outside(`/disputes/${dispute}/close`, { outcome: "lost" });
    },
    byHand: { ...paidOnce(20, 20), Disputed__c: 20 },
  },
  {
    called: "a dispute that is won",
    live: async (life) => {
      await life.subscribe();
      const dispute = await life.outside("/disputes", { charge: await life.charge() });
      await life.outside(`/disputes/${dispute}/close`, { outcome: "won" });
    },
    byHand: paidOnce(20, 20),
  },
  {
    called: "an inquiry, which takes no money",
    live: async (life) => {
      await life.subscribe();
      await life.outside("/disputes", { charge: await life.charge(), inquiry: true });
    },
    byHand: paidOnce(20, 20),
  },
];

export const LIVES: readonly Told[] = [...PRICES, ...DISCOUNTS, ...CHANGES, ...MONEY];
