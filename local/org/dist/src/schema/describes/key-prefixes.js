import { createHash } from "node:crypto";
import { NameMap } from "../name-map.js";
const BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const SLOTS = BASE62.length ** 2;
/**
 * Key prefixes for a project's objects: `a` and two characters for objects and custom settings, `m` for custom metadata types, `e` for
 * platform events, `c` for what the platform keeps beside an object. The characters come from the object's name, so that an object keeps
 * its prefix, and a stored record its object, when others come and go; a taken prefix gives way to the next free one.
 */
export function allotKeyPrefixes(names) {
    const prefixes = new NameMap();
    const taken = new Set();
    for (const name of names.toSorted()) {
        let slot = slotOf(name);
        while (taken.has(prefixAt(name, slot)))
            slot = (slot + 1) % SLOTS;
        const prefix = prefixAt(name, slot);
        taken.add(prefix);
        prefixes.set(name, prefix);
    }
    return prefixes;
}
function slotOf(name) {
    return createHash("sha256").update(name.toLowerCase()).digest().readUInt32BE() % SLOTS;
}
function prefixAt(name, slot) {
    return letterOf(name) + digits(slot);
}
function letterOf(name) {
    if (/__c$/i.test(name))
        return "a";
    if (/__mdt$/i.test(name))
        return "m";
    return /__e$/i.test(name) ? "e" : "c";
}
function digits(slot) {
    return BASE62.charAt(Math.floor(slot / BASE62.length)) + BASE62.charAt(slot % BASE62.length);
}
/** No prefix of Salesforce's begins with these. */
const UNDOCUMENTED = "wxyz";
/** A prefix for a standard object whose own is not documented, by its place among all standard objects. */
export function undocumentedPrefix(place) {
    return UNDOCUMENTED.charAt(Math.floor(place / SLOTS)) + digits(place % SLOTS);
}
/** The place that such a prefix stands for; -1 for any other prefix. */
export function placeOfPrefix(prefix) {
    const [letter = "", first = "", second = ""] = prefix;
    const block = UNDOCUMENTED.indexOf(letter || "-");
    if (block < 0 || prefix.length !== 3)
        return -1;
    return block * SLOTS + BASE62.indexOf(first) * BASE62.length + BASE62.indexOf(second);
}
