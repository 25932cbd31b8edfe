import { expect, test } from "vitest";
import { apexOrg } from "../../org/org-fixture.ts";
import { ACCOUNT, CONTACT, schemaFixture } from "../../store/fixture/small-schema.ts";

const org = apexOrg({ schema: schemaFixture([ACCOUNT, CONTACT]) });

test("a MergeResult names the winner and the records that went into it", () => {
  const { debug, exception } = org.test(`
    Account winner = new Account(Name = 'winner');
    Account loser = new Account(Name = 'loser');
    insert new List<Account>{ winner, loser };
    Database.MergeResult result = Database.merge(winner, loser);
    System.debug(result.isSuccess() + ' ' + (result.getId() == winner.Id) + ' ' + (result.getMergedRecordIds()[0] == loser.Id));
    System.debug([SELECT COUNT() FROM Account]);`);

  expect([exception, debug]).toEqual([null, ["true true true", "1"]]);
});

test("a query locator's iterator gives every record once", () => {
  const { debug, exception } = org.test(`
    insert new List<Account>{ new Account(Name = 'a'), new Account(Name = 'b') };
    Database.QueryLocatorIterator records = Database.getQueryLocator('SELECT Name FROM Account ORDER BY Name').iterator();
    List<String> names = new List<String>();
    while (records.hasNext()) names.add((String) records.next().get('Name'));
    System.debug(names);`);

  expect([exception, debug]).toEqual([null, ["(a, b)"]]);
});
