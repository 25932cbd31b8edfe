export function lexicalError(text, at) {
    const rest = text.slice(offsetOf(text, at));
    const [symbol = ""] = rest;
    if (symbol === "'") {
        return { message: brokenString(rest), isEndLost: true };
    }
    const [word] = /^[\p{L}_$][\p{L}\p{N}_$]*/u.exec(rest) ?? [null];
    if (word !== null) {
        return { message: invalidIdentifier(word), isEndLost: false };
    }
    const message = /[#`%\\]/.test(symbol)
        ? `Found punctuation symbol or operator '${symbol}' that isn't valid in Apex.`
        : `Unrecognized symbol '${symbol}', which is not a valid Apex identifier.`;
    return { message, isEndLost: false };
}
/** The lexer takes the opening of a comment that is never closed for a division, so the parser is the one to complain. */
export function openComment(text, at) {
    return text.startsWith("/*", offsetOf(text, at))
        ? { message: "Missing closing mark */ on multi-line comment.", isEndLost: true }
        : null;
}
export function invalidIdentifier(name) {
    return `Invalid identifier '${name}'. Apex identifiers must start with an ASCII letter (a-z or A-Z) followed by any number of ASCII letters (a-z or A-Z), digits (0 - 9), '_'.`;
}
function brokenString(rest) {
    const [literal] = /^'(?:[^'\\\r\n]|\\.)*'/.exec(rest) ?? [null];
    if (literal === null) {
        return "Missing closing quote character ' on string.";
    }
    const [sequence = "\\"] = /\\(?:u[0-9a-f]{0,3}(?![0-9a-f])|[^btnfr"'u])/i.exec(literal.replaceAll("\\\\", "  ")) ?? [];
    const reason = sequence.startsWith("\\u")
        ? `Illegal unicode sequence. Less than four hex digits \\${sequence}`
        : `Illegal character sequence ${sequence}`;
    return `Illegal string literal: Invalid string literal ${literal}. ${reason}' in string literal.`;
}
function offsetOf(text, at) {
    let offset = 0;
    for (let line = 1; line < at.line; line++) {
        offset = text.indexOf("\n", offset) + 1;
    }
    return offset + at.column - 1;
}
