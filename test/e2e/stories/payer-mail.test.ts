/**
 * Where Salesforce writes to payers: a declined renewal, an invoice by e-mail that is late, and a card that ends before its next charge are each
 * written of once, to the contact, however often Stripe tells of them and however often the morning's looks are taken.
 */
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { CompiledProject } from "../../../local/org/src/compile/compile-project.ts";
import { copyProject } from "../../../local/stack/testing/copied-project.ts";
import { compiledProjectAt, openInProcess, type InProcessOrg } from "../orders/in-process-org.ts";
import { objectsOf, openQuietStripe, type QuietStripe } from "../orders/life.ts";
import { removeFolder, temporaryFolder } from "../running-stack.ts";

const SETTING = "force-app/main/default/customMetadata/Stripe_Setting.Default.md-meta.xml";
const MINUTE_MS = 60_000;
/** Longer than a payer has before being written to. */
const A_WHILE = 13;

let folder: string;
let project: CompiledProject;
let account: QuietStripe;
let org: InProcessOrg;
let objects: Map<string, unknown>;
let clock: string;

beforeAll(async () => {
  folder = await temporaryFolder();
  await copyProject(folder);
  const setting = await readFile(path.join(folder, SETTING), "utf8");
  const changed = setting.replace(
    "</CustomMetadata>",
    `<values><field>Payer_Mail__c</field><value xsi:type="xsd:string">Salesforce</value></values></CustomMetadata>`,
  );
  expect(changed).not.toBe(setting);
  await writeFile(path.join(folder, SETTING), changed);
  project = compiledProjectAt(folder);
  // All of force-app is compiled, on a machine that may be busy.
}, 300_000);

afterAll(() => removeFolder(folder));

beforeEach(async () => {
  vi.useFakeTimers({ now: Date.parse("2026-02-01T09:00:00Z"), toFake: ["Date"] });
  account = await openQuietStripe();
  objects = new Map();
  org = openInProcess(project, objects);
  const made = await account.stripe.testHelpers.testClocks.create({ frozen_time: seconds() });
  clock = made.id;
});

afterEach(async () => {
  // First: whatever fails after it, the next file has its own time.
  vi.useRealTimers();
  await account.close();
});

const seconds = (): number => Math.floor(Date.now() / 1000);

/** A customer with a card that pays, who is a contact here. */
async function customer(): Promise<string> {
  const { id } = await account.stripe.customers.create({
    name: "Ada King",
    email: "ada@example.com",
    test_clock: clock,
  });
  await useCard(id, "pm_card_visa");
  await hear();
  org.execute(`
    Contact ada = new Contact(LastName = 'King', Email = 'ada@example.com');
    insert ada;
    update new Stripe_Customer__c(
      Id = [SELECT Id FROM Stripe_Customer__c WHERE Stripe_Customer_ID__c = '${id}'].Id,
      Contact__c = ada.Id);`);
  return id;
}

async function useCard(customerId: string, card: string): Promise<void> {
  const method = await account.stripe.paymentMethods.attach(card, { customer: customerId });
  await account.stripe.customers.update(customerId, {
    invoice_settings: { default_payment_method: method.id },
  });
}

async function price(interval: "month" | "year"): Promise<string> {
  const { id } = await account.stripe.prices.create({
    currency: "usd",
    unit_amount: 2000,
    recurring: { interval },
    product_data: { name: "Basic" },
  });
  return id;
}

/** The org hears what happened in Stripe, twice, and does what is due. */
async function hear(): Promise<void> {
  const events = await account.news();
  for (const [place, object] of await objectsOf(account.url, events)) objects.set(place, object);
  org.publish(events);
  org.publish(events);
  for (let minute = 0; minute < A_WHILE; minute += 1) {
    vi.setSystemTime(Date.now() + MINUTE_MS);
    org.runDueJobs();
  }
}

async function passTo(moment: string): Promise<void> {
  vi.setSystemTime(Date.parse(moment));
  const clocks = account.stripe.testHelpers.testClocks;
  await clocks.advance(clock, { frozen_time: seconds() });
  while ((await clocks.retrieve(clock)).status !== "ready") await wait(5);
  await hear();
}

/** The looks of a morning, and once more, as if somebody had started them by hand; then the hour's look for what waits. */
function look(): void {
  for (let time = 0; time < 2; time += 1) {
    org.execute("StripeOverdueInvoicesBatch.run(); StripeExpiringCardsBatch.run();");
    for (let minute = 0; minute < A_WHILE; minute += 1) {
      vi.setSystemTime(Date.now() + MINUTE_MS);
      org.runDueJobs();
    }
    org.execute("new StripeRequestSweep().execute(null);");
    org.runDueJobs();
  }
}

/** What the payer got, as it stands on the contact. */
const mails = (): Record<string, unknown>[] =>
  org.query("SELECT Subject, TextBody, ToAddress FROM EmailMessage ORDER BY CreatedDate, Id");

describe("e-mails to payers", () => {
  test("a declined renewal is written of once, with its amount and where it is paid", async () => {
    const ada = await customer();
    await account.stripe.subscriptions.create({
      customer: ada,
      items: [{ price: await price("month") }],
    });
    await passTo("2026-02-20T12:00:00Z");
    expect(mails()).toEqual([]);
    await useCard(ada, "pm_card_chargeCustomerFail");
    // The attempts of 1, 4 and 9 March.
    for (const day of ["01", "04", "09"]) {
      await passTo(`2026-03-${day}T12:00:00Z`);
      look();
    }

    const [mail, ...others] = mails();
    expect(others).toEqual([]);
    expect(mail).toMatchObject({ ToAddress: "ada@example.com" });
    expect(String(mail?.["Subject"])).toMatch(/^Your payment for invoice \S+ did not go through$/);
    expect(String(mail?.["TextBody"])).toMatch(/^Hello Ada King,/);
    expect(String(mail?.["TextBody"])).toMatch(/20\.00.* \(USD\) is open/);
    expect(String(mail?.["TextBody"])).toMatch(/\nhttps?:\/\/\S+\n/);
    expect(
      org.query("SELECT Kind__c, Payer_Mail__c FROM Stripe_Alert__c WHERE Payer_Mail__c != null"),
    ).toMatchObject([{ Kind__c: "payment_failed", Payer_Mail__c: "Sent" }]);
  }, 300_000);

  test("a late invoice by e-mail is written of once, and not to who has opted out", async () => {
    const ada = await customer();
    await account.stripe.subscriptions.create({
      customer: ada,
      items: [{ price: await price("year") }],
      collection_method: "send_invoice",
      days_until_due: 10,
    });
    await passTo("2026-02-02T12:00:00Z");
    look();
    expect(mails()).toEqual([]);
    await passTo("2026-02-12T12:00:00Z");
    look();
    await passTo("2026-02-14T12:00:00Z");
    look();

    expect(mails()).toMatchObject([{ ToAddress: "ada@example.com" }]);
    expect(String(mails()[0]?.["Subject"])).toMatch(/^Invoice \S+ is overdue$/);

    org.execute("update new Contact(Id = [SELECT Id FROM Contact].Id, HasOptedOutOfEmail = true);");
    const [card] = await account.stripe.paymentMethods
      .list({ customer: ada })
      .then(({ data }) => data);
    await account.stripe.subscriptions.create({
      customer: ada,
      items: [{ price: await price("month") }],
      default_payment_method: card?.id ?? "",
    });
    await hear();
    org.execute(`
      update new Stripe_Customer__c(
        Id = [SELECT Id FROM Stripe_Customer__c].Id,
        Card_Expires_On__c = System.today().addDays(3));`);
    look();
    expect(mails()).toHaveLength(1);
    expect(
      org.query("SELECT Payer_Mail_Reason__c FROM Stripe_Alert__c WHERE Kind__c = 'card_expiring'"),
    ).toMatchObject([{ Payer_Mail_Reason__c: "The contact has opted out of e-mail." }]);
  }, 300_000);
});
