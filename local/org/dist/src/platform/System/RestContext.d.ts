import { type PlainValue } from "../plain-type.ts";
export declare const restRequestBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
export declare const restResponseBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
export declare const newRestRequest: () => PlainValue;
export declare const newRestResponse: () => PlainValue;
export declare const restContextBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
