/**
 * In an org with several currencies, what an aggregate says of amounts is in the corporate currency, whatever it is grouped by.
 * Source: SOQL and SOSL Reference, convertCurrency(): "If a query includes a GROUP BY or HAVING clause, any currency data returned by using
 * an aggregate function, such as SUM() or MAX(), is in the org's default currency."
 */
import { ApexDecimal } from "../runtime/decimal.ts";
import type { RecordStore } from "../store/record-store.ts";
import type { Row } from "../store/row.ts";
import type { Operand } from "./operand.ts";

/** Amounts of the queried object itself; those of a parent are in the parent's currency and stay as they are. */
export function inCorporateCurrency(
  operand: Operand<Row>,
  object: string,
  store: RecordStore,
): Operand<Row> {
  if (operand.field?.type !== "currency" || operand.field.object !== object) return operand;
  return {
    ...operand,
    read: (row) => {
      const amount = operand.read(row);
      const code = row.values["CurrencyIsoCode"];
      const rate = typeof code === "string" ? rateOf(store, code) : null;
      return amount instanceof ApexDecimal && rate !== null
        ? ApexDecimal.parse(amount.dividedBy(rate).toPlainString())
        : amount;
    },
  };
}

/** Units of the currency that are one of the corporate one; null for one that is as it is. */
function rateOf(store: RecordStore, code: string): ApexDecimal | null {
  for (const { values } of store.rowsOf("CurrencyType"))
    if (values["IsoCode"] === code && values["IsCorporate"] !== true)
      return values["ConversionRate"] instanceof ApexDecimal ? values["ConversionRate"] : null;
  return null;
}
