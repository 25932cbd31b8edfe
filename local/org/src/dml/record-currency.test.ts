import { expect, test } from "vitest";
import { apexOrg, type OrgFixture } from "../org/org-fixture.ts";
import { loadSchema } from "../schema/load-schema.ts";
import { metadataXml } from "../schema/fixture/project.ts";
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
  fixture.org.keep("CurrencyType", null, { IsoCode: "EUR", IsActive: true });
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

test("Apex can ask whether the org has several", () => {
  const ask = "System.debug(UserInfo.isMultiCurrencyOrganization());";

  expect(orgOfManyCurrencies().run(ask).debug).toEqual(["true"]);
  expect(apexOrg({ schema: loadSchema([]).schema }).run(ask).debug).toEqual(["false"]);
});
