export interface Token {
    readonly kind: "number" | "text" | "name" | "symbol" | "end";
    /** Of a text literal its value, else what stands in the formula. */
    readonly text: string;
}
export declare function tokensOf(formula: string): readonly Token[];
