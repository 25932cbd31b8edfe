/** Finance in an org with two Stripe accounts: revenue of one at a time, and a sync run over the one that is chosen. */
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { copyProject } from "../../local/stack/testing/copied-project.ts";
import { recordXml } from "../../scripts/setup/custom-metadata-record.ts";
import { eventually, removeFolder, temporaryFolder } from "../e2e/running-stack.ts";
import { chromiumPath } from "./chromium.ts";
import { axeFindings, openPage, picture, type OpenPage } from "./open-page.ts";

const SECOND = "acct_1SecondLocal";

describe.skipIf(chromiumPath() === null && process.env["CI"] === undefined)("two accounts", () => {
  let folder: string;
  let opened: OpenPage;

  beforeAll(async () => {
    folder = await temporaryFolder();
    const project = await copyProject(folder);
    await writeFile(
      path.join(project, "force-app/main/default/customMetadata/Stripe_Account.Second.md-meta.xml"),
      recordXml("Second", {
        Account_ID__c: SECOND,
        Livemode__c: false,
        Named_Credential__c: "Stripe_API_2",
        Is_Connected__c: false,
      }),
    );
    opened = await openPage(project);
    await execute(`
      List<Stripe_Customer__c> customers = new List<Stripe_Customer__c>{
        new Stripe_Customer__c(Stripe_Customer_ID__c = 'cus_own'),
        new Stripe_Customer__c(Stripe_Customer_ID__c = 'cus_second', Stripe_Account_ID__c = '${SECOND}')
      };
      insert customers;
      insert new List<Stripe_Balance__c>{
        new Stripe_Balance__c(Stripe_Customer__c = customers[0].Id, Balance_Key__c = 'own', Currency__c = 'usd', MRR__c = 100),
        new Stripe_Balance__c(Stripe_Customer__c = customers[1].Id, Balance_Key__c = 'second', Currency__c = 'usd', MRR__c = 7)
      };`);
  });
  afterAll(async () => {
    await opened.stop();
    await removeFolder(folder);
  });

  async function execute(apex: string): Promise<void> {
    const { success, compileProblem, exceptionMessage } =
      await opened.running.connection.tooling.executeAnonymous(apex);
    if (!success) throw new Error(compileProblem ?? exceptionMessage ?? "It failed.");
  }

  test("revenue is of the own account, and of the other when that is chosen", async () => {
    const page = await opened.as("finance", "/lightning/page/home");
    const card = page.getByRole("article", { name: "Revenue" });
    await card.getByText("$100.00").waitFor();
    const account = card.getByRole("combobox", { name: "Stripe account" });
    expect(await account.locator("option").allInnerTexts()).toHaveLength(2);
    await account.selectOption({ label: `test mode of ${SECOND}` });
    await card.getByText("$7.00").waitFor();
    expect(await card.getByText("$100.00").count()).toBe(0);
    await picture(page, "revenue-of-another-account");
    expect(await axeFindings(page)).toEqual([]);
  });

  test("a run is begun over the account that is chosen", async () => {
    const page = await opened.as("finance", "/lightning/n/Stripe_Sync");
    await page
      .getByRole("combobox", { name: "Stripe account" })
      .selectOption({ label: `test mode of ${SECOND}` });
    await page.getByRole("button", { name: "Compare with Stripe" }).click();
    await page.getByRole("cell", { name: new RegExp(`test mode of ${SECOND}$`) }).waitFor();
    await picture(page, "run-of-another-account");
    expect(await axeFindings(page)).toEqual([]);
    const account = await eventually("the run", async () => {
      const { records } = await opened.running.connection.query<{ Stripe_Account_ID__c: string }>(
        "SELECT Stripe_Account_ID__c FROM Stripe_Sync_Run__c",
      );
      return records[0]?.Stripe_Account_ID__c ?? null;
    });
    expect(account).toBe(SECOND);
  });
});
