import locale from "@salesforce/i18n/locale";

/** As which an amount is shown that names no currency, or a blank one. */
const UNNAMED = "USD";

/** `¥500` or `99,00 €`: in the currency's own decimals, in the language of the user. */
export function moneyText(amount: number, currencyCode: string | null | undefined): string {
  return new Intl.NumberFormat(locale, {
    style: "currency",
    currency: codeOf(currencyCode),
  }).format(amount);
}

/** How many decimals a currency has. */
export function decimalsOf(currencyCode: string | null | undefined): number {
  const { maximumFractionDigits = 2 } = new Intl.NumberFormat("en", {
    style: "currency",
    currency: codeOf(currencyCode),
  }).resolvedOptions();
  return maximumFractionDigits;
}

function codeOf(currencyCode: string | null | undefined): string {
  return currencyCode === null || currencyCode === undefined || currencyCode === ""
    ? UNNAMED
    : currencyCode;
}
