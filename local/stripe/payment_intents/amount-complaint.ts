import { inMajorUnits } from "../billing/in-major-units.ts";

/** Currencies whose amounts Stripe takes in thousandths, and only in steps of ten. */
const THREE_DECIMAL = new Set(["bhd", "jod", "kwd", "omr", "tnd"]);

/** Without decimals in use, but in hundredths in the API, which must be whole. */
const WHOLE_HUNDREDTHS = new Set(["isk", "ugx"]);

/** Eight digits in the API's unit. */
const MOST = 99_999_999;

/** Whose amounts may have more digits; how many, is not looked at here. */
const LONGER = new Set(["cop", "huf", "idr", "inr", "jpy", "lbp"]);

const KNOWN = new Set(Intl.supportedValuesOf("currency").map((currency) => currency.toLowerCase()));

/**
 * Why Stripe would not charge an amount, or undefined when it would.
 * @param amount in the currency's smallest unit, as the API takes it
 * @see https://docs.stripe.com/currencies
 */
export function amountComplaint(amount: number, currency: string): string | undefined {
  if (!KNOWN.has(currency)) return `Invalid currency: ${currency}.`;
  if (THREE_DECIMAL.has(currency) && amount % 10 !== 0) {
    return `The last digit of an amount in ${currency} must be 0: ${amount}.`;
  }
  if (WHOLE_HUNDREDTHS.has(currency) && amount % 100 !== 0) {
    return `An amount in ${currency} must be a multiple of 100: ${amount}.`;
  }
  return undefined;
}

/**
 * Why an amount is too large to be charged at once, or undefined when it is not.
 * @see https://docs.stripe.com/currencies#minimum-and-maximum-charge-amounts
 */
export function sizeComplaint(amount: number, currency: string): string | undefined {
  if (LONGER.has(currency) || amount <= MOST) return undefined;
  return `Amount must be no more than ${inMajorUnits(String(MOST), currency)}`;
}
