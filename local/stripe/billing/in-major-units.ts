/** What the API counts in hundredths although the currency has none. */
const IN_HUNDREDTHS = new Set(["isk", "ugx"]);

/**
 * An amount as an invoice shows it, for example `$20.00`, `¥500` or `KWD 5.120`.
 * @param amount in the currency's smallest unit, with decimals where a price has them
 * @see https://docs.stripe.com/currencies
 */
export function inMajorUnits(amount: string, currency: string): string {
  const format = formatOf(currency);
  const digits = IN_HUNDREDTHS.has(currency)
    ? 2
    : (format.resolvedOptions().maximumFractionDigits ?? 2);
  return format.format(Number(amount) / 10 ** digits).replaceAll("\u00A0", " ");
}

/** Making one takes far longer than using it. */
const FORMATS = new Map<string, Intl.NumberFormat>();

function formatOf(currency: string): Intl.NumberFormat {
  const known = FORMATS.get(currency);
  if (known !== undefined) return known;
  const format = new Intl.NumberFormat("en-US", { style: "currency", currency });
  FORMATS.set(currency, format);
  return format;
}
