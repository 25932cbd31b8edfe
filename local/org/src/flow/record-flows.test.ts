import { describe, expect, test } from "vitest";
import type { OrgFixture } from "../org/org-fixture.ts";
import { assign, filter, flowOrg, next, reference, text, triggered } from "./fixture.ts";

function lines(org: OrgFixture, block: string): readonly string[] {
  const { debug, exception } = org.run(block);
  if (exception !== null) throw new Error(exception.headline);
  return debug;
}

function failure(org: OrgFixture, block: string): string {
  return org.run(block).exception?.headline ?? "no exception";
}

const SET_SITE = assign("First", "$Record.Site", text("set"));

/** Creates a contact of the account, unless told otherwise. */
function createContact(values: string, more = ""): string {
  return `<recordCreates><name>First</name><label>First</label>${more}<object>Contact</object>${values}</recordCreates>`;
}

function fieldValue(field: string, value: string): string {
  return `<inputAssignments><field>${field}</field>${value}</inputAssignments>`;
}

const SITE = "Account a = [SELECT Site FROM Account]; System.debug(a.Site);";

describe("a flow before the save", () => {
  test("changes the record it is about, without DML", () => {
    const org = flowOrg({
      flows: { F: triggered({ object: "Account", type: "RecordBeforeSave" }, SET_SITE) },
    });

    expect(
      lines(
        org,
        `insert new Account(Name = 'x'); System.debug(Limits.getDmlStatements()); ${SITE}`,
      ),
    ).toEqual(["1", "set"]);
  });

  test("runs before the before triggers", () => {
    const org = flowOrg({
      flows: { F: triggered({ object: "Account", type: "RecordBeforeSave" }, SET_SITE) },
      triggers: ["trigger T on Account (before insert) { System.debug(Trigger.new[0].Site); }"],
    });

    expect(lines(org, "insert new Account(Name = 'x');")).toEqual(["set"]);
  });

  test("updates its record with Update Records, still without DML", () => {
    const update = `<recordUpdates><name>First</name><label>First</label><inputReference>$Record</inputReference>${fieldValue("Site", reference("$Record.Name"))}</recordUpdates>`;
    const org = flowOrg({
      flows: { F: triggered({ object: "Account", type: "RecordBeforeSave" }, update) },
    });

    expect(
      lines(
        org,
        `insert new Account(Name = 'x'); System.debug(Limits.getDmlStatements()); ${SITE}`,
      ),
    ).toEqual(["1", "x"]);
  });

  test("sees a formula of the record as the flow has changed it", () => {
    const org = flowOrg({
      flows: {
        F: triggered(
          { object: "Account", type: "RecordBeforeSave" },
          assign("First", "$Record.Name", text("new"), { then: "Second" }) +
            assign("Second", "$Record.Site", reference("$Record.Shout__c")),
        ),
      },
      files: {
        "objects/Account/fields/Shout__c.field-meta.xml": `<?xml version="1.0"?><CustomField xmlns="http://soap.sforce.com/2006/04/metadata"><fullName>Shout__c</fullName><label>Shout</label><type>Text</type><formula>UPPER(Name)</formula></CustomField>`,
      },
    });

    expect(lines(org, `insert new Account(Name = 'old'); ${SITE}`)).toEqual(["NEW"]);
  });

  test("does not start while it is switched off", () => {
    const flow = triggered({ object: "Account", type: "RecordBeforeSave" }, SET_SITE);
    const org = flowOrg({ flows: { F: flow.replace(">Active<", ">Draft<") } });

    expect(lines(org, `insert new Account(Name = 'x'); ${SITE}`)).toEqual(["null"]);
  });
});

describe("a flow after the save", () => {
  test("creates a record of another object, whose triggers run", () => {
    const values =
      fieldValue("LastName", reference("$Record.Name")) +
      fieldValue("AccountId", reference("$Record.Id"));
    const org = flowOrg({
      flows: { F: triggered({ object: "Account" }, createContact(values)) },
      triggers: ["trigger T on Contact (after insert) { System.debug('contact'); }"],
    });

    expect(
      lines(
        org,
        "insert new Account(Name = 'x'); System.debug([SELECT Account.Name FROM Contact].Account.Name);",
      ),
    ).toEqual(["contact", "x"]);
  });

  test("runs after the after triggers", () => {
    const org = flowOrg({
      flows: {
        F: triggered({ object: "Account" }, createContact(fieldValue("LastName", text("c")))),
      },
      triggers: [
        "trigger T on Account (after insert) { System.debug('account'); }",
        "trigger U on Contact (before insert) { System.debug('contact'); }",
      ],
    });

    expect(lines(org, "insert new Account(Name = 'x');")).toEqual(["account", "contact"]);
  });

  test("is carried out for all records of the save together", () => {
    const org = flowOrg({
      flows: {
        F: triggered({ object: "Account" }, createContact(fieldValue("LastName", text("c")))),
      },
    });

    expect(
      lines(
        org,
        `List<Account> accounts = new List<Account>();
         for (Integer i = 0; i < 120; i++) accounts.add(new Account(Name = 'a' + i));
         insert accounts;
         System.debug(Limits.getDmlStatements() + ' ' + Limits.getDmlRows());`,
      ),
    ).toEqual(["2 240"]);
  });

  test("that saves its own record anew is not started by that", () => {
    const update = `<recordUpdates><name>First</name><label>First</label><inputReference>$Record</inputReference>${fieldValue("Site", text("again"))}</recordUpdates>`;
    const org = flowOrg({
      flows: { F: triggered({ object: "Account", on: "CreateAndUpdate" }, update) },
      triggers: ["trigger T on Account (after update) { System.debug('updated'); }"],
    });

    expect(lines(org, `insert new Account(Name = 'x'); ${SITE}`)).toEqual(["updated", "again"]);
  });

  test("follows the number of its order, then its name", () => {
    const adding = (letter: string, order: string): string =>
      triggered(
        { object: "Account", type: "RecordBeforeSave", more: order },
        assign("First", "$Record.Site", text(letter), { operator: "Add" }),
      );
    const org = flowOrg({
      flows: {
        A: adding("a", "<triggerOrder>1500</triggerOrder>"),
        B: adding("b", ""),
        C: adding("c", ""),
        D: adding("d", "<triggerOrder>10</triggerOrder>"),
      },
    });

    expect(lines(org, `insert new Account(Name = 'x'); ${SITE}`)).toEqual(["dbca"]);
  });
});

describe("what a flow refuses", () => {
  const org = flowOrg({
    flows: {
      F: triggered({ object: "Account" }, createContact(fieldValue("FirstName", text("c")))),
    },
  });

  test("an element without a fault path fails the record it was started by", () => {
    expect(failure(org, "insert new Account(Name = 'x');")).toBe(
      "System.DmlException: Insert failed. First exception on row 0; first error: CANNOT_EXECUTE_FLOW_TRIGGER, We can't save this record because the “My Flow” process failed. Give your Salesforce admin these details. This error occurred when the flow tried to create records: REQUIRED_FIELD_MISSING: Required fields are missing: [LastName]. You can look up ExceptionCode values in the SOAP API Developer Guide.: []",
    );
  });

  test("and leaves no record behind", () => {
    expect(
      lines(
        org,
        "Database.insert(new List<Account>{ new Account(Name = 'x') }, false); System.debug([SELECT COUNT() FROM Account]);",
      ),
    ).toEqual(["0"]);
  });

  test("records that go through are saved beside those that do not", () => {
    const picky = flowOrg({
      flows: {
        F: triggered(
          { object: "Account" },
          createContact(fieldValue("LastName", reference("$Record.Site"))),
        ),
      },
    });

    expect(
      lines(
        picky,
        `List<Account> accounts = new List<Account>{ new Account(Name = 'a', Site = 's'), new Account(Name = 'b') };
         List<Database.SaveResult> results = Database.insert(accounts, false);
         System.debug(results[0].isSuccess() + ' ' + results[1].isSuccess());
         System.debug([SELECT COUNT() FROM Account] + ' ' + [SELECT COUNT() FROM Contact]);`,
      ),
    ).toEqual(["true false", "1 1"]);
  });

  test("a custom error is an error of the record, or of one of its fields", () => {
    const errors = `<customErrors><name>First</name><label>First</label>
      <customErrorMessages><errorMessage>Not {!$Record.Name}</errorMessage><isFieldError>true</isFieldError><fieldSelection>Name</fieldSelection></customErrorMessages></customErrors>`;
    const refusing = flowOrg({
      flows: { F: triggered({ object: "Account", type: "RecordBeforeSave" }, errors) },
    });

    expect(failure(refusing, "insert new Account(Name = 'x');")).toContain(
      "FIELD_CUSTOM_VALIDATION_EXCEPTION, Not x: [Name]",
    );
  });

  test("a limit that a flow exceeds ends the transaction", () => {
    const looping = flowOrg({
      flows: {
        F: triggered(
          { object: "Account" },
          createContact(fieldValue("LastName", text("c")), next("First")),
        ),
      },
    });

    expect(failure(looping, "insert new Account(Name = 'x');")).toBe(
      "System.LimitException: Too many DML statements: 151",
    );
  });
});

describe("the entry of a flow", () => {
  const counting = (
    more: string,
    on: "Create" | "Update" | "CreateAndUpdate" = "CreateAndUpdate",
  ) =>
    flowOrg({
      flows: {
        F: triggered(
          { object: "Account", type: "RecordBeforeSave", on, more },
          assign("First", "$Record.Site", text("+"), { operator: "Add" }),
        ),
      },
    });

  test("only of the operations it is for", () => {
    const block = `Account x = new Account(Name = 'x'); insert x; x.Name = 'y'; update x; ${SITE}`;

    expect(lines(counting("", "Create"), block)).toEqual(["+"]);
    expect(lines(counting("", "Update"), block)).toEqual(["+"]);
    expect(lines(counting("", "CreateAndUpdate"), block)).toEqual(["++"]);
  });

  test("only of records that meet its conditions, texts in any case", () => {
    const org = counting(filter("Name", "EqualTo", text("GOLD")));

    expect(lines(org, `insert new Account(Name = 'gold'); ${SITE}`)).toEqual(["+"]);
    expect(
      lines(
        counting(filter("Name", "EqualTo", text("x"))),
        `insert new Account(Name = 'gold'); ${SITE}`,
      ),
    ).toEqual(["null"]);
  });

  test("with the logic between them", () => {
    const org = counting(
      `<filterLogic>1 AND (2 OR 3)</filterLogic>${filter("Name", "StartsWith", text("g"))}${filter("Name", "EndsWith", text("x"))}${filter("Name", "Contains", text("ol"))}`,
    );

    expect(lines(org, `insert new Account(Name = 'gold'); ${SITE}`)).toEqual(["+"]);
  });

  test("only when the record comes to meet them", () => {
    const org = counting(
      `<doesRequireRecordChangedToMeetCriteria>true</doesRequireRecordChangedToMeetCriteria>${filter("Name", "EqualTo", text("gold"))}`,
    );

    expect(
      lines(
        org,
        `Account x = new Account(Name = 'x'); insert x; x.Name = 'gold'; update x; x.Phone = '1'; update x; ${SITE}`,
      ),
    ).toEqual(["+"]);
  });

  test("by a formula with the record's last version", () => {
    const org = counting(
      "<filterFormula>AND(NOT(ISNEW()), ISCHANGED({!$Record.Name}), {!$Record__Prior.Name} = &quot;x&quot;)</filterFormula>",
    );

    expect(
      lines(
        org,
        `Account x = new Account(Name = 'x'); insert x; x.Phone = '1'; update x; x.Name = 'y'; update x; x.Name = 'z'; update x; ${SITE}`,
      ),
    ).toEqual(["+"]);
  });

  test("by the operator Is Changed", () => {
    const org = counting(
      filter("Phone", "IsChanged", "<value><booleanValue>true</booleanValue></value>"),
    );

    expect(
      lines(
        org,
        `Account x = new Account(Name = 'x', Phone = '1'); insert x; x.Phone = '2'; update x; x.Name = 'y'; update x; ${SITE}`,
      ),
    ).toEqual(["+"]);
  });
});

describe("a flow before a delete", () => {
  test("runs with the record, and its refusal keeps it", () => {
    const errors = `<customErrors><name>First</name><label>First</label><customErrorMessages><errorMessage>Keep it</errorMessage><isFieldError>false</isFieldError></customErrorMessages></customErrors>`;
    const org = flowOrg({
      flows: {
        F: triggered(
          {
            object: "Account",
            type: "RecordBeforeDelete",
            on: "Delete",
            more: filter("Name", "EqualTo", text("keep")),
          },
          errors,
        ),
      },
    });

    expect(
      lines(
        org,
        `insert new List<Account>{ new Account(Name = 'keep'), new Account(Name = 'go') };
         List<Database.DeleteResult> results = Database.delete([SELECT Id FROM Account ORDER BY Name], false);
         System.debug(results[0].isSuccess() + ' ' + results[1].getErrors()[0].getMessage());
         System.debug([SELECT Name FROM Account].Name);`,
      ),
    ).toEqual(["true Keep it", "keep"]);
  });
});
