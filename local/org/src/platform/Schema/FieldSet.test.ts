import { expect, test } from "vitest";
import { describeOrg } from "../../testing/describe-org.ts";

test("a field set gives its fields with their paths and what the object says of them", () => {
  const { debug, exception } = describeOrg().test(`
    Schema.FieldSet fields = Schema.SObjectType.Invoice__c.fieldSets.getMap().get('SHORT');
    System.debug(fields.getName() + ', ' + fields.getLabel() + ', ' + fields.getDescription() + ', ' + fields.getSObjectType());
    for (Schema.FieldSetMember member : fields.getFields())
      System.debug(member.getFieldPath() + ', ' + member.getType() + ', ' + member.getLabel() + ', ' + member.getRequired() + ', ' + member.getSObjectField());
    System.debug(Schema.SObjectType.Invoice__c.fieldSets.Short.getFields().size());`);
  expect(exception).toBeNull();
  expect(debug).toEqual([
    "Short, In short, For lists, Invoice__c",
    "Amount__c, CURRENCY, Amount, true, Amount__c",
    "Account__r.Name, STRING, Account Name, false, Name",
    "2",
  ]);
});
