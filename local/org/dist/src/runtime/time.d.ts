export declare class ApexTime {
    readonly ms: number;
    constructor(ms: number);
    static of(hour: number, minute: number, second: number, millisecond: number): ApexTime;
    get hour(): number;
    get minute(): number;
    get second(): number;
    get millisecond(): number;
    /** `10:00:00.000Z`. */
    toString(): string;
}
