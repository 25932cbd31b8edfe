import { readXml } from "./xml.js";
import { readFileSync } from "node:fs";
const READERS = {
    Address: ["AddressSettings", readAddresses],
    Currency: ["CurrencySettings", readCurrencies],
};
/** Whether the settings of that name have an effect here. */
export function readOrgSettings(name, file, metadata) {
    const [root, read] = READERS[name] ?? [null, null];
    if (root === null)
        return false;
    const parsed = readXml(file, readFileSync(file, "utf8"), root);
    if ("error" in parsed)
        metadata.diagnostics.push(parsed.error);
    else
        read(parsed.element, metadata);
    return true;
}
function readAddresses(root, { features, countries }) {
    const listed = root.child("countriesAndStates")?.children("countries") ?? [];
    if (listed.length === 0)
        return;
    features.add("StateAndCountryPicklists");
    for (const country of listed.filter(isActive))
        countries.push({
            ...placeOf(country),
            states: country.children("states").filter(isActive).map(placeOf),
        });
}
function readCurrencies(root, { features }) {
    if (root.flag("isMultiCurrencyEnabled"))
        features.add("MultiCurrency");
}
function isActive(place) {
    return place.flag("active");
}
function placeOf(place) {
    const label = place.text("label") ?? "";
    return {
        code: place.text("isoCode") ?? "",
        label,
        text: place.text("integrationValue") ?? label,
    };
}
