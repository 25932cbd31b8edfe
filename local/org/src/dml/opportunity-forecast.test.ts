import { expect, test } from "vitest";
import { apexOrg } from "../org/org-fixture.ts";
import { schemaOf } from "../schema/fixture/schema.ts";

test("an opportunity's expected revenue and fiscal period follow its amount, stage and close date", () => {
  const org = apexOrg({ schema: schemaOf({}) });
  const { debug, exception } = org.test(`
    Opportunity o = new Opportunity(
      Name = 'Sale', StageName = 'Prospecting', CloseDate = Date.newInstance(2024, 5, 3), Amount = 1000);
    insert o;
    Opportunity stored = [SELECT ExpectedRevenue, Fiscal, FiscalYear, FiscalQuarter FROM Opportunity];
    System.debug(stored.ExpectedRevenue + ' ' + stored.Fiscal + ' ' + stored.FiscalYear + ' ' + stored.FiscalQuarter);
    o.StageName = 'Closed Won'; o.CloseDate = Date.newInstance(2025, 12, 31); update o;
    stored = [SELECT ExpectedRevenue, Fiscal FROM Opportunity];
    System.debug(stored.ExpectedRevenue + ' ' + stored.Fiscal);
    o.Amount = null; update o;
    System.debug([SELECT ExpectedRevenue FROM Opportunity].ExpectedRevenue);`);

  expect(exception?.headline).toBeUndefined();
  expect(debug).toEqual(["100.00 2024 2 2024 2", "1000.00 2025 4", "null"]);
});
