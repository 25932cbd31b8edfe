export declare function divideByZero(): never;
export declare const integerOperations: {
    readonly multiplyIntegers: (x: number, y: number) => number;
    readonly divideIntegers: (a: number, b: number) => number;
    readonly addLongs: (a: bigint, b: bigint) => bigint;
    readonly subtractLongs: (a: bigint, b: bigint) => bigint;
    readonly multiplyLongs: (a: bigint, b: bigint) => bigint;
    readonly divideLongs: (a: bigint, b: bigint) => bigint;
    readonly negateLong: (a: bigint) => bigint;
    readonly shiftLongLeft: (a: bigint, b: bigint) => bigint;
    readonly shiftLongRight: (a: bigint, b: bigint) => bigint;
    readonly shiftLongRightUnsigned: (a: bigint, b: bigint) => bigint;
    readonly andLongs: (a: bigint, b: bigint) => bigint;
    readonly orLongs: (a: bigint, b: bigint) => bigint;
    readonly xorLongs: (a: bigint, b: bigint) => bigint;
};
