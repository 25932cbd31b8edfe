import { isCount } from "../stripeCount";

it.each([1, 2, 999_999_999])("%d can be sold", (value) => {
  expect(isCount(value)).toBe(true);
});

it.each([0, -1, 1.5, 1_000_000_000, Number.NaN, Number.POSITIVE_INFINITY])(
  "%d cannot be sold",
  (value) => {
    expect(isCount(value)).toBe(false);
  },
);
