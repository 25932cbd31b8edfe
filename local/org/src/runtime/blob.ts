import { charge } from "./heap/charge.ts";

/** An Apex Blob. The bytes are never changed once it exists. */
export class ApexBlob {
  readonly bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    charge(bytes.length);
  }

  static fromText(text: string): ApexBlob {
    return new ApexBlob(new TextEncoder().encode(text));
  }

  /** The bytes read as UTF-8; throws a TypeError where they are not. */
  text(): string {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(this.bytes);
  }

  get size(): number {
    return this.bytes.length;
  }

  sameBytes(other: ApexBlob): boolean {
    return (
      this.bytes.length === other.bytes.length &&
      this.bytes.every((byte, index) => byte === other.bytes[index])
    );
  }
}
