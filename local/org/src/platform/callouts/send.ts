/**
 * A callout: who answers it, and when it may be made at all. Source: Apex Developer Guide, "Testing HTTP Callouts", "Callout Limits
 * and Limitations". Work counts as uncommitted until the limits' counters are fresh (a new transaction, Test.startTest); the platform
 * also forgets it at Database.rollback.
 */
import { refusesCallouts } from "../../async/job-context.ts";
import { ApexBlob } from "../../runtime/blob.ts";
import { raise } from "../../runtime/exception.ts";
import type { LimitName } from "../../runtime/limits.ts";
import { ApexObject, callMethod } from "../../runtime/object.ts";
import { transaction } from "../../runtime/transaction.ts";
import { mockOf } from "../test-mocks.ts";
import type { HttpRequestValue } from "./http-request.ts";
import { HttpResponseValue } from "./http-response.ts";

/** A platform mock, such as StaticResourceCalloutMock. */
export interface HttpResponder {
  respond(request: HttpRequestValue): HttpResponseValue;
}

function isResponder(mock: object): mock is HttpResponder {
  return "respond" in mock && typeof mock.respond === "function";
}

const WORK: readonly LimitName[] = [
  "dmlStatements",
  "futureCalls",
  "queueableJobs",
  "emailInvocations",
];

function checkAllowed(): void {
  const running = transaction();
  const { limits, trigger, quiddity, isTest } = running;
  if (trigger !== null)
    raise("System.CalloutException", "Callout from triggers are currently not supported.");
  if (quiddity === "SCHEDULED" && !isTest)
    raise("System.CalloutException", "Callout from scheduled Apex not supported.");
  // The platform says the same to a Queueable without Database.AllowsCallouts.
  if (refusesCallouts(running) && !isTest)
    raise(
      "System.CalloutException",
      "Callout not allowed from this future method. Please enable callout by annotating the future method. eg: @Future(callout=true)",
    );
  if (WORK.some((name) => limits.used(name) > 0))
    raise(
      "System.CalloutException",
      "You have uncommitted work pending. Please commit or rollback before calling out",
    );
}

/** Counts one. @throws CalloutException, LimitException where none may be made */
export function allowCallout(): void {
  checkAllowed();
  transaction().limits.spend("callouts");
}

/** A mock answers whatever the endpoint is, also none: HttpMockTest of beyond-the-cloud-dev/http-mock-lib, tests of bobalicious/amoss. */
export function sendHttp(request: HttpRequestValue): HttpResponseValue {
  const { endpoint } = request;
  const mock = mockOf(transaction(), "System.HttpCalloutMock");
  if (typeof mock === "object" && mock !== null) {
    allowCallout();
    return mocked(mock, request);
  }
  if (endpoint === null || endpoint === "")
    raise("System.CalloutException", "Endpoint can not be null");
  if (!/^(?:https?|callout):/i.test(endpoint))
    raise("System.CalloutException", `no protocol: ${endpoint}`);
  allowCallout();
  if (transaction().isTest)
    raise(
      "System.TypeException",
      "Methods defined as TestMethod do not support Web service callouts",
    );
  return sent(request, endpoint);
}

function mocked(mock: object, request: HttpRequestValue): HttpResponseValue {
  const response = isResponder(mock)
    ? mock.respond(request)
    : mock instanceof ApexObject
      ? callMethod(mock, "System.HttpCalloutMock.respond", request)
      : null;
  if (response instanceof HttpResponseValue) return response;
  return raise("System.CalloutException", "The mock's respond() gave no HttpResponse");
}

function sent(request: HttpRequestValue, endpoint: string): HttpResponseValue {
  const answer = transaction().host.callouts.send({
    method: request.method ?? "GET",
    endpoint,
    headers: [...request.headers],
    body: request.body.size === 0 ? null : request.body.bytes,
    timeoutMs: request.timeoutMs,
  });
  const response = new HttpResponseValue();
  response.statusCode = answer.statusCode;
  response.status = answer.status;
  for (const [name, value] of answer.headers) response.headers.set(name, value);
  response.body = new ApexBlob(answer.body);
  return response;
}
