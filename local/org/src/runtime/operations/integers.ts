/** Integer (32-bit) and Long (64-bit, bigint) arithmetic: wraps around as Java's. Operands are never null. */
import { raise } from "../exception.ts";

function long(value: bigint): bigint {
  return BigInt.asIntN(64, value);
}

export function divideByZero(): never {
  return raise("System.MathException", "Divide by 0");
}

export const integerOperations = {
  multiplyIntegers: Math.imul,
  divideIntegers(a: number, b: number): number {
    if (b === 0) divideByZero();
    return (a / b) | 0;
  },
  addLongs: (a: bigint, b: bigint): bigint => long(a + b),
  subtractLongs: (a: bigint, b: bigint): bigint => long(a - b),
  multiplyLongs: (a: bigint, b: bigint): bigint => long(a * b),
  divideLongs(a: bigint, b: bigint): bigint {
    if (b === 0n) divideByZero();
    return long(a / b);
  },
  negateLong: (a: bigint): bigint => long(-a),
  shiftLongLeft: (a: bigint, b: bigint): bigint => long(a << (b & 63n)),
  shiftLongRight: (a: bigint, b: bigint): bigint => a >> (b & 63n),
  shiftLongRightUnsigned: (a: bigint, b: bigint): bigint =>
    long(BigInt.asUintN(64, a) >> (b & 63n)),
  andLongs: (a: bigint, b: bigint): bigint => a & b,
  orLongs: (a: bigint, b: bigint): bigint => a | b,
  xorLongs: (a: bigint, b: bigint): bigint => a ^ b,
} as const;
