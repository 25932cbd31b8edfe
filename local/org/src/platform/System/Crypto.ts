/**
 * System.Crypto. Source: Apex Reference, "Crypto Class" with its tables of algorithms and of exceptions. Certificates of an org
 * (signWithCertificate, verify by certificate name) are not here: there is no certificate store.
 */
import {
  createHash,
  createHmac,
  createPrivateKey,
  createPublicKey,
  getHashes,
  randomBytes,
  sign,
  timingSafeEqual,
  verify,
} from "node:crypto";
import { ApexBlob } from "../../runtime/blob.ts";
import { raise } from "../../runtime/exception.ts";
import { platformType } from "../../runtime/behaviour.ts";
import { refusingNull } from "../arguments.ts";
import { decrypt, decryptWithManagedIv, encrypt, encryptWithManagedIv } from "../crypto/aes.ts";

const DIGESTS: Readonly<Record<string, string>> = {
  MD5: "md5",
  SHA1: "sha1",
  "SHA-1": "sha1",
  SHA256: "sha256",
  "SHA-256": "sha256",
  SHA512: "sha512",
  "SHA-512": "sha512",
  "SHA3-256": "sha3-256",
  "SHA3-384": "sha3-384",
  "SHA3-512": "sha3-512",
};

const MACS: Readonly<Record<string, string>> = {
  HMACMD5: "md5",
  HMACSHA1: "sha1",
  HMACSHA256: "sha256",
  HMACSHA512: "sha512",
};

const SIGNATURES: Readonly<Record<string, string>> = {
  RSA: "sha1",
  "RSA-SHA1": "sha1",
  "RSA-SHA256": "sha256",
  "RSA-SHA384": "sha384",
  "RSA-SHA512": "sha512",
  "ECDSA-SHA256": "sha256",
  "ECDSA-SHA384": "sha384",
  "ECDSA-SHA512": "sha512",
};

/** A MAC key has less than 4 KB. */
const MAC_KEY_LIMIT = 4096;

function digest(algorithm: string, input: ApexBlob): ApexBlob {
  const name = DIGESTS[algorithm.toUpperCase()];
  if (name === undefined || !getHashes().includes(name))
    raise("System.SecurityException", `${algorithm} MessageDigest not available`);
  return blob(createHash(name).update(input.bytes).digest());
}

function mac(algorithm: string, input: ApexBlob, key: ApexBlob): ApexBlob {
  const name = MACS[algorithm.toUpperCase().replaceAll("-", "")];
  if (name === undefined) raise("System.SecurityException", `Algorithm ${algorithm} not available`);
  if (key.size === 0) raise("System.SecurityException", "Empty key");
  if (key.size >= MAC_KEY_LIMIT)
    raise("System.SecurityException", "Private Key should be of size less than 4k");
  return blob(createHmac(name, key.bytes).update(input.bytes).digest());
}

function hashOfSignature(algorithm: string): string {
  return (
    SIGNATURES[algorithm.toUpperCase()] ??
    raise("System.SecurityException", `${algorithm} Signature not available`)
  );
}

/** The private key is PKCS #8, DER. */
function signed(algorithm: string, input: ApexBlob, privateKey: ApexBlob): ApexBlob {
  const hash = hashOfSignature(algorithm);
  try {
    const key = createPrivateKey({
      key: Buffer.from(privateKey.bytes),
      format: "der",
      type: "pkcs8",
    });
    return blob(sign(hash, input.bytes, key));
  } catch (error) {
    return refuseKey(error);
  }
}

/** The public key is X.509 SubjectPublicKeyInfo, DER. */
function verified(
  algorithm: string,
  input: ApexBlob,
  signature: ApexBlob,
  publicKey: ApexBlob,
): boolean {
  const hash = hashOfSignature(algorithm);
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey.bytes), format: "der", type: "spki" });
    return verify(hash, input.bytes, key, signature.bytes);
  } catch (error) {
    return refuseKey(error);
  }
}

function refuseKey(error: unknown): never {
  return raise(
    "System.SecurityException",
    `Invalid key: ${error instanceof Error ? error.message : String(error)}`,
  );
}

function sameMac(
  algorithm: string,
  data: ApexBlob,
  privateKey: ApexBlob,
  expected: ApexBlob,
): boolean {
  const made = mac(algorithm, data, privateKey);
  return made.size === expected.size && timingSafeEqual(made.bytes, expected.bytes);
}

function aesKey(bits: number): ApexBlob {
  if (bits !== 128 && bits !== 192 && bits !== 256)
    raise(
      "System.InvalidParameterValueException",
      `Invalid key size '${bits}'. Must be 128, 192, or 256.`,
    );
  return blob(randomBytes(bits / 8));
}

function blob(bytes: Uint8Array): ApexBlob {
  return new ApexBlob(new Uint8Array(bytes));
}

export const cryptoBehaviour = platformType({
  type: "System.Crypto",
  statics: refusingNull({
    decrypt,
    decryptWithManagedIV: decryptWithManagedIv,
    encrypt,
    encryptWithManagedIV: encryptWithManagedIv,
    generateAesKey: aesKey,
    generateDigest: digest,
    generateMac: mac,
    getRandomInteger: () => randomBytes(4).readInt32BE(),
    getRandomLong: () => randomBytes(8).readBigInt64BE(),
    sign: signed,
    "verify(String,Blob,Blob,Blob)": verified,
    verifyHmac: sameMac,
  }),
});
