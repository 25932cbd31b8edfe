import { describe, expect, it } from "vitest";
import { ApexList } from "../runtime/list.ts";
import { SObjectValue } from "../runtime/sobject.ts";
import { inTransaction } from "../runtime/transaction.ts";
import { sobjectType } from "../runtime/type.ts";
import { ACCOUNT, CONTACT, schemaFixture } from "../store/fixture/small-schema.ts";
import { apex } from "../testing/apex.ts";

describe("triggers", () => {
  it("see their context, change records before the save and mark errors on fields", () => {
    const schema = schemaFixture([ACCOUNT, CONTACT]);
    const { engine, transaction, debug } = apex()
      .schema(schema)
      .trigger(
        `trigger AccountTrigger on Account (before insert) {
          System.debug(Trigger.isBefore + ' ' + Trigger.isInsert + ' ' + Trigger.isUpdate + ' ' + Trigger.size + ' ' + Trigger.operationType);
          for (Account a : Trigger.new) {
            a.Industry = 'Energy';
            a.Name.addError('No ' + a.Name);
          }
          System.debug(Trigger.old);
        }`,
      )
      .run("System.debug(Trigger.isExecuting);");
    const describe_ = schema.object("Account");
    if (describe_ === undefined) throw new Error("No Account");
    const record = new SObjectValue(describe_);
    record.values.set("Name", "Acme");

    transaction.triggers.push({
      trigger: "AccountTrigger",
      object: "Account",
      event: "before insert",
      newList: new ApexList(sobjectType("Account"), [record]),
      oldList: null,
      newMap: null,
      oldMap: null,
      size: 1,
    });
    inTransaction(transaction, () => engine.runTrigger("accounttrigger"));

    expect(debug).toEqual(["false", "true true false 1 BEFORE_INSERT", "null"]);
    expect(record.get("Industry")).toBe("Energy");
    expect(record.errors).toEqual([{ field: "Name", message: "No Acme" }]);
  });
});
