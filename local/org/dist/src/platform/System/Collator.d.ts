export declare class CollatorValue {
    #private;
    constructor(locale: string);
    /** null comes first. */
    compare(a: string | null, b: string | null): number;
}
export declare const collatorBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
