import { ApexBlob } from "../../runtime/blob.ts";
export declare function encrypt(algorithm: string, key: ApexBlob, vector: ApexBlob, clear: ApexBlob): ApexBlob;
export declare function encryptWithManagedIv(algorithm: string, key: ApexBlob, clear: ApexBlob): ApexBlob;
export declare function decrypt(algorithm: string, key: ApexBlob, vector: ApexBlob, encrypted: ApexBlob): ApexBlob;
export declare function decryptWithManagedIv(algorithm: string, key: ApexBlob, encrypted: ApexBlob): ApexBlob;
