/**
 * System.WebServiceCallout, by which classes made from a WSDL call out. Source: Apex Developer Guide, "Test Web Service Callouts". Only a
 * test's mock answers: SOAP is not spoken.
 */
import { platformType } from "../../runtime/behaviour.ts";
import { raise } from "../../runtime/exception.ts";
import { GapReached } from "../../runtime/gap-reached.ts";
import type { ApexList } from "../../runtime/list.ts";
import { ApexObject, callMethod } from "../../runtime/object.ts";
import { transaction } from "../../runtime/transaction.ts";
import { allowCallout } from "../callouts/send.ts";
import { required } from "../required.ts";
import { mockOf } from "../test-mocks.ts";

/** Of the service: its address, its action, and what the request and the response are called. */
type Info = readonly (string | null)[];

function invoke(
  stub: unknown,
  request: unknown,
  response: unknown,
  given: ApexList<string | null> | null,
): void {
  const info: Info = required(given).items;
  const [endpoint, action, , requestName, responseNamespace, responseName, responseType] = info;
  const mock = mockOf(transaction(), "System.WebServiceMock");
  if (mock instanceof ApexObject) {
    allowCallout();
    callMethod(
      mock,
      "System.WebServiceMock.doInvoke",
      stub,
      request,
      response,
      endpoint,
      action,
      requestName,
      responseNamespace,
      responseName,
      responseType,
    );
    return;
  }
  if (transaction().isTest)
    raise(
      "System.TypeException",
      "Methods defined as TestMethod do not support Web service callouts",
    );
  throw new GapReached("Not supported by the local org yet: callouts in SOAP");
}

export const webServiceCalloutBehaviour = platformType({
  type: "System.WebServiceCallout",
  statics: { invoke },
});
