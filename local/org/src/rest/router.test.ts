import { describe, expect, it } from "vitest";
import { servedApi } from "./testing/served-api.ts";

const invalidSession = {
  status: 401,
  body: [{ message: "Session expired or invalid", errorCode: "INVALID_SESSION_ID" }],
};

describe("the REST API", () => {
  it("lists its versions to anybody", () => {
    const { status, body } = servedApi().call("//services/data", {
      headers: { authorization: "" },
    });
    expect(status).toBe(200);
    expect(body).toContainEqual({
      label: "Spring '26",
      url: "/services/data/v66.0",
      version: "66.0",
    });
  });

  it("refuses a request without a session, with an unknown one, and after its lifetime", () => {
    const api = servedApi();
    expect(api.call("/limits", { headers: { authorization: "" } })).toMatchObject(invalidSession);
    expect(api.call("/limits", { headers: { authorization: "Bearer x" } })).toMatchObject(
      invalidSession,
    );
    expect(api.call("/limits").status).toBe(200);
    api.now += 61_000;
    expect(api.call("/limits")).toMatchObject(invalidSession);
  });

  it("prolongs a session that is used", () => {
    const api = servedApi();
    for (let turn = 0; turn < 3; turn += 1) {
      expect(api.call("/limits").status).toBe(200);
      api.now += 59_000;
    }
  });

  it("gives tokens for client credentials, and says in the OAuth way what it refuses", () => {
    const api = servedApi();
    const ask = (form: Record<string, string>) =>
      api.call("//services/oauth2/token", {
        method: "POST",
        body: new URLSearchParams(form).toString(),
      });
    const credentials = { client_id: "admin", client_secret: "admin-secret" };
    const granted = ask({ grant_type: "client_credentials", ...credentials });
    expect(granted).toMatchObject({
      status: 200,
      body: {
        token_type: "Bearer",
        instance_url: "http://127.0.0.1:1",
        issued_at: "1769853600000",
      },
    });
    expect(granted.body).not.toHaveProperty("refresh_token");
    expect(granted.body).not.toHaveProperty("expires_in");
    expect(ask({ grant_type: "password", ...credentials }).body).toMatchObject({
      error: "unsupported_grant_type",
    });
    expect(
      ask({ grant_type: "client_credentials", client_id: "admin", client_secret: "no" }),
    ).toMatchObject({ status: 400, body: { error: "invalid_client" } });
  });

  it("revokes a token", () => {
    const api = servedApi();
    const session = api.parts.sessions.issue("admin", "admin-secret");
    const headers = { authorization: `Bearer ${session?.token ?? ""}` };
    expect(api.call("/limits", { headers }).status).toBe(200);
    api.call("//services/oauth2/revoke", { method: "POST", body: `token=${session?.token ?? ""}` });
    expect(api.call("/limits", { headers })).toMatchObject(invalidSession);
  });

  it("counts requests against the allowance, says so in a header, and refuses beyond it for 24 hours", () => {
    const api = servedApi(2);
    expect(api.call("/limits").headers["sforce-limit-info"]).toBe("api-usage=1/2");
    expect(api.call("/limits").body).toMatchObject({
      DailyApiRequests: { Max: 2, Remaining: 0 },
      DailyAsyncApexExecutions: { Max: 250_000, Remaining: 250_000 },
    });
    expect(api.call("/limits")).toMatchObject({
      status: 403,
      body: [{ errorCode: "REQUEST_LIMIT_EXCEEDED", message: "TotalRequests Limit exceeded." }],
      headers: { "sforce-limit-info": "api-usage=2/2" },
    });
  });

  it("answers 404 where nothing is, and 405 naming what would be allowed", () => {
    const api = servedApi();
    expect(api.call("/nothing")).toMatchObject({ status: 404, body: [{ errorCode: "NOT_FOUND" }] });
    expect(api.call("//services/data/v12.0/limits").status).toBe(404);
    expect(api.call("/limits", { method: "PUT" })).toMatchObject({
      status: 405,
      body: [
        {
          errorCode: "METHOD_NOT_ALLOWED",
          message: "HTTP Method 'PUT' not allowed. Allowed are GET",
        },
      ],
    });
  });
});
