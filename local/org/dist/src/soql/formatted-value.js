/** FORMAT(): numbers, dates and times as the user's locale writes them. Source: SOQL and SOSL Reference, "FORMAT ()". */
import { localDate, localDatetime } from "../runtime/locale-dates.js";
import { ApexDate } from "../runtime/date.js";
import { ApexDatetime } from "../runtime/datetime.js";
import { ApexDecimal } from "../runtime/decimal.js";
import { ApexDouble } from "../runtime/double.js";
export function formattedValue(field, value, locale, timeZone) {
    if (value instanceof ApexDate)
        return localDate(value, locale);
    if (value instanceof ApexDatetime)
        return localDatetime(value.epochMs, locale, timeZone);
    if (typeof value === "number" || typeof value === "bigint")
        return new Intl.NumberFormat(locale.replaceAll("_", "-")).format(value);
    if (value instanceof ApexDecimal)
        return formattedNumber(field, value.toNumber(), locale);
    if (value instanceof ApexDouble)
        return formattedNumber(field, value.value, locale);
    return value;
}
function formattedNumber(field, value, locale) {
    const digits = field?.type === "currency" ? Math.max(field.scale, 2) : (field?.scale ?? 0);
    return new Intl.NumberFormat(locale.replaceAll("_", "-"), {
        minimumFractionDigits: field?.type === "currency" ? digits : 0,
        maximumFractionDigits: Math.min(digits, 20),
        ...(field?.type === "currency" ? { style: "currency", currency: "USD" } : {}),
    }).format(value);
}
