/** System.EncodingUtil. Source: Apex Reference, "EncodingUtil Class". */
import { ApexBlob } from "../../runtime/blob.ts";
import { platformType } from "../../runtime/behaviour.ts";
import { raise } from "../../runtime/exception.ts";
import { required } from "../required.ts";
import { urlDecode, urlEncode } from "../url-encoding.ts";

/** Padding and white space are passed over; any other character outside the alphabet is refused. */
export function decodeBase64(text: string): ApexBlob {
  const symbols = text.replaceAll(/[=\s]/g, "");
  const stranger = /[^A-Za-z0-9+/]/.exec(symbols);
  if (stranger !== null)
    raise("System.StringException", `Unrecognized base64 character: ${stranger[0]}`);
  return new ApexBlob(new Uint8Array(Buffer.from(symbols, "base64")));
}

export function encodeBase64(blob: ApexBlob): string {
  return Buffer.from(blob.bytes).toString("base64");
}

function decodeHex(text: string): ApexBlob {
  if (text.length % 2 !== 0)
    raise(
      "System.InvalidParameterValueException",
      `input string must be an even number of characters long, but was ${text.length}`,
    );
  const stranger = /[^0-9a-fA-F]/.exec(text);
  if (stranger !== null)
    raise(
      "System.InvalidParameterValueException",
      `Illegal hexadecimal character ${stranger[0]} at index ${stranger.index}`,
    );
  return new ApexBlob(new Uint8Array(Buffer.from(text, "hex")));
}

export const encodingUtilBehaviour = platformType({
  type: "System.EncodingUtil",
  statics: {
    base64Decode: (text: string | null) => decodeBase64(required(text)),
    base64Encode: (blob: ApexBlob | null) => encodeBase64(required(blob)),
    convertFromHex: (text: string | null) => decodeHex(required(text)),
    convertToHex: (blob: ApexBlob | null) => Buffer.from(required(blob).bytes).toString("hex"),
    urlDecode: (text: string | null, encoding: string | null) =>
      urlDecode(required(text), required(encoding)),
    urlEncode: (text: string | null, encoding: string | null) =>
      urlEncode(required(text), required(encoding)),
  },
});
