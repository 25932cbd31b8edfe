import { describe, expect, it } from "vitest";
import { servedApi } from "../testing/served-api.ts";

const record = (values: object, type = "Order_Line__c"): object => ({
  attributes: { type },
  ...values,
});

describe("a collection", () => {
  it("saves what it can, with a result for each record in order", () => {
    const api = servedApi();
    const { status, body } = api.call("/composite/sobjects", {
      method: "POST",
      body: {
        allOrNone: false,
        records: [
          record({ Name: "A", Key__c: "1" }),
          record({ Name: "B", Key__c: "1" }),
          record({ Name: "C", Amount__c: "much" }),
          record({ Name: "D" }, "Nothing__c"),
          record({ Key__c: "e" }, "Order_Event__e"),
        ],
      },
    });
    expect(status).toBe(200);
    expect(body).toMatchObject([
      { success: true, errors: [] },
      { success: false, errors: [{ statusCode: "DUPLICATE_VALUE" }] },
      { success: false, errors: [{ statusCode: "JSON_PARSER_ERROR" }] },
      { success: false, errors: [{ statusCode: "INVALID_TYPE" }] },
      { success: true, errors: [{ statusCode: "OPERATION_ENQUEUED" }] },
    ]);
  });

  it("with allOrNone takes all back, and says so of those that were good", () => {
    const api = servedApi();
    const { body } = api.call("/composite/sobjects", {
      method: "POST",
      body: {
        allOrNone: true,
        records: [record({ Name: "A", Key__c: "1" }), record({ Name: "B", Key__c: "1" })],
      },
    });
    expect(body).toMatchObject([
      { success: false, errors: [{ statusCode: "ALL_OR_NONE_OPERATION_ROLLED_BACK" }] },
      { success: false, errors: [{ statusCode: "DUPLICATE_VALUE" }] },
    ]);
    expect(api.query("SELECT COUNT() FROM Order_Line__c")).toMatchObject({ totalSize: 0 });
  });

  it("publishes 200 events in one request", () => {
    const api = servedApi();
    const before = api.parts.usage.used();
    const records = Array.from({ length: 200 }, (_, index) =>
      record({ Key__c: `e${index}` }, "Order_Event__e"),
    );
    const { body } = api.call("/composite/sobjects", { method: "POST", body: { records } });
    expect((body as { success: boolean }[]).filter(({ success }) => success)).toHaveLength(200);
    expect(api.parts.usage.used()).toBe(before + 1);
    expect(api.org.host.allocations.used("HourlyPublishedPlatformEvents")).toBe(200);
    expect(api.query("SELECT COUNT() FROM Order_Line__c")).toMatchObject({ totalSize: 200 });
  });

  it("of 201 records is refused", () => {
    const records = Array.from({ length: 201 }, () => record({ Name: "x" }));
    expect(
      servedApi().call("/composite/sobjects", { method: "POST", body: { records } }),
    ).toMatchObject({ status: 400, body: [{ errorCode: "EXCEEDED_MAX_SIZE_REQUEST" }] });
  });

  it("is read by ids, null for what is not there", () => {
    const api = servedApi();
    const id = api.create("Account", { Name: "Acme" });
    const path = `/composite/sobjects/Account?ids=${id},001000000000000AAA&fields=Name`;
    expect(api.call(path).body).toMatchObject([{ Id: id, Name: "Acme" }, null]);
  });
});
