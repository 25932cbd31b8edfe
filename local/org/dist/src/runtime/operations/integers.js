/** Integer (32-bit) and Long (64-bit, bigint) arithmetic: wraps around as Java's. Operands are never null. */
import { raise } from "../exception.js";
function long(value) {
    return BigInt.asIntN(64, value);
}
export function divideByZero() {
    return raise("System.MathException", "Divide by 0");
}
export const integerOperations = {
    multiplyIntegers: Math.imul,
    divideIntegers(a, b) {
        if (b === 0)
            divideByZero();
        return (a / b) | 0;
    },
    addLongs: (a, b) => long(a + b),
    subtractLongs: (a, b) => long(a - b),
    multiplyLongs: (a, b) => long(a * b),
    divideLongs(a, b) {
        if (b === 0n)
            divideByZero();
        return long(a / b);
    },
    negateLong: (a) => long(-a),
    shiftLongLeft: (a, b) => long(a << (b & 63n)),
    shiftLongRight: (a, b) => a >> (b & 63n),
    shiftLongRightUnsigned: (a, b) => long(BigInt.asUintN(64, a) >> (b & 63n)),
    andLongs: (a, b) => a & b,
    orLongs: (a, b) => a | b,
    xorLongs: (a, b) => a ^ b,
};
