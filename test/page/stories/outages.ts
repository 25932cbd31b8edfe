/** What each component says while Salesforce is slow, refuses or is away, and that it comes back by itself. */
import { setTimeout as wait } from "node:timers/promises";
import type { Page, Route } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { payingCustomer } from "../customer.ts";
import { axeFindings, picture, type OpenPage } from "../open-page.ts";

const SLOW_MS = 2_000;

/** The pages on which the components stand, each component with what it shows once it is there. */
const PAGES = [
  {
    name: "contact",
    person: "sales",
    components: {
      "c-stripe-checkout": "Next charge",
      "c-stripe-payment-history": "Everything is paid.",
      "c-stripe-sync-status": "Is a Stripe customer.",
    },
  },
  {
    name: "home",
    person: "admin",
    components: {
      "c-stripe-integration-health": "Last report of the relay",
      "c-stripe-event-list": "customer.subscription.created",
      "c-stripe-revenue": "USD",
    },
  },
  {
    name: "event",
    person: "admin",
    components: { "c-stripe-event-replay": "It took effect." },
  },
] as const;

type Trouble = (route: Route) => Promise<void>;

/** A component asks Apex, and nothing else: this is where trouble meets it. */
const OUTAGES: Readonly<Record<string, { readonly trouble: Trouble; readonly says: RegExp }>> = {
  away: {
    trouble: (route) => route.abort("connectionrefused"),
    says: /^Salesforce does not answer at the moment\./,
  },
  refusing: {
    trouble: (route) =>
      route.fulfill({
        status: 403,
        contentType: "application/json",
        body: JSON.stringify([
          { errorCode: "REQUEST_LIMIT_EXCEEDED", message: "TotalRequests Limit exceeded." },
        ]),
      }),
    says: /^TotalRequests Limit exceeded\./,
  },
};

export function outageStories(open: () => OpenPage): void {
  let addresses: Readonly<Record<(typeof PAGES)[number]["name"], string>>;

  beforeAll(async () => {
    const { connection } = open().running;
    const { contactId } = await payingCustomer(open().running, "Germain", "Basic Monthly");
    const { records } = await connection.query<{ Id: string }>(
      "SELECT Id FROM Stripe_Webhook_Event__c WHERE Status__c = 'Processed' LIMIT 1",
    );
    addresses = {
      contact: `/lightning/r/Contact/${contactId}/view`,
      home: "/lightning/page/home",
      event: `/lightning/r/Stripe_Webhook_Event__c/${records[0]?.Id ?? ""}/view`,
    };
  });

  describe.each(PAGES)("on the page $name, as $person", ({ name, person, components }) => {
    const entries = Object.entries(components);

    async function arrives(page: Page): Promise<void> {
      for (const [tag, words] of entries)
        await page.locator(tag).getByText(words).first().waitFor();
      for (const [tag] of entries)
        expect(await page.locator(tag).getByRole("alert").count()).toBe(0);
    }

    test("each component tells that it loads while an answer takes two seconds", async () => {
      const page = await open().as(person, "/lightning/o/Account/list");
      // A busy machine may take longer to draw them all: none is answered before each was looked at.
      const looked = Promise.withResolvers<undefined>();
      await page.route("**/lwr/apex/**", async (route) => {
        await Promise.all([wait(SLOW_MS), looked.promise]);
        await route.continue();
      });
      await page.goto(`${open().url}${addresses[name]}`);
      for (const [tag] of entries)
        // The list of events is a part of the health, which is not drawn before that is known.
        if (tag !== "c-stripe-event-list")
          await page
            .locator(tag)
            .getByText(/^Loading/)
            .first()
            .waitFor();
      await picture(page, `slow-${name}`);
      looked.resolve(undefined);
      await arrives(page);
    });

    test.each(Object.keys(OUTAGES))("each says so while Salesforce is %s", async (kind) => {
      const outage = OUTAGES[kind];
      if (outage === undefined) throw new Error(`There is no outage ${kind}.`);
      const page = await open().as(person, "/lightning/o/Account/list");
      await page.route("**/lwr/apex/**", outage.trouble);
      await page.goto(`${open().url}${addresses[name]}`);
      for (const [tag] of entries)
        // The list of events is a part of the health, which is not drawn before that is known.
        if (tag !== "c-stripe-event-list")
          await page.locator(tag).getByRole("alert").getByText(outage.says).first().waitFor();
      await picture(page, `${kind}-${name}`);
      expect(await axeFindings(page)).toEqual([]);

      await page.unroute("**/lwr/apex/**");
      await arrives(page);
    });
  });
}
