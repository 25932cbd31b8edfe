import { ApexBlob } from "../../runtime/blob.ts";
/** By the resource's name in any case. Throws System.CalloutException where there is none. */
export declare function staticResourceBody(name: string): ApexBlob;
