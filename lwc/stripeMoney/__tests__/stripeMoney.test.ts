import { decimalsOf, moneyText } from "c/stripeMoney";

test.each([
  [500, "JPY", "¥500", 0],
  [5.12, "KWD", "KWD 5.120", 3],
  [99, "USD", "$99.00", 2],
])("%d %s is %s", (amount, currencyCode, text, decimals) => {
  expect(moneyText(amount, currencyCode).replace(/\u00a0/g, " ")).toBe(text);
  expect(decimalsOf(currencyCode)).toBe(decimals);
});

test.each([null, undefined, ""])("an amount of the currency %p is shown all the same", (code) => {
  expect(moneyText(1, code)).toBe("$1.00");
  expect(decimalsOf(code)).toBe(2);
});
