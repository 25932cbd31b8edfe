import { describe, expect, it } from "vitest";
import { servedApi } from "../testing/served-api.ts";
import { anyText } from "../testing/text-matchers.ts";

const base = "/services/data/v66.0";

function account(referenceId: string, body: object): object {
  return { method: "POST", url: `${base}/sobjects/Account`, referenceId, body };
}

describe("a composite request", () => {
  it("uses what earlier parts answered, and costs one request", () => {
    const api = servedApi();
    const before = api.parts.usage.used();
    const { status, body } = api.call("/composite", {
      method: "POST",
      body: {
        compositeRequest: [
          account("acme", { Name: "Acme" }),
          {
            method: "POST",
            url: `${base}/sobjects/Order_Line__c`,
            referenceId: "line",
            body: { Name: "A", Amount__c: 500, Account__c: "@{acme.id}" },
          },
          {
            method: "GET",
            url: `${base}/query?q=SELECT Name, Amount__c, Account__r.Name FROM Order_Line__c WHERE Id = '@{line.id}'`,
            referenceId: "found",
          },
          {
            method: "PATCH",
            url: `${base}/sobjects/Account/@{acme.id}`,
            referenceId: "renamed",
            body: { Name: "@{found.records[0].Name} of @{found.totalSize}" },
          },
        ],
      },
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      compositeResponse: [
        { referenceId: "acme", httpStatusCode: 201, httpHeaders: { Location: anyText() } },
        { referenceId: "line", httpStatusCode: 201 },
        {
          referenceId: "found",
          httpStatusCode: 200,
          body: { records: [{ Account__r: { Name: "Acme" } }] },
        },
        { referenceId: "renamed", httpStatusCode: 204, body: null },
      ],
    });
    expect(api.query("SELECT Name FROM Account")).toMatchObject({ records: [{ Name: "A of 1" }] });
    expect(api.parts.usage.used()).toBe(before + 2);
  });

  it("goes on after a part that fails, unless it is all or nothing", () => {
    const api = servedApi();
    const compositeRequest = [
      account("good", { Name: "Good" }),
      account("bad", {}),
      account("late", { Name: "Late" }),
    ];
    const each = api.call("/composite", { method: "POST", body: { compositeRequest } });
    expect(each.body).toMatchObject({
      compositeResponse: [
        { httpStatusCode: 201 },
        { httpStatusCode: 400, body: [{ errorCode: "REQUIRED_FIELD_MISSING" }] },
        { httpStatusCode: 201 },
      ],
    });
    const all = api.call("/composite", {
      method: "POST",
      body: { allOrNone: true, compositeRequest },
    });
    expect(all.body).toMatchObject({
      compositeResponse: [
        { httpStatusCode: 400, body: [{ errorCode: "PROCESSING_HALTED" }] },
        { httpStatusCode: 400, body: [{ errorCode: "REQUIRED_FIELD_MISSING" }] },
        { httpStatusCode: 400, body: [{ errorCode: "PROCESSING_HALTED" }] },
      ],
    });
    expect(api.query("SELECT COUNT() FROM Account")).toMatchObject({ totalSize: 2 });
  });

  it("refuses a reference to nothing, 26 parts, and two parts of one name", () => {
    const api = servedApi();
    const post = (compositeRequest: readonly object[]) =>
      api.call("/composite", { method: "POST", body: { compositeRequest } });
    expect(post([account("a", { Name: "@{b.id}" })]).body).toMatchObject({
      compositeResponse: [{ httpStatusCode: 400, body: [{ errorCode: "PROCESSING_HALTED" }] }],
    });
    const many = Array.from({ length: 26 }, (_, index) => account(`r${index}`, { Name: "x" }));
    expect(post(many)).toMatchObject({ status: 400, body: [{ errorCode: "LIMIT_EXCEEDED" }] });
    expect(post([account("a", {}), account("a", {})]).status).toBe(400);
  });
});

describe("a batch", () => {
  it("answers each part, and halts at an error where it is asked to", () => {
    const api = servedApi();
    const batchRequests = [
      { method: "GET", url: "v66.0/sobjects/Nothing__c" },
      { method: "POST", url: "v66.0/sobjects/Account", richInput: { Name: "Acme" } },
    ];
    expect(
      api.call("/composite/batch", { method: "POST", body: { batchRequests } }).body,
    ).toMatchObject({
      hasErrors: true,
      results: [{ statusCode: 404 }, { statusCode: 201, result: { success: true } }],
    });
    expect(
      api.call("/composite/batch", { method: "POST", body: { haltOnError: true, batchRequests } })
        .body,
    ).toMatchObject({
      results: [
        { statusCode: 404 },
        { statusCode: 412, result: [{ errorCode: "BATCH_PROCESSING_HALTED" }] },
      ],
    });
  });
});

describe("a graph", () => {
  it("that fails leaves no trace, and others go through", () => {
    const api = servedApi();
    const graphs = [
      { graphId: "1", compositeRequest: [account("a", { Name: "A" })] },
      { graphId: "2", compositeRequest: [account("b", { Name: "B" }), account("c", {})] },
    ];
    expect(api.call("/composite/graph", { method: "POST", body: { graphs } }).body).toMatchObject({
      graphs: [
        { graphId: "1", isSuccessful: true },
        { graphId: "2", isSuccessful: false },
      ],
    });
    expect(api.query("SELECT Name FROM Account")).toMatchObject({ records: [{ Name: "A" }] });
  });
});

describe("a tree", () => {
  const acme = (lines: readonly object[]): object => ({
    records: [
      {
        attributes: { type: "Account", referenceId: "acme" },
        Name: "Acme",
        Order_Lines__r: { records: lines },
      },
    ],
  });
  const line = (referenceId: string, more: object): object => ({
    attributes: { type: "Order_Line__c", referenceId },
    Name: referenceId,
    ...more,
  });

  it("is created with its children", () => {
    const api = servedApi();
    const { status, body } = api.call("/composite/tree/Account", {
      method: "POST",
      body: acme([line("a", {}), line("b", {})]),
    });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      hasErrors: false,
      results: [{ referenceId: "acme" }, { referenceId: "a" }, { referenceId: "b" }],
    });
    expect(
      api.query("SELECT Name FROM Order_Line__c WHERE Account__r.Name = 'Acme'"),
    ).toMatchObject({
      totalSize: 2,
    });
  });

  it("with one bad record is refused whole, and names it", () => {
    const api = servedApi();
    const { status, body } = api.call("/composite/tree/Account", {
      method: "POST",
      body: acme([line("a", { Key__c: "same" }), line("b", { Key__c: "same" })]),
    });
    expect(status).toBe(400);
    expect(body).toMatchObject({
      hasErrors: true,
      results: [{ referenceId: "b", errors: [{ statusCode: "DUPLICATE_VALUE" }] }],
    });
    expect(api.query("SELECT COUNT() FROM Account")).toMatchObject({ totalSize: 0 });
  });
});
