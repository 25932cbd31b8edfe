/** Double and Decimal arithmetic. Operands are never null. */
import type { ApexDecimal } from "../decimal.ts";
import { ApexDouble } from "../double.ts";
export declare const fractionOperations: {
    readonly addDoubles: (a: ApexDouble, b: ApexDouble) => ApexDouble;
    readonly subtractDoubles: (a: ApexDouble, b: ApexDouble) => ApexDouble;
    readonly multiplyDoubles: (a: ApexDouble, b: ApexDouble) => ApexDouble;
    readonly divideDoubles: (a: ApexDouble, b: ApexDouble) => ApexDouble;
    readonly negateDouble: (a: ApexDouble) => ApexDouble;
    readonly addDecimals: (a: ApexDecimal, b: ApexDecimal) => ApexDecimal;
    readonly subtractDecimals: (a: ApexDecimal, b: ApexDecimal) => ApexDecimal;
    readonly multiplyDecimals: (a: ApexDecimal, b: ApexDecimal) => ApexDecimal;
    readonly divideDecimals: (a: ApexDecimal, b: ApexDecimal) => ApexDecimal;
};
