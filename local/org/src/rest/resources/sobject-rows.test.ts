import { describe, expect, it } from "vitest";
import { PUBLISHER, servedApi } from "../testing/served-api.ts";
import { anyText, textLike, textWith } from "../testing/text-matchers.ts";

const line = { Name: "One", Key__c: "k-1", Amount__c: 12.5 };
const UNKNOWN_ID = "001000000000000AAA";

describe("a row of the REST API", () => {
  it("is created with 201, its id and its location", () => {
    const api = servedApi();
    const created = api.call("/sobjects/Order_Line__c", { method: "POST", body: line });
    expect(created).toMatchObject({ status: 201, body: { success: true, errors: [] } });
    const id = (created.body as { id: string }).id;
    expect(id).toMatch(/^\w{18}$/);
    expect(created.headers["location"]).toBe(`/services/data/v66.0/sobjects/Order_Line__c/${id}`);
  });

  it("is read whole, or with the fields that are asked for", () => {
    const api = servedApi();
    const id = api.create("Order_Line__c", {
      ...line,
      Day__c: "2026-02-28",
      At__c: "2026-02-28T10:00:00Z",
    });
    expect(api.call(`/sobjects/Order_Line__c/${id}`).body).toMatchObject({
      attributes: {
        type: "Order_Line__c",
        url: `/services/data/v66.0/sobjects/Order_Line__c/${id}`,
      },
      Id: id,
      Amount__c: 12.5,
      Day__c: "2026-02-28",
      At__c: "2026-02-28T10:00:00.000+0000",
      Is_Paid__c: false,
      Account__c: null,
    });
    const { body } = api.call(`/sobjects/Order_Line__c/${id}?fields=Name`);
    expect(body).toMatchObject({ Name: "One" });
    expect(body).not.toHaveProperty("Amount__c");
  });

  it("is changed with 204 and no body", () => {
    const api = servedApi();
    const id = api.create("Order_Line__c", line);
    const path = `/sobjects/Order_Line__c/${id}`;
    expect(api.call(path, { method: "PATCH", body: { Amount__c: 3 } })).toMatchObject({
      status: 204,
      body: "",
    });
    expect(api.call(path).body).toMatchObject({ Amount__c: 3 });
  });

  it("is upserted by external id: 201 when new, 200 when it was there", () => {
    const api = servedApi();
    const path = "/sobjects/Order_Line__c/Key__c/k-9";
    const first = api.call(path, { method: "PATCH", body: { Name: "Nine" } });
    expect(first).toMatchObject({ status: 201, body: { success: true, created: true } });
    const second = api.call(path, { method: "PATCH", body: { Name: "Niner" } });
    expect(second).toMatchObject({ status: 200, body: { success: true, created: false } });
    expect(api.call(path).body).toMatchObject({ Name: "Niner", Key__c: "k-9" });
  });

  it("refuses the id or the external id in the body as well as in the path", () => {
    const api = servedApi();
    const id = api.create("Order_Line__c", line);
    const twice = { method: "PATCH", body: { Id: id } };
    expect(api.call(`/sobjects/Order_Line__c/${id}`, twice)).toMatchObject({
      status: 400,
      body: [
        {
          errorCode: "INVALID_FIELD",
          message: "The Id field should not be specified in the sobject data.",
        },
      ],
    });
  });

  it("is deleted with 204, and is then 404 ENTITY_IS_DELETED to read, change and delete", () => {
    const api = servedApi();
    const path = `/sobjects/Order_Line__c/${api.create("Order_Line__c", line)}`;
    expect(api.call(path, { method: "DELETE" }).status).toBe(204);
    const gone = {
      status: 404,
      body: [{ errorCode: "ENTITY_IS_DELETED", message: "entity is deleted" }],
    };
    expect(api.call(path)).toMatchObject(gone);
    expect(api.call(path, { method: "PATCH", body: { Name: "x" } })).toMatchObject(gone);
    expect(api.call(path, { method: "DELETE" })).toMatchObject(gone);
  });

  it("that never was is 404 NOT_FOUND", () => {
    const api = servedApi();
    expect(api.call(`/sobjects/Account/${UNKNOWN_ID}`)).toMatchObject({
      status: 404,
      body: [{ errorCode: "NOT_FOUND", message: "The requested resource does not exist" }],
    });
    expect(api.call("/sobjects/Account/abc").body).toEqual([
      {
        errorCode: "NOT_FOUND",
        message: "Provided external ID field does not exist or is not accessible: abc",
      },
    ]);
    expect(api.call("/sobjects/Order_Line__c/Key__c/none").status).toBe(404);
    expect(api.call("/sobjects/Nothing__c/1").status).toBe(404);
  });

  it.each([
    [{ Nope__c: 1 }, "INVALID_FIELD", "No such column 'Nope__c' on sobject of type Order_Line__c"],
    [{ Name: "A", Amount__c: "much" }, "JSON_PARSER_ERROR", textWith("Amount__c")],
    [{ Name: "A", Key__c: "x".repeat(41) }, "STRING_TOO_LONG", textWith("max length=40")],
    [{ Name: "A", Account__c: UNKNOWN_ID }, "INVALID_CROSS_REFERENCE_KEY", anyText()],
  ])("refuses %o with %s", (body, errorCode, message) => {
    const answer = servedApi().call("/sobjects/Order_Line__c", { method: "POST", body });
    expect(answer).toMatchObject({ status: 400, body: [{ errorCode, message }] });
  });

  it("names what is missing, and what is there already", () => {
    const api = servedApi();
    expect(api.call("/sobjects/Contact", { method: "POST", body: {} })).toMatchObject({
      status: 400,
      body: [
        {
          errorCode: "REQUIRED_FIELD_MISSING",
          message: "Required fields are missing: [LastName]",
          fields: ["LastName"],
        },
      ],
    });
    const id = api.create("Order_Line__c", line);
    expect(api.call("/sobjects/Order_Line__c", { method: "POST", body: line })).toMatchObject({
      status: 400,
      body: [
        {
          errorCode: "DUPLICATE_VALUE",
          message: `duplicate value found: Key__c duplicates value on record with id: ${id.slice(0, 15)}`,
        },
      ],
    });
  });

  it("refuses what is no JSON object", () => {
    const api = servedApi();
    for (const body of ["{", "[]", "3"]) {
      const answer = api.call("/sobjects/Account", { method: "POST", body });
      expect(answer).toMatchObject({ status: 400, body: [{ errorCode: "JSON_PARSER_ERROR" }] });
    }
  });

  it("finds a parent by its external id", () => {
    const api = servedApi();
    const account = api.create("Account", { Name: "Acme" });
    const id = api.create("Order_Line__c", { Name: "Child", Account__c: account.slice(0, 15) });
    expect(api.call(`/sobjects/Order_Line__c/${id}`).body).toMatchObject({ Account__c: account });
  });
});

describe("a platform event", () => {
  it("is published by creating it: a success whose errors carry OPERATION_ENQUEUED", () => {
    const api = servedApi();
    const published = api.call("/sobjects/Order_Event__e", {
      method: "POST",
      body: { Key__c: "e-1" },
      as: PUBLISHER,
    });
    expect(published).toMatchObject({
      status: 201,
      body: {
        id: textLike(/^e/),
        success: true,
        errors: [{ statusCode: "OPERATION_ENQUEUED", message: anyText(), fields: [] }],
      },
    });
    expect(api.query("SELECT Name FROM Order_Line__c")).toMatchObject({
      records: [{ Name: "From e-1" }],
    });
  });

  it("that lacks a required field is refused", () => {
    const answer = servedApi().call("/sobjects/Order_Event__e", { method: "POST", body: {} });
    expect(answer).toMatchObject({ status: 400, body: [{ errorCode: "REQUIRED_FIELD_MISSING" }] });
  });
});

describe("a user who may publish an event and nothing else", () => {
  const as = PUBLISHER;

  it("finds no other object", () => {
    const api = servedApi();
    const id = api.create("Account", { Name: "Acme" });
    const missing = { status: 404, body: [{ errorCode: "NOT_FOUND" }] };
    expect(api.call(`/sobjects/Account/${id}`, { as })).toMatchObject(missing);
    expect(
      api.call("/sobjects/Account", { method: "POST", body: { Name: "x" }, as }),
    ).toMatchObject(missing);
    expect(api.call("/sobjects/Account/describe", { as })).toMatchObject(missing);
    const sobjects = (api.call("/sobjects", { as }).body as { sobjects: { name: string }[] })
      .sobjects;
    expect(sobjects.map(({ name }) => name)).toContain("Order_Event__e");
    expect(sobjects.map(({ name }) => name)).not.toContain("Account");
  });

  it("cannot query or delete records", () => {
    const api = servedApi();
    const id = api.create("Account", { Name: "Acme" });
    expect(api.call("/query?q=SELECT+Id+FROM+Account", { as })).toMatchObject({
      status: 400,
      body: [{ errorCode: "INVALID_TYPE", message: textWith("'Account'") }],
    });
    expect(api.call(`/composite/sobjects?ids=${id}`, { method: "DELETE", as }).body).toMatchObject([
      { success: false, errors: [{ statusCode: "INSUFFICIENT_ACCESS_OR_READONLY" }] },
    ]);
  });
});
