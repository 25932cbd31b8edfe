/** Amounts as finance writes them: in the currency's major unit, with the decimals the currency has (ISO 4217). */
export function amountIn(currency: string, amount: number | null): number | null {
  if (amount === null) return null;
  const factor = 10 ** decimalsOf(currency);
  // Half up, away from zero. What floating point leaves below a half is taken for one.
  const scaled = Math.abs(amount) * factor;
  const rounded = Math.round(scaled + scaled * Number.EPSILON) / factor;
  return amount < 0 && rounded !== 0 ? -rounded : rounded;
}

function decimalsOf(currency: string): number {
  try {
    return (
      new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions()
        .maximumFractionDigits ?? 2
    );
  } catch {
    // A row whose currency is unknown is shown, too.
    return 2;
  }
}
