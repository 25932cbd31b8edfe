/** Blob. Source: Apex Reference, "Blob Class". */
import { ApexBlob } from "../../runtime/blob.ts";
import { raise } from "../../runtime/exception.ts";
import { refusingNull } from "../arguments.ts";
import { platformType } from "../../runtime/behaviour.ts";

function textOf(blob: ApexBlob): string {
  try {
    return blob.text();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return raise("System.StringException", "BLOB is not a valid UTF-8 string");
  }
}

export const blobBehaviour = platformType({
  type: "Blob",
  implementation: ApexBlob,
  statics: refusingNull({ valueOf: (text: string) => ApexBlob.fromText(text) }),
  methods: {
    size: (blob: ApexBlob) => blob.size,
    toString: textOf,
  },
});
