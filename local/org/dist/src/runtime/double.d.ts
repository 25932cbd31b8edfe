/** An Apex Double: boxed, so that it is never mistaken for an Integer, which is a bare JavaScript number. */
export declare class ApexDouble {
    readonly value: number;
    constructor(value: number);
    /** As Java's Double.toString prints it, which is what Apex shows: `1.0`, `1.0E10`, `1.234E-5`. */
    toString(): string;
}
