import { expect, test } from "vitest";
import { apexOrg } from "../org/org-fixture.ts";
import { loadSchema } from "../schema/load-schema.ts";
import { metadataXml } from "../schema/fixture/project.ts";
import { projectWith } from "../schema/fixture/schema.ts";

const CANADA = `<countriesAndStates><countries><active>true</active><integrationValue>Canada</integrationValue><isoCode>CA</isoCode><label>Canada</label>
  <orgDefault>false</orgDefault><standard>true</standard><visible>true</visible>
  <states><active>true</active><integrationValue>Alberta</integrationValue><isoCode>AB</isoCode><label>Alberta</label><standard>true</standard><visible>true</visible></states>
  </countries><countries><active>true</active><integrationValue>Germany</integrationValue><isoCode>DE</isoCode><label>Germany</label>
  <orgDefault>false</orgDefault><standard>true</standard><visible>true</visible></countries></countriesAndStates>`;

function saved(fields: string): readonly string[] {
  const { schema } = loadSchema([
    projectWith({ "settings/Address.settings-meta.xml": metadataXml("AddressSettings", CANADA) }),
  ]);
  return apexOrg({ schema }).run(`
    Contact person = new Contact(LastName = 'A', ${fields});
    try {
      insert person;
      person = [SELECT MailingCountry, MailingCountryCode, MailingState, MailingStateCode FROM Contact];
      System.debug(person.MailingCountry + ' ' + person.MailingCountryCode + ' ' + person.MailingState + ' ' + person.MailingStateCode);
    } catch (DmlException e) {
      System.debug(e.getDmlType(0) + ' ' + e.getDmlMessage(0));
    }`).debug;
}

test.each([
  ["MailingCountry = 'Germany'", "Germany DE null null"],
  ["MailingCountryCode = 'CA', MailingStateCode = 'AB'", "Canada CA Alberta AB"],
  ["MailingCountry = 'canada', MailingState = 'AB'", "Canada CA Alberta AB"],
  ["Title = 'none'", "null null null null"],
])("a save with %s keeps code and text: %s", (fields, kept) => {
  expect(saved(fields)).toEqual([kept]);
});

test.each([
  ["MailingCountry = 'Atlantis'", "FIELD_INTEGRITY_EXCEPTION There's a problem with this country"],
  [
    "MailingCountry = 'Germany', MailingState = 'Alberta'",
    "FIELD_INTEGRITY_EXCEPTION There's a problem with this state",
  ],
  ["MailingState = 'Alberta'", "FIELD_INTEGRITY_EXCEPTION A country/territory must be specified"],
  ["MailingCountryCode = 'XX'", "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST"],
])("a save with %s is refused: %s", (fields, refusal) => {
  expect(saved(fields)[0]).toContain(refusal);
});

test("an org without the lists takes any text and knows no codes", () => {
  const { schema } = loadSchema([]);

  expect(schema.object("Contact")?.fields.has("mailingcountrycode")).toBe(false);
  expect(
    apexOrg({ schema }).run(
      "insert new Contact(LastName = 'A', MailingCountry = 'Atlantis'); System.debug('saved');",
    ).debug,
  ).toEqual(["saved"]);
});
