/**
 * SOQL's LIKE as a test on texts: `%` any characters, `_` exactly one, `\%` and `\_` themselves; ignores case unless told otherwise.
 */
export function likePattern(pattern, ignoreCase) {
    let source = "";
    for (let index = 0; index < pattern.length; index += 1) {
        const character = pattern.charAt(index);
        const next = pattern.charAt(index + 1);
        if (character === "\\" && (next === "%" || next === "_")) {
            source += next;
            index += 1;
        }
        else if (character === "%")
            source += "[^]*";
        else if (character === "_")
            source += "[^]";
        else
            source += escapeForRegExp(character);
    }
    const expression = new RegExp(`^${source}$`, ignoreCase ? "iu" : "u");
    return (text) => expression.test(text);
}
function escapeForRegExp(character) {
    return /[\\^$.*+?()[\]{}|/]/u.test(character) ? `\\${character}` : character;
}
