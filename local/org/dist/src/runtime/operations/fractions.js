import { ApexDouble } from "../double.js";
import { divideByZero } from "./integers.js";
export const fractionOperations = {
    addDoubles: (a, b) => new ApexDouble(a.value + b.value),
    subtractDoubles: (a, b) => new ApexDouble(a.value - b.value),
    multiplyDoubles: (a, b) => new ApexDouble(a.value * b.value),
    divideDoubles(a, b) {
        if (b.value === 0)
            divideByZero();
        return new ApexDouble(a.value / b.value);
    },
    negateDouble: (a) => new ApexDouble(-a.value),
    addDecimals: (a, b) => a.plus(b),
    subtractDecimals: (a, b) => a.minus(b),
    multiplyDecimals: (a, b) => a.times(b),
    divideDecimals(a, b) {
        if (b.isZero)
            divideByZero();
        return a.dividedBy(b);
    },
};
