/** A number as it was written. */
export declare class JsonNumber {
    readonly text: string;
    constructor(text: string);
}
/** @throws SyntaxError */
export declare function parseExactJson(text: string): unknown;
/** A value that `JSON.stringify` prints as these digits. */
export declare function rawNumber(text: string): unknown;
