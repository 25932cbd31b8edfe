/**
 * Minted record ids: key prefix, pod, counter. Source of the form: Apex Developer Guide, Id data type.
 */
import { toId18 } from "../runtime/id.js";
const BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
/** Ids of this org carry it after the key prefix, so that ids written by hand in tests do not collide with minted ones. */
const POD = "Lo0";
/** The id with this number, for a three-character key prefix. Deterministic: the same number gives the same id. */
export function mintId(keyPrefix, number) {
    let rest = number;
    let digits = "";
    for (let place = 0; place < 9; place += 1) {
        digits = BASE62.charAt(rest % 62) + digits;
        rest = Math.floor(rest / 62);
    }
    const id = toId18(keyPrefix + POD + digits);
    if (id === null)
        throw new Error(`no key prefix: ${keyPrefix}`);
    return id;
}
/** The number a minted id was made from; undefined for ids this org did not mint. */
export function mintedNumber(id) {
    if (id.slice(3, 6) !== POD)
        return undefined;
    let number = 0;
    for (const digit of id.slice(6, 15))
        number = number * 62 + BASE62.indexOf(digit);
    return number;
}
