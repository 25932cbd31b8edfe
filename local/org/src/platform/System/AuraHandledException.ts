/**
 * System.AuraHandledException: the text given to its constructor goes to the client, not to getMessage(), unless setMessage() says it
 * too. Source: Apex Developer Guide, "Returning Errors from an Apex Server-Side Controller".
 */
import { type ApexException, platformExceptionClass } from "../../runtime/exception.ts";
import { platformType } from "../../runtime/behaviour.ts";

/** Under which an exception's details keep the client's text. */
export const CLIENT_MESSAGE = "client message";

const AuraHandledException = platformExceptionClass("System.AuraHandledException");

function create(clientMessage: string | null): ApexException {
  const exception = new AuraHandledException();
  exception.details.set(CLIENT_MESSAGE, clientMessage);
  return exception;
}

export const auraHandledExceptionBehaviour = platformType({
  type: "System.AuraHandledException",
  constructors: { "new(String)": create },
});
