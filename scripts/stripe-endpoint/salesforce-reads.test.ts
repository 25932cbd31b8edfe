/**
 * What the edge forwards of an object is what Apex reads of it: nothing more leaves Stripe, and nothing is read that never comes. Held by
 * the names in a path, from the text of the classes that read each kind of object.
 */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { fieldsOf, OF_EVERY_OBJECT } from "../../worker/testing/payload-contract.ts";
import type { ObjectName } from "../../worker/webhook/event-types.ts";

const CLASSES = path.resolve(import.meta.dirname, "../../force-app/main/default/classes");

/** The classes that are given an object of each kind, or a part of one. */
const READERS: Readonly<Record<ObjectName, readonly string[]>> = {
  charge: [
    "StripeCharge",
    "StripeChargeHandler",
    "StripeCurrencyAmount",
    "StripePaymentAlerts",
    "StripePaymentKey",
    "StripePaymentMethodDetails",
  ],
  "checkout.session": ["StripeCheckoutSession", "StripeCheckoutSessionHandler"],
  coupon: ["StripeCouponHandler", "StripeCurrencyAmount"],
  credit_note: ["StripeCreditNoteHandler", "StripeCurrencyAmount"],
  customer: [
    "StripeAddress",
    "StripeCustomer",
    "StripeCustomerDetails",
    "StripeCustomerHandler",
    "StripeCustomerOrder",
    "StripePayerAlignment",
  ],
  discount: ["StripeCurrencyAmount", "StripeDiscountHandler", "StripeSubscriptionDiscount"],
  dispute: [
    "StripeCurrencyAmount",
    "StripeDisputeAlerts",
    "StripeDisputeHandler",
    "StripePaymentKey",
  ],
  invoice: [
    "StripeBilledItems",
    "StripeCurrencyAmount",
    "StripeInvoice",
    "StripeInvoiceAlerts",
    "StripeInvoiceHandler",
    "StripeInvoiceLines",
    "StripeInvoiceOrder",
  ],
  invoice_payment: ["StripeInvoicePaymentHandler", "StripePaymentKey"],
  payment_intent: [
    "StripeCurrencyAmount",
    "StripePaymentAlerts",
    "StripePaymentIntent",
    "StripePaymentIntentHandler",
    "StripePaymentMethodDetails",
    "StripePaymentOrder",
  ],
  payment_method: [
    "StripePaymentMethodDetails",
    "StripePaymentMethodHandler",
    "StripeSavedPaymentMethods",
  ],
  payout: ["StripeCurrencyAmount", "StripePayoutAlerts", "StripePayoutHandler"],
  price: ["StripeCatalogOrder", "StripeCurrencyAmount", "StripePlanBatch", "StripePriceHandler"],
  product: ["StripeCatalogOrder", "StripeProductHandler"],
  refund: ["StripeCurrencyAmount", "StripePaymentKey", "StripeRefundHandler"],
  subscription: [
    "StripeCurrencyAmount",
    "StripeIncludedTax",
    "StripeItemPrice",
    "StripePlanChange",
    "StripeSubscription",
    "StripeSubscriptionAlerts",
    "StripeSubscriptionDiscount",
    "StripeSubscriptionHandler",
    "StripeSubscriptionItem",
    "StripeSubscriptionItems",
    "StripeSubscriptionNews",
    "StripeSubscriptionOrder",
  ],
};

/** Classes that have events in their hands and read no object of Stripe's. */
const OF_NO_OBJECT = [
  "StripeEventBatch",
  "StripeEventLog",
  "StripeInboundEvent",
  "StripeMissedEvent",
  "StripeMissedObjects",
  "StripeRelayAlertHandler",
  "StripeRowOrder",
];

/** Classes that read what no event tells of, from lists alone. */
const ONLY_LISTED = ["StripeBalanceTransactionHandler"];

/** Read from what the API answers, where the same class reads both. */
const ONLY_IN_ANSWERS = [
  "applies_to",
  "currency_options",
  "deleted",
  "flat_amount",
  "source",
  "start",
  "tiers",
  "up_to",
];

/** A key of ours in metadata, which travel as they are. */
const OWN_KEY = /^salesforce_/;

/** Whether a class names it, whole or put together: `unit_amount` and `_decimal`. */
function isNamed(name: string, texts: ReadonlySet<string>): boolean {
  const [, stem, ending] = /^(.+)(_decimal)$/.exec(name) ?? [];
  return texts.has(name) || (texts.has(stem ?? "") && texts.has(ending ?? ""));
}

const ACCESS =
  /\.(?:text|requiredText|wholeNumber|requiredWholeNumber|decimalNumber|decimalText|flag|moment|child|children|references?|has)\(\s*'([a-z_\d]+)'/g;

const sources: ReadonlyMap<string, string> = new Map(
  readdirSync(CLASSES, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".cls"))
    .map((file) => [path.basename(file, ".cls"), readFileSync(path.join(CLASSES, file), "utf8")]),
);

const kinds = Object.keys(READERS) as ObjectName[];

/** The names in all paths of a kind: `items.data.*.price.id` has four. */
function forwarded(kind: ObjectName): ReadonlySet<string> {
  return new Set(fieldsOf(kind).flatMap((each) => each.split(".").filter((name) => name !== "*")));
}

function sourceOf(name: string): string {
  const source = sources.get(name);
  if (source === undefined) throw new Error(`There is no class ${name}.`);
  return source;
}

describe("what Apex reads of an object the edge forwards", () => {
  it.each(kinds)("is all of what leaves of a %s", (kind) => {
    const texts = new Set(
      READERS[kind].flatMap((name) =>
        [...sourceOf(name).matchAll(/'([a-z_\d]+)'/g)].map(([, text]) => text ?? ""),
      ),
    );

    const unread = [...forwarded(kind)].filter((name) => name !== "data" && !isNamed(name, texts));
    expect(unread).toEqual([]);
  });

  it.each([...new Set(kinds.flatMap((kind) => READERS[kind]))])(
    "and %s reads nothing that never comes",
    (reader) => {
      const coming = new Set([
        ...OF_EVERY_OBJECT,
        ...ONLY_IN_ANSWERS,
        ...kinds
          .filter((kind) => READERS[kind].includes(reader))
          .flatMap((kind) => [...forwarded(kind)]),
      ]);

      const read = [...sourceOf(reader).matchAll(ACCESS)].map(([, name]) => name ?? "");
      expect(read.filter((name) => !coming.has(name) && !OWN_KEY.test(name))).toEqual([]);
    },
  );

  it("is read by no other class", () => {
    const listed = new Set([
      ...kinds.flatMap((kind) => READERS[kind]),
      ...OF_NO_OBJECT,
      ...ONLY_LISTED,
    ]);
    const readers = [...sources]
      .filter(([, source]) => !/^@IsTest/im.test(source))
      .filter(([, source]) => /\.subject\b|\bpreviousAttributes\b/.test(source))
      .map(([name]) => name);

    expect(readers.filter((name) => !listed.has(name))).toEqual([]);
  });
});
