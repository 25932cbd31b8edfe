/** The flags of a Java pattern that change what its text means. */
export interface PatternFlags {
    readonly ignoreCase: boolean;
    readonly multiline: boolean;
    readonly dotAll: boolean;
    readonly comments: boolean;
    readonly unixLines: boolean;
    readonly unicodeClasses: boolean;
}
export declare const NO_FLAGS: PatternFlags;
/** With `letters` switched on or off; null for a letter that is no flag. JavaScript folds case by Unicode always, so `u` changes nothing. */
export declare function withFlags(flags: PatternFlags, letters: string, isOn: boolean): PatternFlags | null;
