/** System.EncodingUtil. Source: Apex Reference, "EncodingUtil Class". */
import { ApexBlob } from "../../runtime/blob.js";
import { platformType } from "../../runtime/behaviour.js";
import { raise } from "../../runtime/exception.js";
import { required } from "../required.js";
import { urlDecode, urlEncode } from "../url-encoding.js";
/** Padding and white space are passed over; any other character outside the alphabet is refused. */
export function decodeBase64(text) {
    const symbols = text.replaceAll(/[=\s]/g, "");
    const stranger = /[^A-Za-z0-9+/]/.exec(symbols);
    if (stranger !== null)
        raise("System.StringException", `Unrecognized base64 character: ${stranger[0]}`);
    return new ApexBlob(new Uint8Array(Buffer.from(symbols, "base64")));
}
export function encodeBase64(blob) {
    return Buffer.from(blob.bytes).toString("base64");
}
function decodeHex(text) {
    if (text.length % 2 !== 0)
        raise("System.InvalidParameterValueException", `input string must be an even number of characters long, but was ${text.length}`);
    const stranger = /[^0-9a-fA-F]/.exec(text);
    if (stranger !== null)
        raise("System.InvalidParameterValueException", `Illegal hexadecimal character ${stranger[0]} at index ${stranger.index}`);
    return new ApexBlob(new Uint8Array(Buffer.from(text, "hex")));
}
export const encodingUtilBehaviour = platformType({
    type: "System.EncodingUtil",
    statics: {
        base64Decode: (text) => decodeBase64(required(text)),
        base64Encode: (blob) => encodeBase64(required(blob)),
        convertFromHex: (text) => decodeHex(required(text)),
        convertToHex: (blob) => Buffer.from(required(blob).bytes).toString("hex"),
        urlDecode: (text, encoding) => urlDecode(required(text), required(encoding)),
        urlEncode: (text, encoding) => urlEncode(required(text), required(encoding)),
    },
});
