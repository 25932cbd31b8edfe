/**
 * AES as System.Crypto offers it: CBC with PKCS #7 padding and a 16-byte vector of the caller's or of the platform's own (then it is
 * the first 16 bytes of the result), and AES256-GCM, whose 12-byte vector always leads and whose tag always ends the result.
 * Source: Apex Reference, "Crypto Class", "Encrypt and Decrypt Exceptions".
 */
import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { ApexBlob } from "../../runtime/blob.js";
import { raise } from "../../runtime/exception.js";
const VECTOR_SIZE = 16;
const GCM_VECTOR_SIZE = 12;
const GCM_TAG_SIZE = 16;
const GCM_KEY_SIZE = 32;
const CLEAR_LIMIT = 1_048_576;
/** Room for the vector and the padding. */
const CIPHER_LIMIT = 1_048_608;
function modeOf(algorithm) {
    if (algorithm === "AES256-GCM")
        return { kind: "gcm" };
    const bits = /^AES(128|192|256)(?:-CBC)?$/.exec(algorithm)?.[1];
    if (bits === undefined)
        refuse(`Invalid algorithm '${algorithm}'. Must be AES128, AES192, AES256, AES384, or AES512.`);
    return { kind: "cbc", cipher: `aes-${bits}-cbc`, keySize: Number(bits) / 8 };
}
function refuse(message) {
    return raise("System.InvalidParameterValueException", message);
}
function checkKey(key, size) {
    if (key.size !== size)
        refuse(`Invalid private key. Must be ${size} bytes.`);
}
function checkSize(data, limit) {
    if (data.size > limit)
        refuse(`Invalid data. Input data is ${data.size} bytes, which exceeds the limit of ${limit} bytes.`);
}
function blob(...parts) {
    return new ApexBlob(new Uint8Array(Buffer.concat(parts)));
}
export function encrypt(algorithm, key, vector, clear) {
    const mode = modeOf(algorithm);
    if (mode.kind === "gcm")
        return sealGcm(key, clear);
    checkKey(key, mode.keySize);
    if (vector.size !== VECTOR_SIZE)
        refuse("Invalid initialization vector. Must be 16 bytes.");
    checkSize(clear, CLEAR_LIMIT);
    const cipher = createCipheriv(mode.cipher, key.bytes, vector.bytes);
    return blob(cipher.update(clear.bytes), cipher.final());
}
export function encryptWithManagedIv(algorithm, key, clear) {
    if (modeOf(algorithm).kind === "gcm")
        return sealGcm(key, clear);
    const vector = new ApexBlob(new Uint8Array(randomBytes(VECTOR_SIZE)));
    return blob(vector.bytes, encrypt(algorithm, key, vector, clear).bytes);
}
export function decrypt(algorithm, key, vector, encrypted) {
    const mode = modeOf(algorithm);
    if (mode.kind === "gcm")
        return openGcm(key, encrypted);
    checkKey(key, mode.keySize);
    if (vector.size !== VECTOR_SIZE)
        refuse("Invalid initialization vector. Must be 16 bytes.");
    checkSize(encrypted, CIPHER_LIMIT);
    if (encrypted.size === 0)
        return new ApexBlob(new Uint8Array());
    if (encrypted.size % VECTOR_SIZE !== 0)
        raise("System.SecurityException", "Input length must be multiple of 16 when decrypting with padded cipher");
    const decipher = createDecipheriv(mode.cipher, key.bytes, vector.bytes);
    try {
        return blob(decipher.update(encrypted.bytes), decipher.final());
    }
    catch {
        return raise("System.SecurityException", "Given final block not properly padded. Such issues can arise if a bad key is used during decryption.");
    }
}
export function decryptWithManagedIv(algorithm, key, encrypted) {
    if (modeOf(algorithm).kind === "gcm")
        return openGcm(key, encrypted);
    if (encrypted.size < VECTOR_SIZE)
        refuse("Unable to parse initialization vector from encrypted data.");
    const vector = new ApexBlob(encrypted.bytes.slice(0, VECTOR_SIZE));
    return decrypt(algorithm, key, vector, new ApexBlob(encrypted.bytes.slice(VECTOR_SIZE)));
}
function sealGcm(key, clear) {
    checkKey(key, GCM_KEY_SIZE);
    checkSize(clear, CLEAR_LIMIT);
    const vector = randomBytes(GCM_VECTOR_SIZE);
    const cipher = createCipheriv("aes-256-gcm", key.bytes, vector);
    const sealed = Buffer.concat([cipher.update(clear.bytes), cipher.final()]);
    return blob(vector, sealed, cipher.getAuthTag());
}
function openGcm(key, encrypted) {
    checkKey(key, GCM_KEY_SIZE);
    checkSize(encrypted, CIPHER_LIMIT);
    if (encrypted.size < GCM_VECTOR_SIZE + GCM_TAG_SIZE)
        refuse("Unable to parse initialization vector from encrypted data.");
    const decipher = createDecipheriv("aes-256-gcm", key.bytes, encrypted.bytes.slice(0, GCM_VECTOR_SIZE));
    decipher.setAuthTag(encrypted.bytes.slice(-GCM_TAG_SIZE));
    try {
        const body = encrypted.bytes.slice(GCM_VECTOR_SIZE, -GCM_TAG_SIZE);
        return blob(decipher.update(body), decipher.final());
    }
    catch {
        return raise("System.SecurityException", "Tag mismatch!");
    }
}
