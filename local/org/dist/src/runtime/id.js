/** Record ids: 15 characters that tell cases apart, or 18 with a checksum. Source: Salesforce, "Record ID". */
const CHECKSUM = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";
/** The three characters that make 15 into 18. */
function checksumOf(id) {
    let checksum = "";
    for (const start of [0, 5, 10]) {
        let bits = 0;
        for (let index = 0; index < 5; index += 1) {
            const character = id.charCodeAt(start + index);
            if (character >= 65 && character <= 90)
                bits |= 1 << index;
        }
        checksum += CHECKSUM.charAt(bits);
    }
    return checksum;
}
/** The 18-character form; null where the text is no id. */
export function toId18(text) {
    if (text.length === 15)
        return /^[a-zA-Z0-9]{15}$/.test(text) ? text + checksumOf(text) : null;
    if (text.length === 18)
        return /^[a-zA-Z0-9]{18}$/.test(text) ? restoredCase(text) : null;
    return null;
}
/**
 * An 18-character id whose letters lost their case still names the record: the checksum says which are capitals. A checksum that fits
 * no spelling is not looked into: public suites make ids up that way (`001000000000000001`), and they stay as they are.
 */
function restoredCase(text) {
    const suffix = text.slice(15).toUpperCase();
    const body = text.slice(0, 15);
    if (checksumOf(body) === suffix)
        return body + suffix;
    let restored = "";
    for (let index = 0; index < 15; index += 1) {
        const bits = CHECKSUM.indexOf(suffix.charAt(Math.floor(index / 5)));
        const character = body.charAt(index);
        restored += bits & (1 << (index % 5)) ? character.toUpperCase() : character.toLowerCase();
    }
    return checksumOf(restored) === suffix ? restored + suffix : text;
}
