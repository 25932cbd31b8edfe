/** Types at run time that are looser, or stricter, than their names say. */
import { describe, expect, it } from "vitest";
import { loadSchema } from "../../schema/load-schema.ts";
import { apex } from "../../testing/apex.ts";

const { schema } = loadSchema([], new Set());

describe("at run time", () => {
  it.each([
    [
      "a Date is a Datetime",
      "Object o = Date.newInstance(2026, 1, 2); System.debug(o instanceof Datetime); System.debug(((Datetime) o).timeGmt());",
      ["true", "00:00:00.000Z"],
    ],
    [
      "a Date prints its time when it is an Object",
      "Object o = Date.newInstance(2026, 1, 2); System.debug(String.valueOf(o)); System.debug(String.valueOf((Date) o));",
      ["2026-01-02 00:00:00", "2026-01-02"],
    ],
    [
      "a set of texts is no set of ids",
      "Object o = new Set<String>{ 'a' }; System.debug(o instanceof Set<Id>); System.debug(o instanceof Set<String>);",
      ["false", "true"],
    ],
    [
      "an Integer of a null Decimal is null",
      "Decimal d; System.debug(Integer.valueOf(d));",
      ["null"],
    ],
    [
      "an Integer of an Object takes decimals",
      "Object o = '123.00'; System.debug(Integer.valueOf(o));",
      ["123"],
    ],
    [
      "a Datetime of an Object takes milliseconds",
      "System.debug(Datetime.valueOf(1767312000000L));",
      ["2026-01-02 00:00:00"],
    ],
    [
      "a Datetime's text may end in a zone",
      "System.debug(Datetime.valueOf('2026-01-02 03:04:05+0000'));",
      ["2026-01-02 03:04:05"],
    ],
    ["void has a type", "System.debug(void.class);", ["void"]],
    [
      "an Id is equal to its 15 characters",
      "Id i = '001A0000006Vm9rIAC'; System.assertEquals(i, '001A0000006Vm9r'); System.debug('equal');",
      ["equal"],
    ],
    [
      "a record made in code has no children",
      "Account a = new Account(); System.debug(a.Contacts.size());",
      ["0"],
    ],
    [
      "putAll takes records without ids",
      "Map<Id, Account> m = new Map<Id, Account>(); m.putAll(new List<Account>{ new Account() }); System.debug(m.keySet());",
      ["{null}"],
    ],
    [
      "a field is meant where a class of the same name has none",
      "System.debug(BusinessHours.MondayStartTime);",
      ["MondayStartTime"],
    ],
  ])("%s", (_rule, block, debug) => {
    expect(apex().schema(schema).run(block)).toMatchObject({ debug, exception: null });
  });

  it.each([
    ["without ids", "new Account()", "Row with null Id at index: 0"],
    ["with the same id", "ada, ben, new Account(Id = ada.Id)", "Row with duplicate Id at index: 2"],
    ["that are null", "ada, null", "Null row at index: 1"],
  ])("a map is not made of records %s", (_, records, reason) => {
    const outcome = apex()
      .schema(schema)
      .run(
        `Account ada = new Account(Id = '001000000000001'); Account ben = new Account(Id = '001000000000002');
       new Map<Id, Account>(new List<Account>{ ${records} });`,
      );

    expect(outcome.exception?.headline).toBe(`System.ListException: ${reason}`);
  });

  it("putAll takes a record again under its id", () => {
    expect(
      apex()
        .schema(schema)
        .run(
          `Account first = new Account(Id = '001000000000001', Name = 'a'); Map<Id, Account> m = new Map<Id, Account>();
         m.putAll(new List<Account>{ first, new Account(Id = first.Id, Name = 'b') }); System.debug(m.get(first.Id).Name);`,
        ).debug,
    ).toEqual(["b"]);
  });
});
