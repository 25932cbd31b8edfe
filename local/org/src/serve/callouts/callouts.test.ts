/** Callouts of running Apex, through the engine's thread and out over HTTP. */
import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { metadataXml } from "../../schema/fixture/project.ts";
import { serveProject, type ServedProject } from "../testing/served-project.ts";

interface Seen {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

let target: Server;
let org: ServedProject;
const seen: Seen[] = [];

function portOf(server: Server): number {
  // It listens on TCP.
  return (server.address() as AddressInfo).port;
}

beforeAll(async () => {
  target = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const { method = "", url = "", headers } = request;
      seen.push({ method, url, headers, body: Buffer.concat(chunks).toString() });
      if (url.startsWith("/slow")) return;
      response.writeHead(url.startsWith("/moved") ? 302 : 201, "Made", {
        location: "/elsewhere",
        "x-answer": "42",
      });
      response.end("héllo");
    });
  });
  await new Promise<void>((resolve) => target.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${portOf(target)}`;
  org = await serveProject(
    {
      "namedCredentials/Target.namedCredential-meta.xml": metadataXml(
        "NamedCredential",
        `<label>Target</label><namedCredentialType>SecuredEndpoint</namedCredentialType>
        <namedCredentialParameters><parameterName>Url</parameterName><parameterType>Url</parameterType><parameterValue>https://target.example</parameterValue></namedCredentialParameters>
        <namedCredentialParameters><externalCredential>Auth</externalCredential><parameterName>ExternalCredential</parameterName><parameterType>Authentication</parameterType></namedCredentialParameters>`,
      ),
      "externalCredentials/Auth.externalCredential-meta.xml": metadataXml(
        "ExternalCredential",
        `<label>Auth</label><authenticationProtocol>Custom</authenticationProtocol>
        <externalCredentialParameters><parameterName>Main</parameterName><parameterType>NamedPrincipal</parameterType><sequenceNumber>1</sequenceNumber></externalCredentialParameters>
        <externalCredentialParameters><parameterName>Authorization</parameterName><parameterType>AuthHeader</parameterType><parameterValue>{!'Bearer ' &amp; $Credential.Auth.Key}</parameterValue><sequenceNumber>1</sequenceNumber></externalCredentialParameters>`,
      ),
      "remoteSiteSettings/Local.remoteSite-meta.xml": metadataXml(
        "RemoteSiteSetting",
        `<disableProtocolSecurity>true</disableProtocolSecurity><isActive>true</isActive><url>http://127.0.0.1:1</url>`,
      ),
    },
    { credentials: { Auth: { Key: "secret" } }, namedCredentialUrls: { Target: url } },
  );
}, 60_000);

afterAll(async () => {
  await org.stop();
  target.closeAllConnections();
  await new Promise((resolve) => target.close(resolve));
});

/** Runs Apex that sends `setup` and makes its answer an Account's name. */
async function send(setup: string): Promise<string> {
  const block = `HttpRequest request = new HttpRequest(); ${setup}
    HttpResponse answer = new Http().send(request);
    insert new Account(Name = answer.getStatusCode() + ' ' + answer.getStatus() + ' ' + answer.getHeader('X-Answer') + ' ' + answer.getBody());`;
  const response = await org.call(
    `/tooling/executeAnonymous?anonymousBody=${encodeURIComponent(block)}`,
  );
  const result = (await response.json()) as { success: boolean; exceptionMessage: string | null };
  if (!result.success) return result.exceptionMessage ?? "";
  const found = await org.call(
    "/query?q=SELECT+Name+FROM+Account+ORDER+BY+CreatedDate+DESC,Id+DESC+LIMIT+1",
  );
  return ((await found.json()) as { records: [{ Name: string }] }).records[0].Name;
}

describe("a callout of running Apex", () => {
  it("carries method, headers and body there, and status, headers and body back", async () => {
    const answer = await send(
      `request.setEndpoint('callout:Target/things?a=1'); request.setMethod('POST');
       request.setHeader('X-Mine', 'yes'); request.setBody('größe');`,
    );
    expect(answer).toBe("201 Made 42 héllo");
    expect(seen.at(-1)).toMatchObject({
      method: "POST",
      url: "/things?a=1",
      body: "größe",
      headers: { authorization: "Bearer secret", "x-mine": "yes" },
    });
  });

  it("does not follow redirects", async () => {
    const answer = await send(
      "request.setEndpoint('callout:Target/moved'); request.setMethod('GET');",
    );
    expect(answer).toMatch(/^302 /);
  });

  it("that gets no answer in time is 'Read timed out'", async () => {
    expect(
      await send(
        "request.setEndpoint('callout:Target/slow'); request.setMethod('GET'); request.setTimeout(100);",
      ),
    ).toBe("System.CalloutException: Read timed out");
  });

  it("to where nobody listens is refused", async () => {
    expect(
      await send("request.setEndpoint('http://127.0.0.1:1/x'); request.setMethod('GET');"),
    ).toBe("System.CalloutException: Connection refused");
  });

  it("to an endpoint that nothing allows is unauthorized", async () => {
    expect(
      await send("request.setEndpoint('http://127.0.0.1:2/x'); request.setMethod('GET');"),
    ).toMatch(/^System\.CalloutException: Unauthorized endpoint, please check/);
  });
});
