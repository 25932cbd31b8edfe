/** Double and Decimal arithmetic. Operands are never null. */
import type { ApexDecimal } from "../decimal.ts";
import { ApexDouble } from "../double.ts";
import { divideByZero } from "./integers.ts";

export const fractionOperations = {
  addDoubles: (a: ApexDouble, b: ApexDouble): ApexDouble => new ApexDouble(a.value + b.value),
  subtractDoubles: (a: ApexDouble, b: ApexDouble): ApexDouble => new ApexDouble(a.value - b.value),
  multiplyDoubles: (a: ApexDouble, b: ApexDouble): ApexDouble => new ApexDouble(a.value * b.value),
  divideDoubles(a: ApexDouble, b: ApexDouble): ApexDouble {
    if (b.value === 0) divideByZero();
    return new ApexDouble(a.value / b.value);
  },
  negateDouble: (a: ApexDouble): ApexDouble => new ApexDouble(-a.value),
  addDecimals: (a: ApexDecimal, b: ApexDecimal): ApexDecimal => a.plus(b),
  subtractDecimals: (a: ApexDecimal, b: ApexDecimal): ApexDecimal => a.minus(b),
  multiplyDecimals: (a: ApexDecimal, b: ApexDecimal): ApexDecimal => a.times(b),
  divideDecimals(a: ApexDecimal, b: ApexDecimal): ApexDecimal {
    if (b.isZero) divideByZero();
    return a.dividedBy(b);
  },
} as const;
