/**
 * A callout: who answers it, and when it may be made at all. Source: Apex Developer Guide, "Testing HTTP Callouts", "Callout Limits
 * and Limitations". Work counts as uncommitted until the limits' counters are fresh (a new transaction, Test.startTest); the platform
 * also forgets it at Database.rollback.
 */
import { refusesCallouts } from "../../async/job-context.js";
import { ApexBlob } from "../../runtime/blob.js";
import { raise } from "../../runtime/exception.js";
import { ApexObject, callMethod } from "../../runtime/object.js";
import { transaction } from "../../runtime/transaction.js";
import { mockOf } from "../test-mocks.js";
import { HttpResponseValue } from "./http-response.js";
function isResponder(mock) {
    return "respond" in mock && typeof mock.respond === "function";
}
const WORK = [
    "dmlStatements",
    "futureCalls",
    "queueableJobs",
    "emailInvocations",
];
function checkAllowed() {
    const running = transaction();
    const { limits, trigger, quiddity, isTest } = running;
    if (trigger !== null)
        raise("System.CalloutException", "Callout from triggers are currently not supported.");
    if (quiddity === "SCHEDULED" && !isTest)
        raise("System.CalloutException", "Callout from scheduled Apex not supported.");
    // The platform says the same to a Queueable without Database.AllowsCallouts.
    if (refusesCallouts(running) && !isTest)
        raise("System.CalloutException", "Callout not allowed from this future method. Please enable callout by annotating the future method. eg: @Future(callout=true)");
    if (WORK.some((name) => limits.used(name) > 0))
        raise("System.CalloutException", "You have uncommitted work pending. Please commit or rollback before calling out");
}
export function sendHttp(request) {
    const { endpoint } = request;
    if (endpoint === null || endpoint === "")
        raise("System.CalloutException", "Endpoint can not be null");
    if (!/^(?:https?|callout):/i.test(endpoint))
        raise("System.CalloutException", `no protocol: ${endpoint}`);
    checkAllowed();
    transaction().limits.spend("callouts");
    const mock = mockOf(transaction(), "System.HttpCalloutMock");
    if (typeof mock === "object" && mock !== null)
        return mocked(mock, request);
    if (transaction().isTest)
        raise("System.TypeException", "Methods defined as TestMethod do not support Web service callouts");
    return sent(request, endpoint);
}
function mocked(mock, request) {
    const response = isResponder(mock)
        ? mock.respond(request)
        : mock instanceof ApexObject
            ? callMethod(mock, "System.HttpCalloutMock.respond", request)
            : null;
    if (response instanceof HttpResponseValue)
        return response;
    return raise("System.CalloutException", "The mock's respond() gave no HttpResponse");
}
function sent(request, endpoint) {
    const answer = transaction().host.callouts.send({
        method: request.method,
        endpoint,
        headers: [...request.headers],
        body: request.body.size === 0 ? null : request.body.bytes,
        timeoutMs: request.timeoutMs,
    });
    const response = new HttpResponseValue();
    response.statusCode = answer.statusCode;
    response.status = answer.status;
    for (const [name, value] of answer.headers)
        response.headers.set(name, value);
    response.body = new ApexBlob(answer.body);
    return response;
}
