import { describe, expect, it } from "vitest";
import { servedApi, type ServedApi } from "../testing/served-api.ts";
import { textLike } from "../testing/text-matchers.ts";

function apiWithRows(): { readonly api: ServedApi; readonly account: string } {
  const api = servedApi();
  const account = api.create("Account", { Name: "Acme" });
  api.create("Order_Line__c", { Name: "A", Amount__c: 500, Account__c: account });
  api.create("Order_Line__c", { Name: "B" });
  return { api, account };
}

describe("a query", () => {
  it("shows what was asked for in the order of the query, nulls too, and no id that was not asked for", () => {
    const { api, account } = apiWithRows();
    const { body } = api.call(
      "/query?q=SELECT+Account__r.Name,Amount__c,Name+FROM+Order_Line__c+ORDER+BY+Name",
    );
    expect(body).toMatchObject({ totalSize: 2, done: true });
    const { records } = body as { records: Record<string, unknown>[] };
    expect(Object.keys(records[0] ?? {})).toEqual([
      "attributes",
      "Account__r",
      "Amount__c",
      "Name",
    ]);
    expect(records[0]).toMatchObject({
      attributes: { type: "Order_Line__c", url: textLike(/Order_Line__c\/\w{18}$/) },
      Account__r: {
        attributes: { type: "Account", url: `/services/data/v66.0/sobjects/Account/${account}` },
        Name: "Acme",
      },
      Amount__c: 500,
    });
    expect(records[1]).toMatchObject({ Account__r: null, Amount__c: null, Name: "B" });
  });

  it("shows an address as an object of its parts", () => {
    const api = servedApi();
    api.create("Account", { Name: "Acme", BillingCity: "Roma", BillingLatitude: 41 });
    const answer = api.query("SELECT BillingAddress, ShippingAddress FROM Account");

    expect(answer).toMatchObject({
      records: [
        {
          BillingAddress: { city: "Roma", country: null, latitude: 41, longitude: null },
          ShippingAddress: null,
        },
      ],
    });
  });

  it("nests children as a result of their own, null where there are none", () => {
    const { api } = apiWithRows();
    api.create("Account", { Name: "Empty" });
    expect(
      api.query("SELECT Name, (SELECT Name FROM Order_Lines__r) FROM Account ORDER BY Name"),
    ).toMatchObject({
      records: [
        { Name: "Acme", Order_Lines__r: { totalSize: 1, done: true, records: [{ Name: "A" }] } },
        { Name: "Empty", Order_Lines__r: null },
      ],
    });
  });

  it("shows aggregates as AggregateResult without a URL", () => {
    const { api } = apiWithRows();
    expect(api.query("SELECT COUNT(Id) n, MAX(Amount__c) FROM Order_Line__c")).toEqual({
      totalSize: 1,
      done: true,
      records: [{ attributes: { type: "AggregateResult" }, n: 2, expr0: 500 }],
    });
    expect(api.query("SELECT COUNT() FROM Order_Line__c")).toEqual({
      totalSize: 2,
      done: true,
      records: [],
    });
  });

  it("tells what a polymorphic parent is", () => {
    const { api } = apiWithRows();
    expect(api.query("SELECT Owner.Name FROM Account")).toMatchObject({
      records: [{ Owner: { attributes: { type: "User" }, Name: "Local Admin" } }],
    });
  });

  it("finds deleted rows by queryAll only", () => {
    const { api, account } = apiWithRows();
    api.call(`/sobjects/Account/${account}`, { method: "DELETE" });
    expect(api.query("SELECT Id FROM Account")).toMatchObject({ totalSize: 0 });
    expect(api.call("/queryAll?q=SELECT+Id,IsDeleted+FROM+Account").body).toMatchObject({
      records: [{ Id: account, IsDeleted: true }],
    });
  });

  it.each([
    ["SELECT Id FORM Account", "MALFORMED_QUERY", 1, "unexpected token"],
    [
      "SELECT Id, Nope FROM Account",
      "INVALID_FIELD",
      12,
      "No such column 'Nope' on entity 'Account'",
    ],
    ["SELECT Id FROM Nope", "INVALID_TYPE", 16, "sObject type 'Nope' is not supported"],
  ])("%s is %s, with the place of the mistake", (soql, errorCode, column, words) => {
    const { body } = servedApi().call(`/query?q=${encodeURIComponent(soql)}`);
    const [error] = body as [{ errorCode: string; message: string }];
    expect(error.errorCode).toBe(errorCode);
    expect(error.message).toContain(words);
    const place = /\nERROR at Row:1:Column:(\d+)\n/.exec(error.message);
    expect(Number(place?.[1])).toBeGreaterThanOrEqual(column);
  });

  it("without a text, and a locator that is not one, are refused", () => {
    const api = servedApi();
    expect(api.call("/query")).toMatchObject({
      status: 400,
      body: [{ errorCode: "MALFORMED_QUERY" }],
    });
    expect(api.call("/query/01g0000-2000")).toMatchObject({
      status: 400,
      body: [{ errorCode: "INVALID_QUERY_LOCATOR" }],
    });
  });
});
