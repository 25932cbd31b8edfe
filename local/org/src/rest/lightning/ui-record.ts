/** A record as the User Interface API shows it. Source: User Interface API Developer Guide, "Record", "Field Value". */
import type { RunningUser } from "../../runtime/host.ts";
import type { SObjectValue } from "../../runtime/sobject.ts";
import { valueToJson } from "../record-to-json.ts";
import { displayValue, ORG_CURRENCY } from "./display-value.ts";

export interface UiRecord {
  readonly id: string | null;
  readonly apiName: string;
  readonly lastModifiedDate: unknown;
  readonly systemModstamp: unknown;
  readonly fields: Readonly<
    Record<string, { readonly value: unknown; readonly displayValue: string | null }>
  >;
}

export function uiRecord(
  record: SObjectValue,
  user: Pick<RunningUser, "locale" | "timeZone">,
): UiRecord {
  const { describe } = record;
  const code = record.values.get("CurrencyIsoCode");
  const currency = typeof code === "string" ? code : ORG_CURRENCY;
  const fields: [string, { value: unknown; displayValue: string | null }][] = [];
  for (const [name, raw] of record.values) {
    const field = describe.fields.get(name.toLowerCase());
    const value = valueToJson(raw);
    fields.push([
      name,
      {
        value,
        displayValue: field === undefined ? null : displayValue(field, value, user, currency),
      },
    ]);
  }
  for (const [name, parent] of record.parents) {
    const shown = parent === null ? null : uiRecord(parent, user);
    fields.push([name, { value: shown, displayValue: nameOf(parent) }]);
  }
  const stamp = (name: string): unknown => valueToJson(record.values.get(name) ?? null);
  return {
    id: record.id,
    apiName: describe.name,
    lastModifiedDate: stamp("LastModifiedDate"),
    systemModstamp: stamp("SystemModstamp"),
    fields: Object.fromEntries(fields),
  };
}

function nameOf(record: SObjectValue | null): string | null {
  const name = record?.values.get(record.describe.nameField ?? "");
  return typeof name === "string" ? name : null;
}
