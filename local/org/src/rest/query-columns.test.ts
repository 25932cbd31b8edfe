import { expect, it } from "vitest";
import { servedApi } from "./testing/served-api.ts";

it("the columns of a query name fields, parents, children and functions", () => {
  const soql =
    "SELECT Id, Owner.Name, Owner.Alias, (SELECT Amount__c FROM Order_Lines__r) FROM Account";
  const { body } = servedApi().call(`/query?columns=true&q=${encodeURIComponent(soql)}`);
  expect(body).toMatchObject({
    entityName: "Account",
    idSelected: true,
    keyPrefix: "001",
    columnMetadata: [
      { columnName: "Id", joinColumns: [] },
      {
        columnName: "Owner",
        aggregate: false,
        joinColumns: [{ columnName: "Name" }, { columnName: "Alias" }],
      },
      {
        columnName: "Order_Lines__r",
        aggregate: true,
        joinColumns: [{ columnName: "Amount__c", custom: true }],
      },
    ],
  });
});

it("a function without an alias is a column of its own name", () => {
  const soql = "SELECT COUNT(Id), MAX(Amount__c) most FROM Order_Line__c";
  const { body } = servedApi().call(`/query?columns=true&q=${encodeURIComponent(soql)}`);
  expect(body).toMatchObject({
    columnMetadata: [
      { columnName: "expr0", displayName: "count", aggregate: true },
      { columnName: "most", displayName: "most", aggregate: true },
    ],
  });
});
