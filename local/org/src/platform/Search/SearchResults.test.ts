import { expect, test } from "vitest";
import { apexOrg } from "../../org/org-fixture.ts";
import { schemaOf } from "../../schema/fixture/schema.ts";

const FIND = `Search.SearchResults found = Search.find(
  'FIND {Acme} IN ALL FIELDS RETURNING Account(Id, Name) WITH SNIPPET (target_length=120)', AccessLevel.SYSTEM_MODE);`;

test("Search.find gives records by object", () => {
  const org = apexOrg({ schema: schemaOf({}) });
  const { debug, exception } = org.run(`
    insert new Account(Name = 'Acme');
    ${FIND}
    for (Search.SearchResult each : found.get('account')) System.debug(each.getSObject().get('Name'));`);

  expect(exception?.headline).toBeUndefined();
  expect(debug).toEqual(["Acme"]);
});

test("Search.find finds in a test the fixed results only", () => {
  const org = apexOrg({ schema: schemaOf({}) });
  const { debug, exception } = org.test(`
    Account account = new Account(Name = 'Other'); insert account;
    { ${FIND} System.debug(found.get('Account').size()); }
    Test.setFixedSearchResults(new List<Id>{ account.Id });
    { ${FIND} System.debug(found.get('Account')[0].getSObject().Id == account.Id); }`);

  expect(exception?.headline).toBeUndefined();
  expect(debug).toEqual(["0", "true"]);
});
