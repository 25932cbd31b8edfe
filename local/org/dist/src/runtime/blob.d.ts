/** An Apex Blob. The bytes are never changed once it exists. */
export declare class ApexBlob {
    readonly bytes: Uint8Array;
    constructor(bytes: Uint8Array);
    static fromText(text: string): ApexBlob;
    /** The bytes read as UTF-8; throws a TypeError where they are not. */
    text(): string;
    get size(): number;
    sameBytes(other: ApexBlob): boolean;
}
