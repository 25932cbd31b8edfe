/** Under which an exception's details keep the client's text. */
export declare const CLIENT_MESSAGE = "client message";
export declare const auraHandledExceptionBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
