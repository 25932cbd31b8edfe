/**
 * Cases made on the local Stripe, which delivers their events itself. They share one stack, for it costs more than they do, and go on side by
 * side: each has customers and objects of its own.
 */
import { afterAll, beforeAll, describe } from "vitest";
import { collectionCases } from "./made/collection.ts";
import { discountCases } from "./made/discounts.ts";
import { openMade, type Made } from "./made/made.ts";
import { paymentCases } from "./made/payments.ts";
import { severalPaymentsCases } from "./made/several-payments.ts";
import { subscriptionCases } from "./made/subscriptions.ts";

let made: Made;
const open = (): Made => made;

beforeAll(async () => {
  made = await openMade();
});

afterAll(() => made.close());

describe.concurrent("payments", () => paymentCases(open));
describe.concurrent("several payments", () => severalPaymentsCases(open));
describe.concurrent("subscriptions", () => subscriptionCases(open));
describe.concurrent("discounts", () => discountCases(open));
describe.concurrent("collection", () => collectionCases(open));
