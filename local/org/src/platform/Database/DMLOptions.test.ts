import { expect, test } from "vitest";
import { apexOrg } from "../../org/org-fixture.ts";
import { ACCOUNT, CONTACT, schemaFixture } from "../../store/fixture/small-schema.ts";

const org = apexOrg({ schema: schemaFixture([ACCOUNT, CONTACT]) });

function shown(block: string): readonly string[] {
  const { debug, exception } = org.test(block);
  return exception === null ? debug : [...debug, exception.headline];
}

test("the headers of Database.DMLOptions keep what is set on them", () => {
  expect(
    shown(`
      Database.DMLOptions options = new Database.DMLOptions();
      options.DuplicateRuleHeader.AllowSave = true;
      options.AssignmentRuleHeader.UseDefaultRule = true;
      System.debug(options.DuplicateRuleHeader.AllowSave + ' ' + options.AssignmentRuleHeader.UseDefaultRule);`),
  ).toEqual(["true true"]);
});

test("OptAllOrNone false lets the good records through", () => {
  expect(
    shown(`
      Database.DMLOptions options = new Database.DMLOptions();
      options.OptAllOrNone = false;
      List<Database.SaveResult> results = Database.insert(new List<Account>{ new Account(Name = 'a'), new Account() }, options);
      System.debug(results[0].isSuccess() + ' ' + results[1].isSuccess());`),
  ).toEqual(["true false"]);
});
