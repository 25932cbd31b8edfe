/** What public suites rely on of the standard objects. */
import { expect, it } from "vitest";
import { apexOrg } from "../../org/org-fixture.ts";
import { loadSchema } from "../../schema/load-schema.ts";

const org = apexOrg({ schema: loadSchema([], new Set()).schema });

it.each([
  [
    "an amount keeps decimals its field has none of",
    "Account a = new Account(Name = 'a', AnnualRevenue = 12345.67); insert a; System.debug([SELECT AnnualRevenue FROM Account].AnnualRevenue);",
    "12345.67",
  ],
  [
    "a child relationship is a key by what it is",
    "Set<Schema.ChildRelationship> all = new Set<Schema.ChildRelationship>(Account.SObjectType.getDescribe().getChildRelationships()); all.addAll(Account.SObjectType.getDescribe().getChildRelationships()); System.debug(all.size() == Account.SObjectType.getDescribe().getChildRelationships().size());",
    "true",
  ],
  [
    "relationships of person accounts come with them",
    "Integer found = 0; for (Schema.ChildRelationship child : Account.SObjectType.getDescribe().getChildRelationships()) if (child.getRelationshipName() == 'PersonUsers') found++; System.debug(found);",
    "0",
  ],
  [
    "a polymorphic parent can be cast to any object",
    "Case c = new Case(Owner = new User(LastName = 'x')); System.debug(((User) c.Owner).LastName);",
    "x",
  ],
])("%s", (_rule, block, expected) => {
  const { debug, exception } = org.test(block);
  expect(exception).toBeNull();
  expect(debug).toEqual([expected]);
});
