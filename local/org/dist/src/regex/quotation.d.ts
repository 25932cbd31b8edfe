/** `\Q…\E` written out: every character that could mean something is escaped. Without `\E` the quotation runs to the end. */
export declare function withoutQuotation(pattern: string): string;
