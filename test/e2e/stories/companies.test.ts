/** Where companies pay: an account becomes the customer, its people do not, and both sides keep in step. */
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { copyProject } from "../../../local/stack/testing/copied-project.ts";
import { removeFolder, temporaryFolder } from "../running-stack.ts";
import { someEmail } from "./given.ts";
import { becomes, create, isFound, record, stripeSays, untilTrue, update } from "./records.ts";
import { openStage, type Stage } from "./stage.ts";
import * as when from "./when.ts";

const SETTING = "force-app/main/default/customMetadata/Stripe_Setting.Default.md-meta.xml";

let folder: string;
let stage: Stage;

beforeAll(async () => {
  folder = await temporaryFolder();
  stage = await openStage(await projectWhereCompaniesPay(folder));
});

afterAll(async () => {
  await stage.close();
  await removeFolder(folder);
});

async function projectWhereCompaniesPay(at: string): Promise<string> {
  await copyProject(at);
  const setting = await readFile(path.join(at, SETTING), "utf8");
  const changed = setting.replace(">Person<", ">Company<");
  expect(changed).not.toBe(setting);
  await writeFile(path.join(at, SETTING), changed);
  return at;
}

interface Company {
  readonly accountId: string;
  readonly email: string;
  /** `cus_…` */
  readonly stripeId: string;
  /** The Stripe_Customer__c record. */
  readonly recordId: string;
}

async function acme(): Promise<Company> {
  const email = someEmail("billing");
  const accountId = await create(stage.rep, "Account", {
    Name: "Acme GmbH",
    Stripe_Billing_Email__c: email,
    BillingStreet: "Hauptstr. 1",
    BillingCity: "Berlin",
    BillingPostalCode: "10115",
    BillingCountry: "DE",
  });
  await becomes(stage, "Account", accountId, { Stripe_Sync_Status__c: "Completed" });
  const { Stripe_Customer_ID__c: stripeId } = await record(stage, "Account", accountId);
  await isFound(
    stage,
    `SELECT Contact__c, Is_Company__c FROM Stripe_Customer__c WHERE Account__c = '${accountId}'`,
    [{ Contact__c: null, Is_Company__c: true }],
  );
  const { records } = await stage.rep.query<{ Id: string }>(
    `SELECT Id FROM Stripe_Customer__c WHERE Account__c = '${accountId}'`,
  );
  return { accountId, email, stripeId: String(stripeId), recordId: records[0]?.Id ?? "" };
}

describe.concurrent("a company", () => {
  it("is one customer however many people it has, buys, and shows what it pays for", async () => {
    const company = await acme();
    for (const name of ["One", "Two", "Three"]) {
      await create(stage.rep, "Contact", {
        LastName: name,
        Email: someEmail(name.toLowerCase()),
        AccountId: company.accountId,
      });
    }

    const { data } = await stage.stripe.customers.list({ email: company.email });
    expect(data).toMatchObject([
      {
        id: company.stripeId,
        name: "Acme GmbH",
        address: { line1: "Hauptstr. 1", city: "Berlin", postal_code: "10115", country: "DE" },
        metadata: { salesforce_account_id: company.accountId },
      },
    ]);
    const subscriptionId = await when.chooses(stage, company, "Basic Monthly");
    await when.pays(stage, await when.getsLink(stage, subscriptionId));
    await becomes(stage, "Stripe_Subscription__c", subscriptionId, { Status__c: "active" });
    await becomes(stage, "Account", company.accountId, { Subscription_Status__c: "active" });
    await isFound(
      stage,
      `SELECT Status__c FROM Payment_Transaction__c WHERE Stripe_Customer__r.Account__c = '${company.accountId}'`,
      [{ Status__c: "succeeded" }],
    );
    await isFound(
      stage,
      `SELECT Id FROM Contact WHERE AccountId = '${company.accountId}' AND Stripe_Customer_ID__c != NULL`,
      [],
    );
  });

  it("moves on both sides, whichever side it is told on", async () => {
    const company = await acme();

    await stage.stripe.customers.update(company.stripeId, {
      address: { line1: "Rheinallee 2", city: "Bonn", postal_code: "53173", country: "DE" },
    });
    await becomes(stage, "Account", company.accountId, {
      BillingStreet: "Rheinallee 2",
      BillingCity: "Bonn",
      Stripe_Sync_Status__c: "Completed",
    });

    await update(stage.rep, "Account", { Id: company.accountId, BillingCity: "Mainz" });
    await stripeSays(() => stage.stripe.customers.retrieve(company.stripeId), {
      address: { line1: "Rheinallee 2", city: "Mainz" },
    });
    await becomes(stage, "Stripe_Customer__c", company.recordId, { City__c: "Mainz" });
  });

  it("has the customers of its people, who take them along when they leave", async () => {
    const accountId = await create(stage.rep, "Account", { Name: "Old employer" });
    const otherId = await create(stage.rep, "Account", { Name: "New employer" });
    const contactId = await create(stage.rep, "Contact", {
      LastName: "Freelancer",
      Email: someEmail("freelancer"),
    });
    await becomes(stage, "Contact", contactId, { Stripe_Sync_Status__c: "Completed" });

    for (const employer of [accountId, otherId]) {
      await update(stage.rep, "Contact", { Id: contactId, AccountId: employer });
      await untilTrue(async () => {
        const { records } = await stage.rep.query(
          `SELECT Account__c, Is_Company__c FROM Stripe_Customer__c WHERE Contact__c = '${contactId}'`,
        );
        expect(records).toMatchObject([{ Account__c: employer, Is_Company__c: false }]);
      });
    }
  });
});
