/** What every value answers to. */
import { equalOperands, hashKeyOf, identityOf } from "../../runtime/equality.js";
import { ApexDecimal } from "../../runtime/decimal.js";
import { ApexEnum } from "../../runtime/enum.js";
import { ApexObject, cloneObject } from "../../runtime/object.js";
import { valueText } from "../../runtime/text.js";
import { platformType } from "../../runtime/behaviour.js";
/** Java's String.hashCode. */
export function stringHash(text) {
    let hash = 0;
    for (let index = 0; index < text.length; index += 1)
        hash = (Math.imul(31, hash) + text.charCodeAt(index)) | 0;
    return hash;
}
/** Equal values have equal hashes; a project object without hashCode of its own hashes by identity. */
export function hashOf(value) {
    if (value === null || value === undefined)
        return 0;
    if (typeof value === "string")
        return stringHash(value);
    if (typeof value === "number")
        return value;
    if (typeof value === "boolean")
        return value ? 1231 : 1237;
    if (typeof value === "bigint")
        return Number(BigInt.asIntN(32, value ^ (value >> 32n)));
    if (value instanceof ApexObject || value instanceof ApexEnum)
        return identityOf(value);
    if (value instanceof ApexDecimal)
        return stringHash(value.stripTrailingZeros().toString());
    const key = hashKeyOf(value);
    if (typeof key === "object" && key !== null)
        return identityOf(key);
    return stringHash(String(key));
}
export const objectBehaviour = platformType({
    type: "Object",
    methods: {
        // As ==, so that texts are equal whatever their case; String.equals is another method.
        equals: equalOperands,
        hashCode: hashOf,
        toString: valueText,
        clone: cloneObject,
    },
    constructors: { new: () => ({}) },
});
