/** The 18-character form; null where the text is no id. */
export declare function toId18(text: string): string | null;
