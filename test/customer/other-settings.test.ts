import { globSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { withCustomMetadata } from "../../local/org/src/serve/custom-metadata-changes.ts";
import { compiled, OURS, outcomeIn } from "./tested-project.ts";

test("ours are green where administrators have set and switched everything otherwise, as a next release meets it", () => {
  const project = compiled(OURS);
  const switches = globSync("Manage_Trigger.*", {
    cwd: path.join(OURS, "main/default/customMetadata"),
  });
  const schema = withCustomMetadata(project.schema, {
    "Stripe_Setting.Default": {
      Accept_Both_Modes__c: false,
      Account_ID__c: "acct_1Acme",
      Checkout_Success_URL__c: null,
      Close_Time_Zone__c: "Pacific/Auckland",
      Create_Customers__c: false,
      Customer_Of__c: "Company",
      Event_Retention_Days__c: 1,
      Finance_Queue__c: null,
      Livemode__c: true,
      MRR_Discounts__c: "None",
      MRR_Past_Due__c: "Leave out",
      Nightly_Repair__c: true,
      Requests_Per_Second__c: 1,
    },
    ...Object.fromEntries(
      switches.map((file) => [path.basename(file, ".md-meta.xml"), { Is_Active__c: false }]),
    ),
  });

  const outcome = outcomeIn({ ...project, schema }, [OURS]);

  expect(outcome.failed).toEqual([]);
  expect(outcome.passed.length).toBeGreaterThan(500);
});
