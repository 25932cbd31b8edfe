/** System.EncodingUtil. Source: Apex Reference, "EncodingUtil Class". */
import { ApexBlob } from "../../runtime/blob.ts";
/** Padding and white space are passed over; any other character outside the alphabet is refused. */
export declare function decodeBase64(text: string): ApexBlob;
export declare function encodeBase64(blob: ApexBlob): string;
export declare const encodingUtilBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
