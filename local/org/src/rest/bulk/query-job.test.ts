import { expect, it } from "vitest";
import { servedApi } from "../testing/served-api.ts";
import { textWith } from "../testing/text-matchers.ts";

it("a query job gives its rows as CSV, part by part", () => {
  const api = servedApi();
  const account = api.create("Account", { Name: 'Acme "Ltd"' });
  for (const Name of ["A", "B", "C"])
    api.create("Order_Line__c", { Name, Amount__c: 5, Account__c: account });
  const created = api.call("/jobs/query", {
    method: "POST",
    body: {
      operation: "query",
      query: "SELECT Name, Amount__c, Account__r.Name FROM Order_Line__c ORDER BY Name",
    },
  });
  const { id } = created.body as { id: string };
  expect(api.call(`/jobs/query/${id}/results`)).toMatchObject({
    status: 400,
    body: [{ errorCode: "INVALIDJOBSTATE" }],
  });
  api.workOff();
  expect(api.call(`/jobs/query/${id}`).body).toMatchObject({
    state: "JobComplete",
    numberRecordsProcessed: 3,
  });
  const first = api.call(`/jobs/query/${id}/results?maxRecords=2`);
  expect(first.body).toBe(
    '"Name","Amount__c","Account__r.Name"\n"A","5.0","Acme ""Ltd"""\n"B","5.0","Acme ""Ltd"""\n',
  );
  const locator = first.headers["sforce-locator"] ?? "";
  const second = api.call(`/jobs/query/${id}/results?maxRecords=2&locator=${locator}`);
  expect(second.body).toContain('"C"');
  expect(second.headers).toMatchObject({ "sforce-locator": "null", "sforce-numberofrecords": "1" });
});

it("a query job that cannot run fails with the reason", () => {
  const api = servedApi();
  const { body } = api.call("/jobs/query", {
    method: "POST",
    body: { operation: "query", query: "SELECT Nope FROM Account" },
  });
  api.workOff();
  expect(api.call(`/jobs/query/${(body as { id: string }).id}`).body).toMatchObject({
    state: "Failed",
    errorMessage: textWith("No such column 'Nope'"),
  });
});
