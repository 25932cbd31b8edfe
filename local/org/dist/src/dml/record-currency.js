import { storedText } from "../store/stored-text.js";
import { badRestrictedPicklistValue } from "./save-error.js";
/** Before the triggers, which see it. */
export function applyCurrency(context, describe, draft) {
    if (!describe.fields.has("currencyisocode") || describe.name === "CurrencyType")
        return;
    if (draft.values["CurrencyIsoCode"] !== null && draft.values["CurrencyIsoCode"] !== undefined)
        return;
    for (const { values } of context.store.rowsOf("CurrencyType"))
        if (values["IsCorporate"] === true)
            draft.values["CurrencyIsoCode"] = values["IsoCode"] ?? null;
}
export function checkCurrency(context, describe, draft) {
    const field = describe.fields.get("currencyisocode");
    if (field === undefined || describe.name === "CurrencyType")
        return;
    const code = storedText(draft.values[field.name]);
    if (code === storedText(draft.before?.values[field.name]))
        return;
    for (const { values } of context.store.rowsOf("CurrencyType"))
        if (values["IsActive"] === true && storedText(values["IsoCode"]) === code)
            return;
    draft.errors.push(badRestrictedPicklistValue(field, code));
}
