import { generateKeyPairSync } from "node:crypto";
import { describe, expect, it } from "vitest";
import { apex, evaluate, runApex } from "../../testing/apex.ts";

const hex = (expression: string): string => `EncodingUtil.convertToHex(${expression})`;

describe("Crypto", () => {
  it("digests as the standards' own vectors say", () => {
    expect(evaluate(hex("Crypto.generateDigest('SHA-256', Blob.valueOf('abc'))"))).toBe(
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
    );
    expect(evaluate(hex("Crypto.generateDigest('MD5', Blob.valueOf('abc'))"))).toBe(
      "900150983cd24fb0d6963f7d28e17f72",
    );
  });

  it("makes the MAC of RFC 4231 and verifies it", () => {
    const mac =
      "Crypto.generateMac('hmacSHA256', Blob.valueOf('what do ya want for nothing?'), Blob.valueOf('Jefe'))";
    expect(evaluate(hex(mac))).toBe(
      "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
    );
    const verify = (data: string): string =>
      evaluate(
        `Crypto.verifyHMAC('hmacSHA256', Blob.valueOf('${data}'), Blob.valueOf('Jefe'), ${mac})`,
      );
    expect(verify("what do ya want for nothing?")).toBe("true");
    expect(verify("something else")).toBe("false");
  });

  it.each(["AES128", "AES192", "AES256", "AES256-GCM"])(
    "opens what it sealed with %s",
    (algorithm) => {
      const bits = algorithm.slice(3, 6);
      const { debug } = runApex(`
      Blob key = Crypto.generateAesKey(${bits});
      Blob sealed = Crypto.encryptWithManagedIV('${algorithm}', key, Blob.valueOf('secret'));
      System.debug(Crypto.decryptWithManagedIV('${algorithm}', key, sealed).toString());`);
      expect(debug).toEqual(["secret"]);
    },
  );

  it("encrypts with a vector of the caller's as AES-CBC does", () => {
    const key = "EncodingUtil.convertFromHex('2b7e151628aed2a6abf7158809cf4f3c')";
    const vector = "EncodingUtil.convertFromHex('000102030405060708090a0b0c0d0e0f')";
    const clear = "EncodingUtil.convertFromHex('6bc1bee22e409f96e93d7e117393172a')";
    expect(
      evaluate(hex(`Crypto.encrypt('AES128', ${key}, ${vector}, ${clear})`)).slice(0, 32),
    ).toBe("7649abac8119b246cee98e9b12e9197d");
  });

  it("signs with a private key what its public key verifies", () => {
    const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
    const secret = privateKey.export({ format: "der", type: "pkcs8" }).toString("base64");
    const open = publicKey.export({ format: "der", type: "spki" }).toString("base64");
    const { debug } = apex().run(`
      Blob signature = Crypto.sign('RSA-SHA256', Blob.valueOf('text'), EncodingUtil.base64Decode('${secret}'));
      Blob publicKey = EncodingUtil.base64Decode('${open}');
      System.debug(Crypto.verify('RSA-SHA256', Blob.valueOf('text'), signature, publicKey));
      System.debug(Crypto.verify('RSA-SHA256', Blob.valueOf('texT'), signature, publicKey));`);
    expect(debug).toEqual(["true", "false"]);
  });

  it.each([
    [
      "Crypto.encryptWithManagedIV('DES', Blob.valueOf('x'), Blob.valueOf('x'))",
      "System.InvalidParameterValueException: Invalid algorithm 'DES'. Must be AES128, AES192, AES256, AES384, or AES512.",
    ],
    [
      "Crypto.encryptWithManagedIV('AES128', Blob.valueOf('x'), Blob.valueOf('x'))",
      "System.InvalidParameterValueException: Invalid private key. Must be 16 bytes.",
    ],
    [
      "Crypto.decryptWithManagedIV('AES128', Blob.valueOf('0123456789abcdef'), Blob.valueOf('x'))",
      "System.InvalidParameterValueException: Unable to parse initialization vector from encrypted data.",
    ],
    [
      "Crypto.generateDigest('SHA9', Blob.valueOf('x'))",
      "System.SecurityException: SHA9 MessageDigest not available",
    ],
  ])("%s raises %s", (expression, headline) => {
    expect(runApex(`System.debug(${expression});`).exception?.headline).toBe(headline);
  });
});
