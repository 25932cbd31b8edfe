/** What the field of a quantity holds, and Stripe takes. */
const MOST = 999_999_999;

/** Whether so many can be sold: a whole number from one on. What is not typed yet is NaN or zero. */
export function isCount(value: number): boolean {
  return Number.isInteger(value) && value >= 1 && value <= MOST;
}
