import { describe, expect, it } from "vitest";
import { apex } from "../../testing/apex.ts";
import { ACCOUNT, CONTACT, schemaFixture } from "../../store/fixture/small-schema.ts";

const org = apex().schema(schemaFixture([ACCOUNT, CONTACT]));

function debugOf(block: string): readonly string[] {
  const { debug, exception } = org.run(block);
  if (exception !== null) throw new Error(exception.headline);
  return debug;
}

describe("records in JSON", () => {
  it("carry their type, their address and their fields as they were set", () => {
    expect(
      debugOf(`
        Account a = new Account(Name = 'Acme', Id = '001000000000001AAA');
        System.debug(JSON.serialize(a));
        System.debug(JSON.serialize(new Contact(LastName = null, Account = new Account(Name = 'Acme'))));`),
    ).toEqual([
      '{"attributes":{"type":"Account","url":"/services/data/v66.0/sobjects/Account/001000000000001AAA"},"Name":"Acme","Id":"001000000000001AAA"}',
      '{"attributes":{"type":"Contact"},"LastName":null,"Account":{"attributes":{"type":"Account"},"Name":"Acme"}}',
    ]);
  });

  it("are read by field and relationship, as one object or as what their attributes say", () => {
    expect(
      debugOf(`
        Contact c = (Contact) JSON.deserialize('{"lastname":"Lovelace","Account":{"Name":"Acme"},"other":1}', Contact.class);
        System.debug(c.LastName + ' ' + c.Account.Name);
        SObject s = (SObject) JSON.deserialize('{"attributes":{"type":"Account"},"Name":"Acme"}', SObject.class);
        System.debug(s);
        Account a = (Account) JSON.deserialize('{"Contacts":{"totalSize":1,"done":true,"records":[{"LastName":"L"}]}}', Account.class);
        System.debug(a.Contacts[0].LastName);`),
    ).toEqual(["Lovelace Acme", "Account:{Name=Acme}", "L"]);
  });

  it.each([
    [
      `JSON.deserializeStrict('{"Nope":1}', Account.class)`,
      "No such column 'Nope' on sobject of type Account",
    ],
    [
      `JSON.deserialize('{"Name":"x"}', SObject.class)`,
      "Nested object for polymorphic foreign key must have an attributes field before any other fields.",
    ],
    [`JSON.deserialize('{"Contacts":[]}', Account.class)`, "QueryResult must start with '{'"],
    [
      `JSON.deserialize('{"Name":{}}', Account.class)`,
      "Cannot deserialize instance of string from START_OBJECT value { or request may be missing a required field at [line:1, column:2]",
    ],
  ])("%s raises %s", (expression, message) => {
    expect(org.run(`System.debug(${expression});`).exception?.headline).toBe(
      `System.JSONException: ${message}`,
    );
  });
});

describe("results of the platform in JSON", () => {
  it("are made by tests from their success, id and errors", () => {
    expect(
      debugOf(`
        Database.SaveResult saved = (Database.SaveResult) JSON.deserialize('{"success":true,"id":"001000000000001AAA"}', Database.SaveResult.class);
        System.debug(saved.isSuccess() + ' ' + saved.getId() + ' ' + saved.getErrors().size());
        Database.UpsertResult failed = (Database.UpsertResult) JSON.deserialize(
          '{"success":false,"created":true,"errors":[{"message":"No","statusCode":"REQUIRED_FIELD_MISSING","fields":["Name"]}]}', Database.UpsertResult.class);
        System.debug(failed.isSuccess() + ' ' + failed.isCreated() + ' ' + failed.getErrors()[0].getMessage() + ' ' + failed.getErrors()[0].getStatusCode());
        System.debug(JSON.serialize(failed));
        Database.LeadConvertResult converted = (Database.LeadConvertResult) JSON.deserialize('{"success":true,"leadid":"00Q000000000001AAA"}', Database.LeadConvertResult.class);
        System.debug(converted.isSuccess() + ' ' + converted.getLeadId());
        Approval.LockResult locked = (Approval.LockResult) JSON.deserialize('{"success":false,"errors":[{"message":"Locked"}]}', Approval.LockResult.class);
        System.debug(locked.isSuccess() + ' ' + locked.getErrors()[0].getMessage());
        AggregateResult row = (AggregateResult) JSON.deserialize('{}', AggregateResult.class);
        System.debug(row != null);`),
    ).toEqual([
      "true 001000000000001AAA 0",
      "false true No REQUIRED_FIELD_MISSING",
      '{"success":false,"id":null,"errors":[{"statusCode":"REQUIRED_FIELD_MISSING","message":"No","fields":["Name"]}],"created":true}',
      "true 00Q000000000001AAA",
      "false Locked",
      "true",
    ]);
  });

  it("writes a UUID as its text", () => {
    const text = "550e8400-e29b-41d4-a716-446655440000";
    expect(
      debugOf(`System.debug(JSON.serialize(UUID.fromString('${text}')));
        System.debug(JSON.deserialize('"${text}"', UUID.class));`),
    ).toEqual([`"${text}"`, text]);
  });
});
