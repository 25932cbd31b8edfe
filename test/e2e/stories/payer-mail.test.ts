/**
 * Where Salesforce writes to payers: a declined renewal, an invoice by e-mail that is late, and a card that ends before its next charge are each
 * written of once, to the contact, however often Stripe tells of them and however often the morning's looks are taken.
 */
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { CompiledProject } from "../../../local/org/src/compile/compile-project.ts";
import { copyProject } from "../../../local/stack/testing/copied-project.ts";
import { compiledProjectAt } from "../orders/in-process-org.ts";
import { removeFolder, temporaryFolder } from "../running-stack.ts";
import { openTestClock, type TestClock } from "./test-clock.ts";

const SETTING = "force-app/main/default/customMetadata/Stripe_Setting.Default.md-meta.xml";
/** Longer than a payer has before being written to. */
const A_WHILE = 13;

let folder: string;
let project: CompiledProject;
let clock: TestClock;

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
  clock = await openTestClock(project, A_WHILE);
});

afterEach(() => clock.close());

/** A customer with a card that pays, who is a contact here. */
async function customer(): Promise<string> {
  const id = await clock.customer("ada@example.com");
  clock.org.execute(`
    Contact ada = new Contact(LastName = 'King', Email = 'ada@example.com');
    insert ada;
    update new Stripe_Customer__c(
      Id = [SELECT Id FROM Stripe_Customer__c WHERE Stripe_Customer_ID__c = '${id}'].Id,
      Contact__c = ada.Id);`);
  return id;
}

/** The looks of a morning, and once more, as if somebody had started them by hand; then the hour's look for what waits. */
function look(): void {
  for (let time = 0; time < 2; time += 1) {
    clock.org.execute("StripeOverdueInvoicesBatch.run(); StripeExpiringCardsBatch.run();");
    clock.passMinutes();
    clock.org.execute("new StripeRequestSweep().execute(null);");
    clock.org.runDueJobs();
  }
}

/** What the payer got, as it stands on the contact. */
const mails = (): Record<string, unknown>[] =>
  clock.org.query("SELECT Subject, TextBody, ToAddress FROM EmailMessage ORDER BY CreatedDate, Id");

describe("e-mails to payers", () => {
  test("a declined renewal is written of once, with its amount and where it is paid", async () => {
    const ada = await customer();
    await clock.account.stripe.subscriptions.create({
      customer: ada,
      items: [{ price: await clock.price("month") }],
    });
    await clock.passTo("2026-02-20T12:00:00Z");
    expect(mails()).toEqual([]);
    await clock.useCard(ada, "pm_card_chargeCustomerFail");
    // The attempts of 1, 4 and 9 March.
    for (const day of ["01", "04", "09"]) {
      await clock.passTo(`2026-03-${day}T12:00:00Z`);
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
      clock.org.query(
        "SELECT Kind__c, Payer_Mail__c FROM Stripe_Alert__c WHERE Payer_Mail__c != null",
      ),
    ).toMatchObject([{ Kind__c: "payment_failed", Payer_Mail__c: "Sent" }]);
  }, 300_000);

  test("a late invoice by e-mail is written of once, and not to who has opted out", async () => {
    const ada = await customer();
    await clock.account.stripe.subscriptions.create({
      customer: ada,
      items: [{ price: await clock.price("year") }],
      collection_method: "send_invoice",
      days_until_due: 10,
    });
    await clock.passTo("2026-02-02T12:00:00Z");
    look();
    expect(mails()).toEqual([]);
    await clock.passTo("2026-02-12T12:00:00Z");
    look();
    await clock.passTo("2026-02-14T12:00:00Z");
    look();

    expect(mails()).toMatchObject([{ ToAddress: "ada@example.com" }]);
    expect(String(mails()[0]?.["Subject"])).toMatch(/^Invoice \S+ is overdue$/);

    clock.org.execute(
      "update new Contact(Id = [SELECT Id FROM Contact].Id, HasOptedOutOfEmail = true);",
    );
    const [card] = await clock.account.stripe.paymentMethods
      .list({ customer: ada })
      .then(({ data }) => data);
    await clock.account.stripe.subscriptions.create({
      customer: ada,
      items: [{ price: await clock.price("month") }],
      default_payment_method: card?.id ?? "",
    });
    await clock.hear();
    clock.org.execute(`
      update new Stripe_Customer__c(
        Id = [SELECT Id FROM Stripe_Customer__c].Id,
        Card_Expires_On__c = System.today().addDays(3));`);
    look();
    expect(mails()).toHaveLength(1);
    expect(
      clock.org.query(
        "SELECT Payer_Mail_Reason__c FROM Stripe_Alert__c WHERE Kind__c = 'card_expiring'",
      ),
    ).toMatchObject([{ Payer_Mail_Reason__c: "The contact has opted out of e-mail." }]);
  }, 300_000);
});
