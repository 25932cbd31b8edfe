import locale from "@salesforce/i18n/locale";

/** `¥500` or `99,00 €`: in the currency's own decimals, in the language of the user. */
export function moneyText(amount: number, currencyCode: string | null | undefined): string {
  return new Intl.NumberFormat(locale, {
    style: "currency",
    currency: currencyCode ?? "USD",
  }).format(amount);
}

/** How many decimals a currency has. */
export function decimalsOf(currencyCode: string | null | undefined): number {
  const { maximumFractionDigits } = new Intl.NumberFormat("en", {
    style: "currency",
    currency: currencyCode ?? "USD",
  }).resolvedOptions();
  return maximumFractionDigits ?? 2;
}
