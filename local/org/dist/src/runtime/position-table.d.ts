/** Where generated JavaScript came from: generated position → Apex line and the frame it belongs to. */
export interface Origin {
    readonly line: number;
    /** `Class.Foo.bar`. */
    readonly frame: string;
}
/** Five parallel lists, sorted by generated position: plain data, so that it is cached with the script. */
export interface PositionRows {
    readonly lines: readonly number[];
    readonly columns: readonly number[];
    readonly apexLines: readonly number[];
    /** Index into `frames`. */
    readonly frameIndexes: readonly number[];
    readonly frames: readonly string[];
}
export declare class PositionTable {
    #private;
    constructor(rows: PositionRows);
    /** Generated line and column, both 1-based as V8 counts them: the last mapping at or before them. */
    find(line: number, column: number): Origin | null;
}
