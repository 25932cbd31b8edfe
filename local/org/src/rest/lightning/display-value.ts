/**
 * A field's value as a person reads it: in the language of their locale, at the clock of their zone; null where the value says
 * enough. Source: User Interface API Developer Guide, "Field Value".
 */
import type { RunningUser } from "../../runtime/host.ts";
import type { FieldDescribe } from "../../schema/schema.ts";

/** What an org without multiple currencies counts in. */
export const ORG_CURRENCY = "USD";

/** @param currency of the record: ISO 4217, as its CurrencyIsoCode has it where the org has several */
export function displayValue(
  field: FieldDescribe,
  value: unknown,
  user: Pick<RunningUser, "locale" | "timeZone">,
  currency = ORG_CURRENCY,
): string | null {
  if (value === null || value === undefined) return null;
  const locale = user.locale.replace("_", "-");
  // Values come as the REST API writes them; a number of many digits is no JavaScript number.
  const text = typeof value === "string" ? value : JSON.stringify(value);
  switch (field.type) {
    case "picklist":
    case "combobox":
      return labelOf(field, text);
    case "multipicklist":
      return text
        .split(";")
        .map((each) => labelOf(field, each))
        .join("; ");
    case "currency":
      return new Intl.NumberFormat(locale, {
        style: "currency",
        currency,
        minimumFractionDigits: field.scale,
        maximumFractionDigits: field.scale,
      }).format(Number(text));
    case "percent":
      return `${decimal(locale, field, text)}%`;
    case "double":
    case "int":
    case "long":
      return decimal(locale, field, text);
    case "date":
      return new Intl.DateTimeFormat(locale, { dateStyle: "short", timeZone: "UTC" }).format(
        new Date(`${text}T00:00:00Z`),
      );
    case "datetime":
      return new Intl.DateTimeFormat(locale, {
        dateStyle: "short",
        timeStyle: "short",
        timeZone: user.timeZone,
      }).format(new Date(text.replace(/\+0000$/, "Z")));
    default:
      return null;
  }
}

function labelOf(field: FieldDescribe, value: string): string {
  return field.picklistValues.find((each) => each.value === value)?.label ?? value;
}

function decimal(locale: string, field: FieldDescribe, text: string): string {
  return new Intl.NumberFormat(locale, {
    minimumFractionDigits: field.scale,
    maximumFractionDigits: field.scale,
  }).format(Number(text));
}
