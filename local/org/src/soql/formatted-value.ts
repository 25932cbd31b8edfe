/** FORMAT(): numbers, dates and times as the user's locale writes them. Source: SOQL and SOSL Reference, "FORMAT ()". */
import { localDate, localDatetime } from "../runtime/locale-dates.ts";
import { ApexDate } from "../runtime/date.ts";
import { ApexDatetime } from "../runtime/datetime.ts";
import { ApexDecimal } from "../runtime/decimal.ts";
import { ApexDouble } from "../runtime/double.ts";
import type { FieldDescribe } from "../schema/schema.ts";
import type { StoredValue } from "../store/row.ts";

export function formattedValue(
  field: FieldDescribe | null,
  value: StoredValue,
  locale: string,
  timeZone: string,
): StoredValue {
  if (value instanceof ApexDate) return localDate(value, locale);
  if (value instanceof ApexDatetime) return localDatetime(value.epochMs, locale, timeZone);
  if (typeof value === "number" || typeof value === "bigint")
    return new Intl.NumberFormat(locale.replaceAll("_", "-")).format(value);
  if (value instanceof ApexDecimal) return formattedNumber(field, value.toNumber(), locale);
  if (value instanceof ApexDouble) return formattedNumber(field, value.value, locale);
  return value;
}

function formattedNumber(field: FieldDescribe | null, value: number, locale: string): string {
  const digits = field?.type === "currency" ? Math.max(field.scale, 2) : (field?.scale ?? 0);
  return new Intl.NumberFormat(locale.replaceAll("_", "-"), {
    minimumFractionDigits: field?.type === "currency" ? digits : 0,
    maximumFractionDigits: Math.min(digits, 20),
    ...(field?.type === "currency" ? { style: "currency", currency: "USD" } : {}),
  }).format(value);
}
