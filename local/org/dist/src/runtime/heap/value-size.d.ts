export declare const REFERENCE_BYTES = 4;
/** Each object once, however often it is referred to. */
export declare class ValueSizes {
    #private;
    bytes: number;
    add(value: unknown): void;
}
/** Values that are Apex data for certain, wherever they are met. */
export declare function isApexData(value: unknown): value is object;
