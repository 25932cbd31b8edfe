export const NO_FLAGS = {
    ignoreCase: false,
    multiline: false,
    dotAll: false,
    comments: false,
    unixLines: false,
    unicodeClasses: false,
};
const LETTERS = {
    i: "ignoreCase",
    m: "multiline",
    s: "dotAll",
    x: "comments",
    d: "unixLines",
    U: "unicodeClasses",
};
/** With `letters` switched on or off; null for a letter that is no flag. JavaScript folds case by Unicode always, so `u` changes nothing. */
export function withFlags(flags, letters, isOn) {
    let result = flags;
    for (const letter of letters) {
        if (letter === "u")
            continue;
        const name = LETTERS[letter];
        if (name === undefined)
            return null;
        result = { ...result, [name]: isOn };
    }
    return result;
}
