import { date, double, picklist, text, textArea } from "./field-builders.js";
import { GEOCODE_ACCURACIES, SALUTATIONS } from "./standard-value-sets.js";
/** An address and its parts: Object Reference, "Address Compound Fields". The compound field itself cannot be written. */
export function address(prefix) {
    const whole = `${prefix}Address`;
    const label = (part) => (prefix === "" ? part : `${prefix} ${part}`);
    const part = (name) => ({
        label: label(name),
        partOf: whole,
    });
    const code = { partOf: whole, requires: "StateAndCountryPicklists" };
    return {
        [`${prefix}Street`]: textArea(255, part("Street")),
        [`${prefix}City`]: text(40, part("City")),
        [`${prefix}State`]: text(80, part("State/Province")),
        [`${prefix}PostalCode`]: text(20, part("Zip/Postal Code")),
        [`${prefix}Country`]: text(80, part("Country")),
        [`${prefix}StateCode`]: picklist([], { ...code, label: label("State/Province Code") }),
        [`${prefix}CountryCode`]: picklist([], { ...code, label: label("Country Code") }),
        [`${prefix}Latitude`]: double(18, 15, part("Latitude")),
        [`${prefix}Longitude`]: double(18, 15, part("Longitude")),
        [`${prefix}GeocodeAccuracy`]: picklist(GEOCODE_ACCURACIES, {
            ...part("Geocode Accuracy"),
            restricted: true,
            length: 40,
        }),
        [whole]: { type: "address", isCreateable: false, isUpdateable: false },
    };
}
/** The name of a person, put together by the platform: Object Reference, "Name" of Contact. */
export function personName(label = "Full Name") {
    return {
        LastName: text(80, { required: true, partOf: "Name" }),
        FirstName: text(40, { partOf: "Name" }),
        Name: text(121, { label, readOnly: true, filled: true }),
    };
}
export const SALUTATION = {
    Salutation: picklist(SALUTATIONS, { partOf: "Name", length: 40 }),
};
/** Set by the platform when a task is completed or an event is held. */
export const LAST_ACTIVITY = {
    LastActivityDate: date({ label: "Last Activity", readOnly: true }),
};
