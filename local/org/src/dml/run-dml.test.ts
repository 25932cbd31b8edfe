import { beforeEach, describe, expect, test } from "vitest";
import { ApexDecimal } from "../runtime/decimal.ts";
import type { SObjectValue } from "../runtime/sobject.ts";
import {
  ACCOUNT,
  CONTACT,
  lookupTo,
  type ObjectFixture,
  picklistOf,
  schemaFixture,
} from "../store/fixture/small-schema.ts";
import { dmlExceptionOf } from "./dml-exception.ts";
import { DmlFixture } from "./fixture.ts";

const ORDER: ObjectFixture = {
  name: "Order__c",
  keyPrefix: "a00",
  fields: [
    {
      name: "Name",
      type: "string",
      autoNumberFormat: "ORD-{0000}",
      isCreateable: false,
      isUpdateable: false,
    },
    picklistOf("Status__c", ["Draft", "Sent"], {
      label: "Status",
      picklistValues: [
        { value: "Draft", label: "Draft", isDefault: true, isActive: true },
        { value: "Sent", label: "Sent", isDefault: false, isActive: true },
      ],
      isHistoryTracked: true,
    }),
    { name: "Urgent__c", type: "boolean", defaultValue: "true" },
    { name: "Amount__c", type: "currency", precision: 8, scale: 2 },
    { name: "Email__c", type: "email", length: 80 },
    {
      name: "Total__c",
      type: "currency",
      rollup: {
        operation: "sum",
        childObject: "Line__c",
        foreignKey: "Order__c",
        summarizedField: "Price__c",
        filters: [],
      },
      isCreateable: false,
      isUpdateable: false,
    },
    {
      name: "Line_Count__c",
      type: "double",
      scale: 0,
      rollup: {
        operation: "count",
        childObject: "Line__c",
        foreignKey: "Order__c",
        summarizedField: null,
        filters: [{ field: "Free__c", operation: "equals", value: "false" }],
      },
      isCreateable: false,
      isUpdateable: false,
    },
    lookupTo("Account__c", "Account"),
  ],
  isHistoryTracked: true,
  validationRules: [
    {
      name: "Sent_needs_amount",
      isActive: true,
      condition: 'AND(ISPICKVAL(Status__c, "Sent"), ISBLANK(Amount__c))',
      message: "Give an amount.",
      errorField: "Amount__c",
    },
    {
      name: "Never_back",
      isActive: true,
      condition: 'AND(NOT(ISNEW()), ISCHANGED(Status__c), ISPICKVAL(Status__c, "Draft"))',
      message: "Sent is sent.",
      errorField: null,
    },
  ],
};

const LINE: ObjectFixture = {
  name: "Line__c",
  keyPrefix: "a01",
  fields: [
    { name: "Name", type: "string" },
    { name: "Price__c", type: "currency" },
    { name: "Free__c", type: "boolean" },
    lookupTo("Order__c", "Order__c", { relationship: "masterDetail", deleteConstraint: "Cascade" }),
  ],
};

const ORDER_HISTORY: ObjectFixture = {
  name: "Order__History",
  keyPrefix: "017",
  fields: [
    lookupTo("ParentId", "Order__c"),
    { name: "Field", type: "string" },
    { name: "OldValue", type: "anyType" },
    { name: "NewValue", type: "anyType" },
  ],
};

let org: DmlFixture;

beforeEach(() => {
  org = new DmlFixture(schemaFixture([ACCOUNT, CONTACT, ORDER, LINE, ORDER_HISTORY]));
});

const saved = (operation: "insert" | "update" | "upsert", record: SObjectValue): SObjectValue => {
  const [outcome] = org.dml(operation, [record]);
  expect(outcome?.errors).toEqual([]);
  return record;
};

describe("insert", () => {
  test("fills ids, defaults, auto-numbers, owner and the system fields", () => {
    const order = saved("insert", org.record("Order__c", {}));
    saved("insert", org.record("Account", { Name: "Acme" }));

    const [row] = org.query(
      "SELECT Name, Status__c, Urgent__c, CreatedDate, CreatedById FROM Order__c",
    ).records;
    expect(order.id).toMatch(/^a00/u);
    expect(row?.get("Name")).toBe("ORD-0001");
    expect(row?.get("Status__c")).toBe("Draft");
    expect(row?.get("Urgent__c")).toBe(true);
    expect(row?.get("CreatedById")).toBe(org.userId);
    expect(org.column("SELECT OwnerId FROM Account", "OwnerId")).toEqual([org.userId]);
  });

  test("a person's name is made of its parts", () => {
    saved("insert", org.record("Contact", { FirstName: "Ada", LastName: "Lovelace" }));
    expect(org.column("SELECT Name FROM Contact", "Name")).toEqual(["Ada Lovelace"]);
  });

  test("texts are trimmed, empty ones are null, numbers are rounded to the field's scale", () => {
    saved(
      "insert",
      org.record("Account", {
        Name: "  Acme ",
        Industry: "",
        AnnualRevenue: ApexDecimal.parse("1.005"),
      }),
    );
    expect(org.column("SELECT Name FROM Account WHERE Industry = null", "Name")).toEqual(["Acme"]);
    expect(org.column("SELECT AnnualRevenue FROM Account", "AnnualRevenue")).toEqual(["1.01"]);
  });

  test.each([
    ["Account", {}, "REQUIRED_FIELD_MISSING, Required fields are missing: [Name]: [Name]"],
    [
      "Account",
      { Name: "x".repeat(256) },
      `STRING_TOO_LONG, Name: data value too large: ${"x".repeat(256)} (max length=255): [Name]`,
    ],
    [
      "Account",
      { Name: "a", Id: "001Lo0000000001IAA" },
      "INVALID_FIELD_FOR_INSERT_UPDATE, cannot specify Id in an insert call: [Id]",
    ],
    [
      "Account",
      { Name: "a", ParentId: "003Lo0000000001" },
      /^FIELD_INTEGRITY_EXCEPTION, ParentId: id value of incorrect type: 003Lo0000000001/u,
    ],
    [
      "Account",
      { Name: "a", ParentId: "001Lo000000000z" },
      /^INVALID_CROSS_REFERENCE_KEY, invalid cross reference id/u,
    ],
    [
      "Order__c",
      { Status__c: "Lost" },
      "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST, Status: bad value for restricted picklist field: Lost: [Status__c]",
    ],
    [
      "Order__c",
      { Email__c: "no mail" },
      "INVALID_EMAIL_ADDRESS, Email__c: invalid email address: no mail: [Email__c]",
    ],
    [
      "Order__c",
      { Status__c: "Sent" },
      "FIELD_CUSTOM_VALIDATION_EXCEPTION, Give an amount.: [Amount__c]",
    ],
    [
      "Order__c",
      { Amount__c: ApexDecimal.parse("1234567.5") },
      "NUMBER_OUTSIDE_VALID_RANGE, Amount__c: value outside of valid range on numeric field: 1234567.5: [Amount__c]",
    ],
    [
      "Line__c",
      { Name: "a" },
      "REQUIRED_FIELD_MISSING, Required fields are missing: [Order__c]: [Order__c]",
    ],
  ])("%s is refused in Salesforce's words", (object, values, refusal) => {
    expect(org.refusal("insert", org.record(object, values))).toEqual(
      typeof refusal === "string" ? refusal : expect.stringMatching(refusal),
    );
  });

  test("unique values are unique in the store and inside one list, in the case the field has", () => {
    const first = saved("insert", org.record("Account", { Name: "a", Code__c: "x" }));
    const outcomes = org.dml(
      "insert",
      ["x", "X", "X"].map((Code__c) => org.record("Account", { Name: "b", Code__c })),
    );

    expect(outcomes.map((outcome) => outcome.errors[0]?.message)).toEqual([
      `duplicate value found: Code__c duplicates value on record with id: ${first.id?.slice(0, 15)}`,
      undefined,
      expect.stringMatching(
        /^duplicate value found: Code__c duplicates value on record with id: /u,
      ),
    ]);
  });

  test("all or none undoes everything and names every failed row", () => {
    const records = [
      org.record("Account", { Name: "a" }),
      org.record("Account", {}),
      org.record("Account", {}),
    ];

    const outcomes = org.dml("insert", records, { allOrNone: true });

    expect(org.query("SELECT COUNT() FROM Account").count).toBe(0);
    expect(records[0]?.id).toBeNull();
    const exception = dmlExceptionOf("insert", outcomes);
    expect(exception.message).toBe(
      "Insert failed. First exception on row 1; first error: REQUIRED_FIELD_MISSING, Required fields are missing: [Name]: [Name]",
    );
    expect(exception.failures.map((failure) => failure.index)).toEqual([1, 2]);
  });

  test("a parent may be named by its external id", () => {
    const account = saved("insert", org.record("Account", { Name: "Acme", Code__c: "x1" }));
    const order = org.record("Order__c", {});
    order.parents.set("Account__r", org.record("Account", { Code__c: "x1" }));
    saved("insert", order);
    expect(org.column("SELECT Account__c FROM Order__c", "Account__c")).toEqual([account.id]);

    const lost = org.record("Order__c", {});
    lost.parents.set("Account__r", org.record("Account", { Code__c: "Nope" }));
    expect(org.refusal("insert", lost)).toBe(
      "INVALID_FIELD, Foreign key external ID: nope not found for field Code__c in entity Account: []",
    );
  });
});

describe("update, upsert, delete", () => {
  test("an update changes what the record carries and keeps the rest", () => {
    const account = saved("insert", org.record("Account", { Name: "a", Industry: "Energy" }));
    saved("update", org.record("Account", { Id: account.id, Name: "b" }));
    expect(org.column("SELECT Industry FROM Account WHERE Name = 'b'", "Industry")).toEqual([
      "Energy",
    ]);
  });

  test("without an id, with a wrong one or a deleted one it is refused", () => {
    const account = saved("insert", org.record("Account", { Name: "a" }));
    org.dml("delete", [account]);
    expect(org.refusal("update", org.record("Account", { Name: "b" }))).toBe(
      "MISSING_ARGUMENT, Id not specified in an update call: []",
    );
    expect(org.refusal("update", account)).toBe("ENTITY_IS_DELETED, entity is deleted: []");
    expect(org.refusal("delete", org.record("Account", { Id: "001Lo000000000zAAA" }))).toBe(
      "INVALID_CROSS_REFERENCE_KEY, invalid cross reference id: []",
    );
  });

  test("an upsert by external id updates what is there and inserts the rest; the same id twice in one list is refused", () => {
    const account = saved("insert", org.record("Account", { Name: "a", Code__c: "x" }));
    const records = [
      org.record("Account", { Name: "b", Code__c: "x" }),
      org.record("Account", { Name: "c", Code__c: "y" }),
      org.record("Account", { Name: "d", Code__c: "y" }),
    ];

    const outcomes = org.dml("upsert", records, { externalIdField: "Code__c" });

    expect(outcomes.map((outcome) => [outcome.isSuccess, outcome.isCreated])).toEqual([
      [true, false],
      [true, true],
      [false, false],
    ]);
    expect(outcomes[2]?.errors[0]).toEqual({
      statusCode: "DUPLICATE_VALUE",
      message: "Duplicate external id specified: y",
      fields: ["Code__c"],
    });
    expect(records[0]?.id).toBe(account.id);
    expect(org.column("SELECT Name FROM Account ORDER BY Name", "Name")).toEqual(["b", "c"]);
  });

  test("a delete takes details along, cuts lookups loose, and an undelete brings the details back", () => {
    const account = saved("insert", org.record("Account", { Name: "a" }));
    const order = saved("insert", org.record("Order__c", { Account__c: account.id }));
    saved("insert", org.record("Line__c", { Name: "l", Order__c: order.id }));

    org.dml("delete", [account]);
    expect(org.column("SELECT Account__c FROM Order__c", "Account__c")).toEqual([null]);
    org.dml("delete", [order]);
    expect(org.query("SELECT COUNT() FROM Line__c").count).toBe(0);
    org.dml("undelete", [order]);
    expect(org.column("SELECT Order__c FROM Line__c", "Order__c")).toEqual([order.id]);
  });

  test("a currency comes back with all its decimals", () => {
    const order = saved("insert", org.record("Order__c", {}));
    const line = org.record("Line__c", {
      Name: "l",
      Order__c: order.id,
      Price__c: ApexDecimal.parse("15"),
    });
    org.dml("insert", [line]);

    expect(org.column("SELECT Price__c FROM Line__c", "Price__c")).toEqual(["15.00"]);
  });

  test("roll-ups follow their children", () => {
    const order = saved("insert", org.record("Order__c", {}));
    const lines = ["1.50", "2"].map((price) =>
      org.record("Line__c", {
        Name: "l",
        Order__c: order.id,
        Price__c: ApexDecimal.parse(price),
        Free__c: price === "2",
      }),
    );
    org.dml("insert", lines);
    const totals = (): unknown =>
      ["Total__c", "Line_Count__c"].map(
        (field) => org.column(`SELECT ${field} FROM Order__c`, field)[0],
      );

    expect(totals()).toEqual(["3.50", "1"]);
    org.dml("delete", lines.slice(0, 1));
    expect(totals()).toEqual(["2.00", "0"]);
    org.dml("undelete", lines.slice(0, 1));
    expect(totals()).toEqual(["3.50", "1"]);
  });

  test("a validation rule sees what changed, and history keeps it", () => {
    const order = saved(
      "insert",
      org.record("Order__c", { Status__c: "Sent", Amount__c: ApexDecimal.parse("1") }),
    );
    expect(
      org.refusal("update", org.record("Order__c", { Id: order.id, Status__c: "Draft" })),
    ).toBe("FIELD_CUSTOM_VALIDATION_EXCEPTION, Sent is sent.: []");

    const other = saved("insert", org.record("Order__c", {}));
    saved(
      "update",
      org.record("Order__c", {
        Id: other.id,
        Status__c: "Sent",
        Amount__c: ApexDecimal.parse("1"),
      }),
    );
    const { records } = org.query(
      `SELECT Field, OldValue, NewValue FROM Order__History WHERE ParentId = '${other.id ?? ""}'`,
    );
    expect(
      records.map((row) => [row.get("Field"), row.get("OldValue"), row.get("NewValue")]),
    ).toEqual([
      ["created", null, null],
      ["Status__c", "Draft", "Sent"],
    ]);
  });

  test("a merge moves the loser's children to the master", () => {
    const [master, loser] = ["m", "l"].map((Name) =>
      saved("insert", org.record("Account", { Name })),
    );
    saved("insert", org.record("Contact", { LastName: "c", AccountId: loser?.id }));
    if (master === undefined || loser === undefined) throw new Error("no accounts");

    const [outcome] = org.dml("merge", [master], { losers: [loser] });

    expect(outcome?.errors).toEqual([]);
    expect(org.column("SELECT AccountId FROM Contact", "AccountId")).toEqual([master.id]);
    expect(org.column("SELECT Name FROM Account", "Name")).toEqual(["m"]);
  });
});

describe("triggers", () => {
  test("before triggers change the record, after triggers see ids and cannot", () => {
    org.trigger("Account", "before insert", ({ newRecords }) =>
      newRecords?.forEach((record) => record.put("Industry", `for ${String(record.get("Name"))}`)),
    );
    org.trigger("Account", "after insert", ({ newRecords }) => {
      expect(newRecords?.[0]?.id).toMatch(/^001/u);
      expect(() => newRecords?.[0]?.put("Name", "x")).toThrow();
    });

    const account = saved("insert", org.record("Account", { Name: "a" }));

    expect(org.column("SELECT Industry FROM Account", "Industry")).toEqual(["for a"]);
    expect(account.values.has("Industry")).toBe(false);
  });

  test("know of a clone what it is a clone of", () => {
    const seen: unknown[] = [];
    for (const event of ["before insert", "after insert"] as const)
      org.trigger("Account", event, ({ newRecords }) => {
        for (const { isClone, cloneSourceId } of newRecords ?? [])
          seen.push([isClone, cloneSourceId]);
      });
    const original = saved("insert", org.record("Account", { Name: "a" }));
    const clone = org.record("Account", { Name: "a" });
    clone.isClone = true;
    clone.cloneSourceId = original.id;

    saved("insert", clone);

    expect(seen.slice(2)).toEqual([
      [true, original.id],
      [true, original.id],
    ]);
    expect(seen.slice(0, 2)).toEqual([
      [false, null],
      [false, null],
    ]);
  });

  test("run on 200 records at a time", () => {
    org.trigger("Account", "before insert", () => undefined);
    org.dml(
      "insert",
      Array.from({ length: 450 }, (_value, index) =>
        org.record("Account", { Name: String(index) }),
      ),
    );
    expect(org.runs).toEqual([
      "Account before insert 200",
      "Account before insert 200",
      "Account before insert 50",
    ]);
  });

  test("an update shows the whole record, old and new", () => {
    const account = saved(
      "insert",
      org.record("Account", {
        Name: "a",
        Industry: "Energy",
        AnnualRevenue: ApexDecimal.parse("2"),
      }),
    );
    org.trigger("Account", "before update", ({ newRecords, oldRecords }) => {
      expect([newRecords?.[0]?.get("Name"), oldRecords?.[0]?.get("Name")]).toEqual(["b", "a"]);
      expect(newRecords?.[0]?.get("Industry")).toBe("Energy");
      expect(String(newRecords?.[0]?.get("Double_Revenue__c"))).toBe("4");
    });
    saved("update", org.record("Account", { Id: account.id, Name: "b" }));
    expect(org.runs).toEqual(["Account before update 1"]);
  });

  test("addError fails that record alone, and what triggers did for it is undone", () => {
    org.trigger("Account", "after insert", ({ newRecords }) => {
      for (const record of newRecords ?? []) {
        if (record.get("Name") === "bad") record.addError("No.", "Name");
        org.insert("Contact", { LastName: String(record.get("Name")) });
      }
    });

    const outcomes = org.dml(
      "insert",
      ["good", "bad"].map((Name) => org.record("Account", { Name })),
    );

    expect(outcomes.map((outcome) => outcome.errors)).toEqual([
      [],
      [{ statusCode: "FIELD_CUSTOM_VALIDATION_EXCEPTION", message: "No.", fields: ["Name"] }],
    ]);
    expect(org.column("SELECT LastName FROM Contact", "LastName")).toEqual(["good"]);
    expect(org.runs).toEqual(["Account after insert 2", "Account after insert 1"]);
  });

  test("an exception of a trigger fails every record of the batch", () => {
    org.trigger("Account", "before insert", () => {
      throw new Error("Divide by 0");
    });
    expect(org.refusal("insert", org.record("Account", { Name: "a" }))).toMatch(
      /^CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY, AccountTrigger: execution of BeforeInsert\n\ncaused by: System\.MathException: Divide by 0\n/u,
    );
  });
});
