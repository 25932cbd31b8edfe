import { describe, expect, it } from "vitest";
import { servedApi } from "../testing/served-api.ts";
import { textLike } from "../testing/text-matchers.ts";

const path = "//services/apexrest/order-lines/";

describe("an Apex REST class", () => {
  it("answers GET with its object as JSON, and sees the URI it was asked by", () => {
    expect(servedApi().call(`${path}k-1`)).toMatchObject({
      status: 200,
      body: { key: "k-1", total: 12.5 },
    });
  });

  it("takes the keys of the body as parameters, and may set the status", () => {
    const api = servedApi();
    expect(api.call(path, { method: "POST", body: { name: "a", count: 3 } })).toMatchObject({
      status: 201,
      body: "a × 3",
    });
    expect(api.call(path, { method: "POST", body: { other: 1 } })).toMatchObject({
      status: 400,
      body: [{ errorCode: "JSON_PARSER_ERROR" }],
    });
  });

  it("may write body and headers itself", () => {
    const answer = servedApi().call(`${path}?reason=old`, { method: "DELETE", body: "it" });
    expect(answer).toMatchObject({
      status: 202,
      headers: { "x-removed": "old", "content-type": "text/plain" },
      body: "gone: it",
    });
  });

  it("whose code throws answers 500 with the exception and its stack", () => {
    expect(servedApi().call(path, { method: "PATCH", body: {} })).toMatchObject({
      status: 500,
      body: [
        {
          errorCode: "APEX_ERROR",
          message: textLike(
            /^System\.IllegalArgumentException: no such line\n\nClass\.OrderLines\.fail: line \d+, column 1$/,
          ),
        },
      ],
    });
  });

  it("is 404 where no mapping fits, 405 where no method answers the verb", () => {
    const api = servedApi();
    expect(api.call("//services/apexrest/nothing")).toMatchObject({
      status: 404,
      body: [{ errorCode: "NOT_FOUND", message: "Could not find a match for URL" }],
    });
    expect(api.call(path, { method: "PUT", body: {} })).toMatchObject({
      status: 405,
      body: [{ message: "HTTP Method 'PUT' not allowed. Allowed are GET,POST,PATCH,DELETE" }],
    });
  });
});
