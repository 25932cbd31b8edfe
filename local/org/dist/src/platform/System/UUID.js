/** System.UUID. Source: Apex Reference, "UUID Class": version 4, printed in lower case. */
import { randomUUID } from "node:crypto";
import { raise } from "../../runtime/exception.js";
import { platformType } from "../../runtime/behaviour.js";
import { refuseJson } from "../json/json-error.js";
import { registerJsonForm } from "../json/platform-forms.js";
import { required } from "../required.js";
export class UuidValue {
    text;
    constructor(text) {
        this.text = text;
    }
    get $identity() {
        return `UUID ${this.text}`;
    }
    toString() {
        return this.text;
    }
}
function fromString(text) {
    const given = required(text);
    if (!/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(given))
        raise("System.IllegalArgumentException", `Invalid UUID string: ${given}`);
    return new UuidValue(given.toLowerCase());
}
/** Java's: the two 64-bit halves, and their two 32-bit halves, exclusive-or. */
function hashCode(uuid) {
    const digits = uuid.text.replaceAll("-", "");
    return [0, 8, 16, 24].reduce((hash, at) => hash ^ Number.parseInt(digits.slice(at, at + 8), 16), 0);
}
export const uuidBehaviour = platformType({
    type: "System.UUID",
    implementation: UuidValue,
    statics: { fromString, randomUUID: () => new UuidValue(randomUUID()) },
    methods: {
        equals: (uuid, other) => other instanceof UuidValue && other.text === uuid.text,
        hashCode,
        toString: (uuid) => uuid.text,
    },
});
registerJsonForm({
    type: "System.UUID",
    read: (node) => node.kind === "string" ? fromString(node.text) : refuseJson("Illegal value for primitive"),
    write: String,
});
