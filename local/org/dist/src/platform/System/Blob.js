/** Blob. Source: Apex Reference, "Blob Class". */
import { ApexBlob } from "../../runtime/blob.js";
import { raise } from "../../runtime/exception.js";
import { refusingNull } from "../arguments.js";
import { platformType } from "../../runtime/behaviour.js";
function textOf(blob) {
    try {
        return blob.text();
    }
    catch (error) {
        if (!(error instanceof TypeError))
            throw error;
        return raise("System.StringException", "BLOB is not a valid UTF-8 string");
    }
}
export const blobBehaviour = platformType({
    type: "Blob",
    implementation: ApexBlob,
    statics: refusingNull({ valueOf: (text) => ApexBlob.fromText(text) }),
    methods: {
        size: (blob) => blob.size,
        toString: textOf,
    },
});
