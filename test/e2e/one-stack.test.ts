/**
 * Stories and cases that get on with each other in one stack, for it costs more than they do. Each has customers and objects of its own and asks
 * for no others'; they go on side by side, for most of what they do is to wait for a webhook.
 */
import { afterAll, beforeAll, describe } from "vitest";
import { collectionCases } from "./cases/made/collection.ts";
import { discountCases } from "./cases/made/discounts.ts";
import { madeOn, type Made } from "./cases/made/made.ts";
import { paymentCases } from "./cases/made/payments.ts";
import { severalPaymentsCases } from "./cases/made/several-payments.ts";
import { subscriptionCases } from "./cases/made/subscriptions.ts";
import { postedCases } from "./cases/posted.ts";
import { accessStories } from "./stories/access.ts";
import { alertStories } from "./stories/alerts.ts";
import { changeStories } from "./stories/changes.ts";
import { sellingStories } from "./stories/selling.ts";
import { openStage, type Stage } from "./stories/stage.ts";

let stage: Stage;
let made: Made;

beforeAll(async () => {
  stage = await openStage();
  made = madeOn(stage.running);
});

afterAll(() => stage.close());

describe.concurrent("stories of people", () => {
  describe("who sell", () => sellingStories(() => stage));
  describe("whose subscriptions change", () => changeStories(() => stage));
  describe("who are told", () => alertStories(() => stage));
  describe("who may and may not", () => accessStories(() => stage));
});

describe.concurrent("cases made on the local Stripe, which delivers their events itself", () => {
  describe("payments", () => paymentCases(() => made));
  describe("several payments", () => severalPaymentsCases(() => made));
  describe("subscriptions", () => subscriptionCases(() => made));
  describe("discounts", () => discountCases(() => made));
  describe("collection", () => collectionCases(() => made));
});

describe.concurrent("events as Stripe sent them", () => postedCases(() => stage.running));
