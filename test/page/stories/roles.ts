/** Every page as every role: drawn without an error, or refused in words, and nothing on it for axe to find. */
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import type { StackCredentials } from "../../../local/stack/credentials.ts";
import { connect } from "../../../scripts/trigger/records.ts";
import { eventually } from "../../e2e/running-stack.ts";
import { payingCustomer } from "../customer.ts";
import { axeFindings, picture, type OpenPage } from "../open-page.ts";
import { expectFits, goTo, requestsOf } from "../walk.ts";

const NARROW = 390;
const OF_EVERYBODY = ["Home", "Contacts", "Accounts", "Reports", "Dashboards"];
const OF_PEOPLE = [
  ...OF_EVERYBODY,
  "Stripe Subscriptions",
  "Stripe Customers",
  "Payment Transactions",
  "Stripe Invoices",
  "Stripe Alerts",
  "What I Am Told",
];
const OF_OVERSIGHT = [
  "Stripe Payouts",
  "Stripe Sync",
  "Stripe Sync Runs",
  "Stripe Accounts",
  "Stripe Audit Entries",
];
/** The tabs of the app that each role's permission sets make visible. */
const TABS = {
  sales: OF_PEOPLE,
  service: OF_PEOPLE,
  finance: [...OF_PEOPLE, ...OF_OVERSIGHT],
  admin: [...OF_PEOPLE, ...OF_OVERSIGHT, "Stripe Webhook Events"],
  colleague: OF_EVERYBODY,
} as const;
const ROLES = ["sales", "service", "finance", "admin", "colleague"] as const;

/** Objects with a Lightning page of their own. */
const OBJECTS = [
  "Contact",
  "Account",
  "Stripe_Customer__c",
  "Stripe_Subscription__c",
  "Stripe_Invoice__c",
  "Payment_Transaction__c",
  "Stripe_Alert__c",
  "Stripe_Webhook_Event__c",
  "Stripe_Sync_Run__c",
  "Stripe_Payout__c",
] as const;

/** Of what every business has: flat, summed up, and with a table of sums. */
const REPORTS_WITH_ROWS = new Set(["Transactions", "Active subscriptions", "MRR by plan"]);

/** What Salesforce draws by itself, and this page names only. */
const OF_SALESFORCE = ["runtime_sales_activities:activityPanel"];
const NO_RIGHT = "You may not see this.";
const NOT_SEEN = "This record does not exist, or you may not see it.";

export function roleStories(open: () => OpenPage): void {
  let places: Readonly<Record<string, string>>;

  beforeAll(async () => {
    const { contactId } = await payingCustomer(open().running, "Kovalevskaya", "Basic Monthly");
    const { connection } = open().running;
    await connection.create("Stripe_Alert__c", {
      Kind__c: "payment_failed",
      Cause_Key__c: `shown of ${contactId}`,
      Message__c: "A payment failed.",
      Status__c: "Open",
    });
    await connection.create("Stripe_Sync_Run__c", {
      Kind__c: "Chosen",
      Objects__c: "coupons/NONE",
    });
    await connection.create("Stripe_Payout__c", {
      Stripe_Payout_ID__c: `po_shown_to_${contactId}`,
      Status__c: "paid",
      Amount__c: 10,
      Currency__c: "USD",
    });
    const ofCustomer = `Stripe_Customer__r.Contact__c = '${contactId}'`;
    const which: Readonly<Partial<Record<(typeof OBJECTS)[number], string>>> = {
      Contact: `Id = '${contactId}'`,
      Account: `Id IN (SELECT AccountId FROM Contact WHERE Id = '${contactId}')`,
      Stripe_Customer__c: `Contact__c = '${contactId}'`,
      Stripe_Subscription__c: ofCustomer,
      Stripe_Invoice__c: ofCustomer,
      Payment_Transaction__c: ofCustomer,
      Stripe_Webhook_Event__c: "Status__c = 'Processed'",
    };
    const place = async (object: (typeof OBJECTS)[number]): Promise<[string, string]> => {
      const soql = `SELECT Id FROM ${object} WHERE ${which[object] ?? "Id != NULL"} LIMIT 1`;
      const id = await eventually(soql, async () => {
        const { records } = await connection.query<{ Id: string }>(soql);
        return records[0]?.Id ?? null;
      });
      return [object, `/lightning/r/${object}/${id}/view`];
    };
    places = Object.fromEntries(await Promise.all(OBJECTS.map(place)));
  });

  /** Whether the person knows of the object at all, as the org says. */
  async function sees(
    person: keyof StackCredentials & (typeof ROLES)[number],
  ): Promise<Set<string>> {
    const { state, credentials } = open().running.stack;
    const connection = await connect(state.urls.org, credentials[person]);
    const { sobjects } = await connection.describeGlobal();
    return new Set(sobjects.map(({ name }) => name));
  }

  describe.each(ROLES)("as %s", (person) => {
    test("each page is drawn, or refused in words", async () => {
      const known = await sees(person);
      const page = await open().as(person, "/lightning/page/home");
      const faults = faultsOf(page);
      const { quiet } = requestsOf(page);
      const findings: string[] = [];
      const look = async (name: string): Promise<void> => {
        await quiet();
        await page.locator("lightning-spinner").first().waitFor({ state: "detached" });
        for (const unknown of await page.getByText(/^Salesforce draws/).allInnerTexts())
          if (!OF_SALESFORCE.some((component) => unknown.includes(component)))
            findings.push(`${name}: ${unknown}`);
        for (const alert of await page.getByRole("alert").allInnerTexts())
          if (known.has("Payment_Transaction__c") || !alert.startsWith(NO_RIGHT))
            findings.push(`${name} says: ${alert}`);
        for (const finding of await axeFindings(page)) findings.push(`${name}: ${finding}`);
        if (person === "admin") await picture(page, `page-${name}`);
      };

      await look("home");
      const tabs = page.getByRole("navigation", { name: "Tabs" }).getByRole("link");
      expect((await tabs.allInnerTexts()).toSorted()).toEqual(TABS[person].toSorted());
      for (const object of OBJECTS) {
        await goTo(page, places[object] ?? "");
        if (known.has(object)) {
          await page.locator("h1").waitFor();
          await look(object);
        } else {
          await page.getByText(NOT_SEEN).waitFor();
        }
      }

      expect(findings).toEqual([]);
      expect(faults).toEqual([]);
    });
  });

  test("finance finds nothing for axe on dashboards, and on reports with rows", async () => {
    const page = await open().as("finance", "/lightning/o/Dashboard/list");
    const { quiet } = requestsOf(page);
    const findings: string[] = [];
    for (const list of ["Dashboard", "Report"]) {
      await goTo(page, `/lightning/o/${list}/list`);
      await quiet();
      const links = page.getByRole("main").getByRole("link");
      await links.first().waitFor();
      const places = await links.evaluateAll((all) =>
        all.map((link) => [link.textContent.trim(), link.getAttribute("href") ?? ""] as const),
      );
      for (const [name, place] of places) {
        if (list === "Report" && !REPORTS_WITH_ROWS.has(name)) continue;
        await goTo(page, place);
        await page.getByRole("heading", { level: 1, name }).waitFor();
        await quiet();
        for (const finding of await axeFindings(page)) findings.push(`${name}: ${finding}`);
      }
    }
    expect(findings).toEqual([]);
  });

  test("a name as long as Salesforce takes fits a screen and a telephone", async () => {
    const { id } = await open().running.connection.create("Contact", {
      FirstName: "M".repeat(40),
      LastName: "W".repeat(80),
      Title: "T".repeat(128),
    });
    for (const width of [1300, NARROW]) {
      const page = await open().as("admin", `/lightning/r/Contact/${id}/view`, width);
      await page.locator("h1").waitFor();
      await expectFits(page);
      await goTo(page, "/lightning/o/Contact/list");
      const name = page.getByRole("link", { name: "W".repeat(80) });
      await name.waitFor();
      const { width: taken = 0 } = (await name.boundingBox()) ?? {};
      expect(taken).toBeGreaterThan(0);
      expect(taken).toBeLessThan(NARROW);
    }
  });

  test("on a telephone nothing is wider than the screen", async () => {
    const page = await open().as("admin", "/lightning/page/home?formFactor=Small", NARROW);
    const { quiet } = requestsOf(page);
    for (const [name, address] of [["home", ""], ...Object.entries(places)] as const) {
      if (address !== "") await goTo(page, address);
      await quiet();
      await picture(page, `telephone-${name}`);
      await expectFits(page);
      expect(await axeFindings(page)).toEqual([]);
    }
  });
}

/** Errors nobody caught, as they come. */
function faultsOf(page: Page): readonly string[] {
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => {
    // What the org refuses the browser logs too; that is told in words on the page.
    if (message.type() === "error" && !message.text().startsWith("Failed to load resource"))
      faults.push(message.text());
  });
  return faults;
}
