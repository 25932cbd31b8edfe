/**
 * SOQL's LIKE as a test on texts: `%` any characters, `_` exactly one, `\%` and `\_` themselves; ignores case unless told otherwise.
 */
export declare function likePattern(pattern: string, ignoreCase: boolean): (text: string) => boolean;
