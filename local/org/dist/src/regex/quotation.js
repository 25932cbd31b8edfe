/** `\Q…\E` written out: every character that could mean something is escaped. Without `\E` the quotation runs to the end. */
export function withoutQuotation(pattern) {
    return pattern.replaceAll(/\\Q(.*?)(?:\\E|$)|\\[^]/gs, (escape, quoted) => quoted === undefined ? escape : escaped(quoted));
}
function escaped(text) {
    return text.replaceAll(/[^a-zA-Z0-9\u0080-\u{10ffff}]/gu, "\\$&");
}
