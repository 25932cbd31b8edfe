/** `\Q…\E` written out: every character that could mean something is escaped. Without `\E` the quotation runs to the end. */
export function withoutQuotation(pattern: string): string {
  return pattern.replaceAll(
    /\\Q(.*?)(?:\\E|$)|\\[^]/gs,
    (escape: string, quoted: string | undefined) =>
      quoted === undefined ? escape : escaped(quoted),
  );
}

function escaped(text: string): string {
  return text.replaceAll(/[^a-zA-Z0-9\u0080-\u{10ffff}]/gu, "\\$&");
}
