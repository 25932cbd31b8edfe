export interface Translation {
    /** For the flags `v` and `d`. */
    readonly source: string;
    readonly groupCount: number;
    /** Of named groups. */
    readonly names: ReadonlyMap<string, number>;
}
/** @throws PatternSyntaxError */
export declare function translatePattern(pattern: string): Translation;
