/**
 * A share of an amount, half away from zero. Being symmetric, a credit and a charge for the same time cancel out to the unit.
 * @param amount in the currency's smallest unit
 * @param part of `whole`, both whole numbers, `whole` above 0
 * @param step what amounts of the currency are multiples of, see `stepOf`
 */
export function share(amount: number, part: number, whole: number, step = 1): number {
  return step * quotient(BigInt(amount) * BigInt(part), BigInt(whole) * BigInt(step));
}

/**
 * A whole number times a decimal such as `0.0375`, rounded half away from zero.
 * @throws RangeError when the text is not a decimal
 */
export function timesDecimal(count: number, decimal: string): number {
  const [, sign, whole = "", fraction = ""] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(decimal) ?? [];
  if (sign === undefined) throw new RangeError(`Not a decimal: '${decimal}'`);
  return quotient(BigInt(count) * BigInt(sign + whole + fraction), 10n ** BigInt(fraction.length));
}

/**
 * What every amount the API takes in a currency is a multiple of: 10 where there are three decimals, 100 where a currency
 * without decimals is counted in hundredths.
 * @see https://docs.stripe.com/currencies
 */
export function stepOf(currency: string): number {
  switch (currency) {
    case "bhd":
    case "jod":
    case "kwd":
    case "omr":
    case "tnd":
      return 10;
    case "isk":
    case "ugx":
      return 100;
    default:
      return 1;
  }
}

/** @param divisor above 0 */
function quotient(dividend: bigint, divisor: bigint): number {
  const magnitude = dividend < 0n ? -dividend : dividend;
  const rounded = (2n * magnitude + divisor) / (2n * divisor);
  return Number(dividend < 0n ? -rounded : rounded);
}
