import { describe, expect, it } from "vitest";
import { ApexList } from "../runtime/list.ts";
import { SObjectValue } from "../runtime/sobject.ts";
import { inTransaction } from "../runtime/transaction.ts";
import { sobjectType } from "../runtime/type.ts";
import { ACCOUNT, CONTACT, schemaFixture } from "../store/fixture/small-schema.ts";
import { apexOrg, type OrgFixture } from "../org/org-fixture.ts";
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

describe("a trigger and a class of one name", () => {
  const org = (): OrgFixture =>
    apexOrg({
      schema: schemaFixture([ACCOUNT, CONTACT]),
      classes: [
        `public class Tally {
          public static Integer count = 0;
          public Integer own = 1;
          public static Integer next() { count++; return count; }
          public class Nested { public String name = 'inner of the class'; }
        }`,
      ],
      triggers: [
        `trigger Tally on Account (before insert) {
          class Nested { public String name = 'inner of the trigger'; }
          String helped() { return 'helped'; }
          System.debug(Tally.next() + ' ' + new Nested().name + ' ' + new Tally.Nested().name);
        }`,
      ],
    });

  it("keep their own members, whichever is loaded first", () => {
    expect(
      org().run("insert new Account(Name = 'a'); System.debug(Tally.next() + new Tally().own);")
        .debug,
    ).toEqual(["1 inner of the trigger inner of the class", "3"]);
    expect(org().run("System.debug(Tally.next()); insert new Account(Name = 'a');").debug).toEqual([
      "1",
      "2 inner of the trigger inner of the class",
    ]);
  });

  it("give Type.forName the class", () => {
    expect(
      org()
        .run(
          "insert new Account(Name = 'a'); System.debug(((Tally) Type.forName('Tally').newInstance()).own);",
        )
        .debug.at(-1),
    ).toBe("1");
  });

  it("are apart in what catches and casts see", () => {
    expect(
      org()
        .run(
          "insert new Account(Name = 'a'); Object o = new Tally.Nested(); System.debug(o instanceof Tally.Nested);",
        )
        .debug.at(-1),
    ).toBe("true");
  });
});
