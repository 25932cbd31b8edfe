import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ApexBlob } from "../../runtime/blob.ts";
import { evaluate, runApex } from "../../testing/apex.ts";
import { urlDecode, urlEncode } from "../url-encoding.ts";
import { decodeBase64, encodeBase64 } from "./EncodingUtil.ts";

describe("EncodingUtil", () => {
  it.each([
    ["EncodingUtil.base64Encode(Blob.valueOf('Hé'))", "SMOp"],
    ["EncodingUtil.base64Decode('SMOp').toString()", "Hé"],
    ["EncodingUtil.convertToHex(Blob.valueOf('AZ'))", "415a"],
    ["EncodingUtil.convertFromHex('415A').toString()", "AZ"],
    ["EncodingUtil.urlEncode('a b&c=ü*~', 'UTF-8')", "a+b%26c%3D%C3%BC*%7E"],
    ["EncodingUtil.urlEncode('ü', 'ISO-8859-1')", "%FC"],
    ["EncodingUtil.urlDecode('a+b%26%C3%BC', 'UTF-8')", "a b&ü"],
  ])("%s is %s", (expression, text) => {
    expect(evaluate(expression)).toBe(text);
  });

  it.each([
    [
      "EncodingUtil.base64Decode('a-b')",
      "System.StringException: Unrecognized base64 character: -",
    ],
    [
      "EncodingUtil.convertFromHex('abc')",
      "System.InvalidParameterValueException: input string must be an even number of characters long, but was 3",
    ],
    [
      "EncodingUtil.convertFromHex('0g')",
      "System.InvalidParameterValueException: Illegal hexadecimal character g at index 1",
    ],
    ["EncodingUtil.base64Decode(null)", "System.NullPointerException: Argument cannot be null."],
  ])("%s raises %s", (expression, headline) => {
    expect(runApex(`System.debug(${expression});`).exception?.headline).toBe(headline);
  });

  it("reads back every text it encodes", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(urlDecode(urlEncode(text, "UTF-8"), "UTF-8")).toBe(text);
      }),
    );
  });

  it("reads back all bytes it encodes", () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(decodeBase64(encodeBase64(new ApexBlob(bytes))).bytes).toEqual(bytes);
      }),
    );
  });
});
