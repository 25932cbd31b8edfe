import { storedText } from "../store/stored-text.js";
import { saveError } from "./save-error.js";
/** Fills the text from the code or the code from the text, and refuses what the lists do not have. */
export function settleAddresses({ schema }, describe, draft) {
    if (schema.countries.length === 0)
        return;
    for (const code of describe.fields.values()) {
        const prefix = /^(\w*)CountryCode$/.exec(code.name)?.[1];
        if (prefix === undefined || code.isCustom)
            continue;
        const country = settle(describe, draft, `${prefix}Country`, schema.countries, "country");
        const states = country === null ? [] : country.states;
        const state = describe.fields.get(`${prefix}state`.toLowerCase());
        if (country === null && state !== undefined && isGiven(draft, state.name))
            draft.errors.push(countryFirst(state));
        else
            settle(describe, draft, `${prefix}State`, states, "state");
    }
}
function isGiven({ values }, field) {
    return storedText(values[field]) !== "" || storedText(values[`${field}Code`]) !== "";
}
/** The place the record names; null when it names none. What changed decides, the code before the text. */
function settle(describe, draft, name, places, kind) {
    const field = describe.fields.get(name.toLowerCase());
    if (field === undefined)
        return null;
    const isChanged = (of) => draft.values[of] !== draft.before?.values[of];
    const code = storedText(draft.values[`${name}Code`]);
    const text = storedText(draft.values[name]);
    const byCode = isChanged(`${name}Code`) && code !== "" ? code : null;
    const byText = isChanged(name) && text !== "" ? text : null;
    const isCleared = (isChanged(name) || isChanged(`${name}Code`)) && byCode === null && byText === null;
    if (isCleared) {
        draft.values[name] = null;
        draft.values[`${name}Code`] = null;
        return null;
    }
    const wanted = byCode ?? byText ?? (code === "" ? text : code);
    if (wanted === "")
        return null;
    const place = places.find((each) => isNamed(each, wanted));
    if (place === undefined || (byText !== null && !isNamed(place, byText))) {
        draft.errors.push(unknownPlace(field, kind));
        return null;
    }
    draft.values[name] = place.text;
    draft.values[`${name}Code`] = place.code;
    return place;
}
function isNamed({ code, label, text }, wanted) {
    const key = wanted.toLowerCase();
    return [code, label, text].some((each) => each.toLowerCase() === key);
}
function unknownPlace(field, kind) {
    const list = kind === "country" ? "countries" : "states";
    const what = kind === "country" ? "country/territory" : "state/province";
    return saveError("FIELD_INTEGRITY_EXCEPTION", `There's a problem with this ${kind}, even though it may appear correct. Please select a ${what} from the list of valid ${list}.: ${field.label}`, [field.name]);
}
function countryFirst(field) {
    return saveError("FIELD_INTEGRITY_EXCEPTION", `A country/territory must be specified before specifying a state value for field: ${field.label}`, [field.name]);
}
