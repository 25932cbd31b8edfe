import { expect, test } from "vitest";
import { apexOrg, type OrgFixture } from "../org/org-fixture.ts";
import { loadSchema } from "../schema/load-schema.ts";
import { metadataXml } from "../schema/fixture/project.ts";
import { ApexDecimal } from "../runtime/decimal.ts";
import { projectWith } from "../schema/fixture/schema.ts";

function orgOfManyCurrencies(): OrgFixture {
  const { schema } = loadSchema([
    projectWith({
      "settings/Currency.settings-meta.xml": metadataXml(
        "CurrencySettings",
        "<isMultiCurrencyEnabled>true</isMultiCurrencyEnabled>",
      ),
    }),
  ]);
  const fixture = apexOrg({ schema });
  fixture.org.keep("CurrencyType", null, {
    IsoCode: "EUR",
    IsActive: true,
    ConversionRate: ApexDecimal.parse("0.5"),
  });
  fixture.org.keep("CurrencyType", null, { IsoCode: "CHF", IsActive: false });
  return fixture;
}

const KEPT = "System.debug([SELECT CurrencyIsoCode FROM Account].get('CurrencyIsoCode'));";

test("a record is in the corporate currency unless it says otherwise", () => {
  const org = orgOfManyCurrencies();

  expect(org.run(`insert new Account(Name = 'A'); ${KEPT}`).debug).toEqual(["USD"]);
});

test("a record is in an active currency it names", () => {
  const block = `insert new Account(Name = 'A', CurrencyIsoCode = 'EUR'); ${KEPT}`;

  expect(orgOfManyCurrencies().run(block).debug).toEqual(["EUR"]);
});

test.each(["CHF", "GBP"])("a currency that is not active is refused: %s", (code) => {
  const { exception } = orgOfManyCurrencies().run(
    `insert new Account(Name = 'A', CurrencyIsoCode = '${code}');`,
  );

  expect(exception?.message).toContain("bad value for restricted picklist field");
});

test("a sum of amounts is in the corporate currency, whatever it is grouped by, and a row's amount is as it stands", () => {
  const { debug } = orgOfManyCurrencies().run(`
    insert new List<Account>{
      new Account(Name = 'A', AnnualRevenue = 100, CurrencyIsoCode = 'EUR'),
      new Account(Name = 'B', AnnualRevenue = 100, CurrencyIsoCode = 'USD')
    };
    for (AggregateResult row : [SELECT CurrencyIsoCode code, SUM(AnnualRevenue) total FROM Account GROUP BY CurrencyIsoCode ORDER BY CurrencyIsoCode])
      System.debug(row.get('code') + ' ' + row.get('total'));
    System.debug([SELECT SUM(AnnualRevenue) total FROM Account][0].get('total'));
    System.debug([SELECT AnnualRevenue FROM Account WHERE Name = 'A'].AnnualRevenue);
  `);

  expect(debug.map((line) => line.replace(/\.0+$/, ""))).toEqual([
    "EUR 200",
    "USD 100",
    "300",
    "100",
  ]);
});

test("Apex can ask whether the org has several", () => {
  const ask = "System.debug(UserInfo.isMultiCurrencyOrganization());";

  expect(orgOfManyCurrencies().run(ask).debug).toEqual(["true"]);
  expect(apexOrg({ schema: loadSchema([]).schema }).run(ask).debug).toEqual(["false"]);
});
