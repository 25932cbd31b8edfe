/** People at work, in a browser: their stories share one stack and one browser, for these cost more than the stories. */
import { afterAll, beforeAll, describe } from "vitest";
import { chromiumPath, HOW_TO_INSTALL } from "./chromium.ts";
import { openPage, type OpenPage } from "./open-page.ts";
import { agreeingStories } from "./stories/agreeing.ts";
import { healthStories } from "./stories/health.ts";
import { keyboardStories } from "./stories/keyboard.ts";
import { moneyStories } from "./stories/money.ts";
import { outageStories } from "./stories/outages.ts";
import { payingStories } from "./stories/paying.ts";
import { payoutStories } from "./stories/payouts.ts";
import { preferenceStories } from "./stories/preferences.ts";
import { roleStories } from "./stories/roles.ts";
import { sellingStories } from "./stories/selling.ts";

if (chromiumPath() === null) console.warn(HOW_TO_INSTALL);

describe.skipIf(chromiumPath() === null && process.env["CI"] === undefined)("in a browser", () => {
  let opened: OpenPage;
  const open = (): OpenPage => opened;

  beforeAll(async () => {
    opened = await openPage();
  });
  afterAll(async () => {
    await opened.stop();
  });

  // First: the light tells of whatever other stories break.
  describe("the integration's health", () => healthStories(open));
  describe("selling", () => sellingStories(open));
  describe("money", () => moneyStories(open));
  describe("paying", () => payingStories(open));
  describe("payouts", () => payoutStories(open));
  describe("agreeing with Stripe", () => agreeingStories(open));
  describe("by keyboard, and in other locales", () => keyboardStories(open));
  describe("what people are told", () => preferenceStories(open));
  describe("every page", () => roleStories(open));
  describe("outages", () => outageStories(open));
});
