/** Stripe and an org in this process whose time passes together: a customer's test clock, and the org's own. */
import { setTimeout as wait } from "node:timers/promises";
import { vi } from "vitest";
import type { CompiledProject } from "../../../local/org/src/compile/compile-project.ts";
import { openInProcess, type InProcessOrg } from "../orders/in-process-org.ts";
import { objectsOf, openQuietStripe, type QuietStripe } from "../orders/life.ts";

export const MINUTE_MS = 60_000;
const BEGIN = Date.parse("2026-02-01T09:00:00Z");

export interface TestClock {
  readonly account: QuietStripe;
  readonly org: InProcessOrg;
  /** A customer of the clock with a card that pays, whom the org has heard of. @returns its id */
  customer(email?: string): Promise<string>;
  useCard(customerId: string, card: string): Promise<void>;
  /** Of 20 dollars. @returns its id */
  price(interval: "month" | "year"): Promise<string>;
  /** The org hears what happened in Stripe, twice, and does what is due. */
  hear(): Promise<void>;
  /** What is due meanwhile is done. */
  passMinutes(): void;
  passTo(moment: string): Promise<void>;
  close(): Promise<void>;
}

/** @param minutes pass each time after the org has heard of something */
export async function openTestClock(project: CompiledProject, minutes: number): Promise<TestClock> {
  vi.useFakeTimers({ now: BEGIN, toFake: ["Date"] });
  const account = await openQuietStripe();
  const objects = new Map<string, unknown>();
  const org = openInProcess(project, objects);
  const { stripe } = account;
  const { testClocks } = stripe.testHelpers;
  const seconds = (): number => Math.floor(Date.now() / 1000);
  const { id: clock } = await testClocks.create({ frozen_time: seconds() });
  const passed: TestClock = {
    account,
    org,
    async customer(email) {
      const { id } = await stripe.customers.create({
        name: "Ada King",
        test_clock: clock,
        ...(email === undefined ? {} : { email }),
      });
      await passed.useCard(id, "pm_card_visa");
      await passed.hear();
      return id;
    },
    async useCard(customerId, card) {
      const method = await stripe.paymentMethods.attach(card, { customer: customerId });
      await stripe.customers.update(customerId, {
        invoice_settings: { default_payment_method: method.id },
      });
    },
    async price(interval) {
      const { id } = await stripe.prices.create({
        currency: "usd",
        unit_amount: 2000,
        recurring: { interval },
        product_data: { name: "Basic" },
      });
      return id;
    },
    async hear() {
      const events = await account.news();
      for (const [place, object] of await objectsOf(account.url, events))
        objects.set(place, object);
      org.publish(events);
      org.publish(events);
      passed.passMinutes();
    },
    passMinutes() {
      for (let minute = 0; minute < minutes; minute += 1) {
        vi.setSystemTime(Date.now() + MINUTE_MS);
        org.runDueJobs();
      }
    },
    async passTo(moment) {
      vi.setSystemTime(Date.parse(moment));
      await testClocks.advance(clock, { frozen_time: seconds() });
      while ((await testClocks.retrieve(clock)).status !== "ready") await wait(5);
      await passed.hear();
    },
    async close() {
      // First: whatever fails after it, the next file has its own time.
      vi.useRealTimers();
      await account.close();
    },
  };
  return passed;
}
