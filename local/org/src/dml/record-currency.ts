/**
 * The currency of a record where the org has several: one of the active ones, the corporate one unless the record says.
 * Source: Object Reference, "CurrencyType"; Salesforce Help, "About Using Multiple Currencies".
 */
import type { SObjectDescribe } from "../schema/schema.ts";
import { storedText } from "../store/stored-text.ts";
import type { DmlContext } from "./dml-context.ts";
import type { Draft } from "./draft.ts";
import { badRestrictedPicklistValue } from "./save-error.ts";

/** Before the triggers, which see it. */
export function applyCurrency(context: DmlContext, describe: SObjectDescribe, draft: Draft): void {
  if (!describe.fields.has("currencyisocode") || describe.name === "CurrencyType") return;
  if (draft.values["CurrencyIsoCode"] !== null && draft.values["CurrencyIsoCode"] !== undefined)
    return;
  for (const { values } of context.store.rowsOf("CurrencyType"))
    if (values["IsCorporate"] === true) draft.values["CurrencyIsoCode"] = values["IsoCode"] ?? null;
}

export function checkCurrency(context: DmlContext, describe: SObjectDescribe, draft: Draft): void {
  const field = describe.fields.get("currencyisocode");
  if (field === undefined || describe.name === "CurrencyType") return;
  const code = storedText(draft.values[field.name]);
  if (code === storedText(draft.before?.values[field.name])) return;
  for (const { values } of context.store.rowsOf("CurrencyType"))
    if (values["IsActive"] === true && storedText(values["IsoCode"]) === code) return;
  draft.errors.push(badRestrictedPicklistValue(field, code));
}
