/** What is wrong with text that is no token, in Salesforce's words. */
import type { Position } from "./ast.ts";
export interface LexicalError {
    readonly message: string;
    /** Where the string or comment ends is unknown, so the text after it cannot be read. */
    readonly isEndLost: boolean;
}
export declare function lexicalError(text: string, at: Position): LexicalError;
/** The lexer takes the opening of a comment that is never closed for a division, so the parser is the one to complain. */
export declare function openComment(text: string, at: Position): LexicalError | null;
export declare function invalidIdentifier(name: string): string;
