import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ApexBlob } from "../../runtime/blob.ts";
import { ApexException } from "../../runtime/exception.ts";
import type { CalloutRequest, Host } from "../../runtime/host.ts";
import { inTransaction, Transaction, type Quiddity } from "../../runtime/transaction.ts";
import { platformTypeNamed } from "../../runtime/type.ts";
import { TypeValue } from "../../runtime/type-value.ts";
import { writeProject } from "../../schema/fixture/project.ts";
import { apex, type ApexFixture } from "../../testing/apex.ts";
import { TEST_USER, testHost, testSchema } from "../../testing/host.ts";
import { setMock } from "../test-mocks.ts";
import { HttpRequestValue } from "./http-request.ts";
import { sendHttp } from "./send.ts";

const HTTP_MOCK = new TypeValue(platformTypeNamed("System.HttpCalloutMock"));

interface Circumstances {
  readonly isTest?: boolean;
  readonly quiddity?: Quiddity;
  readonly host?: Partial<Host>;
  readonly project?: ApexFixture;
  readonly prepare?: (running: Transaction) => void;
}

/** Sends GET https://example.com/a; gives the status code and the body, or the exception's headline. */
function send({
  isTest = false,
  quiddity = "ANONYMOUS",
  host = {},
  project,
  prepare,
}: Circumstances): string {
  const running = new Transaction({
    host: testHost(testSchema(), host),
    classes: (project ?? apex()).run("").transaction.classes,
    user: TEST_USER,
    quiddity,
    isTest,
    requestId: "request",
    debug: () => undefined,
  });
  return inTransaction(running, () => {
    prepare?.(running);
    const request = new HttpRequestValue();
    request.endpoint = "https://example.com/a";
    request.headers.set("X", "y");
    try {
      const response = sendHttp(request);
      return `${response.statusCode} ${response.bodyText} callouts ${running.limits.used("callouts")}`;
    } catch (thrown) {
      if (thrown instanceof ApexException) return thrown.headline;
      throw thrown;
    }
  });
}

describe("Http.send", () => {
  it("hands the request to the org and gives its answer", () => {
    const seen: CalloutRequest[] = [];
    const answer = send({
      host: {
        callouts: {
          send: (request) => {
            seen.push(request);
            return {
              statusCode: 200,
              status: "OK",
              headers: [["Content-Type", "text/plain; charset=ISO-8859-1"]],
              body: Uint8Array.of(0x61, 0xfc),
            };
          },
        },
      },
    });
    expect(answer).toBe("200 aü callouts 1");
    expect(seen).toEqual([
      {
        method: "GET",
        endpoint: "https://example.com/a",
        headers: [["X", "y"]],
        body: null,
        timeoutMs: 10_000,
      },
    ]);
  });

  it("asks the mock of a test", () => {
    const project = apex().class(`public class Mock implements HttpCalloutMock {
      public HttpResponse respond(HttpRequest request) {
        HttpResponse response = new HttpResponse();
        response.setStatusCode(201);
        response.setBody(request.getEndpoint());
        return response;
      }
    }`);
    expect(
      send({
        isTest: true,
        project,
        prepare: (running) => setMock(running, HTTP_MOCK, running.classes.create("Mock")),
      }),
    ).toBe("201 https://example.com/a callouts 1");
  });

  it("refuses in a test without a mock", () => {
    expect(send({ isTest: true })).toBe(
      "System.TypeException: Methods defined as TestMethod do not support Web service callouts",
    );
  });

  it("refuses while work is uncommitted", () => {
    expect(send({ prepare: (running) => running.limits.spend("dmlStatements") })).toBe(
      "System.CalloutException: You have uncommitted work pending. Please commit or rollback before calling out",
    );
  });

  it("refuses in scheduled Apex", () => {
    expect(send({ quiddity: "SCHEDULED" })).toBe(
      "System.CalloutException: Callout from scheduled Apex not supported.",
    );
  });

  it("counts to the limit and no further", () => {
    expect(send({ prepare: (running) => running.limits.spend("callouts", 100) })).toBe(
      "System.LimitException: Too many callouts: 101",
    );
  });
});

describe("HttpRequest and HttpResponse", () => {
  it("show what they are", () => {
    const { debug } = apex().run(`
      HttpRequest request = new HttpRequest();
      request.setEndpoint('https://example.com'); request.setMethod('POST'); request.setBody('hé');
      request.setHeader('Accept', 'text/plain');
      System.debug(request);
      System.debug(request.getBody() + request.getBodyAsBlob().size() + request.getHeader('accept') + request.getHeader('none'));
      HttpResponse response = new HttpResponse();
      System.debug(response);
      response.setHeader('b', 'x'); response.setHeader('a', 'y'); System.debug(response.getHeaderKeys());`);
    expect(debug).toEqual([
      "System.HttpRequest[Endpoint=https://example.com, Method=POST]",
      "hé3text/plainnull",
      "System.HttpResponse[Status=null, StatusCode=0]",
      "(a, b)",
    ]);
  });

  it.each([
    [
      "request.setTimeout(120001);",
      "System.CalloutException: Timeout must be between 1 and 120000",
    ],
    ["new Http().send(request);", "System.CalloutException: Endpoint can not be null"],
    [
      "request.setEndpoint('example.com'); new Http().send(request);",
      "System.CalloutException: no protocol: example.com",
    ],
  ])("%s raises %s", (block, headline) => {
    expect(
      apex().run(`HttpRequest request = new HttpRequest(); ${block}`).exception?.headline,
    ).toBe(headline);
  });
});

describe("StaticResourceCalloutMock", () => {
  it("answers with the resource's content", () => {
    const path = join(writeProject({ "Answer.json": '{"a":1}' }).path, "Answer.json");
    const schema = {
      ...testSchema(),
      staticResources: new Map([["Answer", path]]),
    };
    const { debug, exception } = apex().schema(schema).run(`
      StaticResourceCalloutMock mock = new StaticResourceCalloutMock();
      mock.setStaticResource('answer'); mock.setStatusCode(202); mock.setHeader('X', 'y');
      HttpResponse response = mock.respond(new HttpRequest());
      System.debug(response.getStatusCode() + response.getBody() + response.getHeader('X'));
      MultiStaticResourceCalloutMock many = new MultiStaticResourceCalloutMock();
      many.setStaticResource('https://a', 'Answer');
      HttpRequest request = new HttpRequest(); request.setEndpoint('https://a');
      System.debug(many.respond(request).getBody());`);
    expect(exception?.headline).toBeUndefined();
    expect(debug).toEqual(['202{"a":1}y', '{"a":1}']);
  });
});

describe("a body", () => {
  it("in a character set nobody knows is read as UTF-8", () => {
    const request = new HttpRequestValue();
    request.headers.set("Content-Type", "text/plain; charset=klingon");
    request.body = ApexBlob.fromText("ü");
    expect(request.bodyText).toBe("ü");
  });
});
