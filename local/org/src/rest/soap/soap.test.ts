import { describe, expect, it } from "vitest";
import { servedApi, type ServedApi } from "../testing/served-api.ts";

function envelope(session: string, body: string): string {
  return `<env:Envelope xmlns:env="http://schemas.xmlsoap.org/soap/envelope/"><env:Header><SessionHeader><sessionId>${session}</sessionId></SessionHeader></env:Header><env:Body>${body}</env:Body></env:Envelope>`;
}

function post(api: ServedApi, session: string, body: string) {
  return api.call("//services/Soap/s/66.0/00D", { method: "POST", body: envelope(session, body) });
}

describe("SOAP", () => {
  it("runs anonymous Apex and brings the debug log along", () => {
    const api = servedApi();
    const session = api.parts.sessions.issue("admin", "admin-secret")?.token ?? "";
    const code = "System.debug('1 &lt; 2');";
    const { status, body } = post(
      api,
      session,
      `<executeAnonymous><apexcode>${code}</apexcode></executeAnonymous>`,
    );
    expect(status).toBe(200);
    expect(body).toContain("<success>true</success>");
    expect(body).toContain("USER_DEBUG|[1]|DEBUG|1 &lt; 2");
  });

  it("tells who is asking", () => {
    const api = servedApi();
    const session = api.parts.sessions.issue("admin", "admin-secret")?.token ?? "";
    expect(post(api, session, "<getUserInfo/>").body).toContain(
      "<userName>admin@local.example</userName>",
    );
  });

  it("without a session is a fault", () => {
    const { status, body } = post(servedApi(), "nope", "<getUserInfo/>");
    expect(status).toBe(500);
    expect(body).toContain("<faultcode>sf:INVALID_SESSION_ID</faultcode>");
  });

  it.each(["", "<Envelope>", "<html/>"])("%j is no envelope: a fault says so", (body) => {
    const answer = servedApi().call("//services/Soap/s/66.0/00D", { method: "POST", body });
    expect(answer.status).toBe(500);
    expect(answer.body).toContain("<faultcode>soapenv:Client</faultcode>");
  });
});
