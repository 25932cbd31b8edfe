import { charge } from "./heap/charge.js";
/** An Apex Blob. The bytes are never changed once it exists. */
export class ApexBlob {
    bytes;
    constructor(bytes) {
        this.bytes = bytes;
        charge(bytes.length);
    }
    static fromText(text) {
        return new ApexBlob(new TextEncoder().encode(text));
    }
    /** The bytes read as UTF-8; throws a TypeError where they are not. */
    text() {
        return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(this.bytes);
    }
    get size() {
        return this.bytes.length;
    }
    sameBytes(other) {
        return (this.bytes.length === other.bytes.length &&
            this.bytes.every((byte, index) => byte === other.bytes[index]));
    }
}
