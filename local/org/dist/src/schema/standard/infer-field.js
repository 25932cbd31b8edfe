import { checkbox, date, datetime, double, integer, lookup, named, owner, picklist, text, textArea, } from "./field-builders.js";
import { featureOf } from "./org-features.js";
import { SYSTEM_FIELDS } from "./system-fields.js";
/** The best that can be said of a field nobody curated, from its Apex type and its name. It is never required, nor unique. */
export function inferField(objectLabel, object, field) {
    const system = SYSTEM_FIELDS.get(field.name);
    const idLabel = field.name === "Id" ? { label: `${objectLabel} ID` } : {};
    const draft = MULTI_SELECTS.has(`${object}.${field.name}`) ? multiSelect() : draftOf(field);
    const detail = named(field.name, { ...(system ?? draft), ...idLabel });
    return detail.requires === null ? { ...detail, requires: featureOf(object, field.name) } : detail;
}
/** Texts to the platform's stubs, though several values may be chosen. Source: Object Reference, "QuickText". */
const MULTI_SELECTS = new Set(["QuickText.Channel"]);
function multiSelect() {
    return { ...picklist([], { length: 4099 }), type: "multipicklist" };
}
function draftOf({ name, apexType, relationshipName }) {
    switch (apexType) {
        case "Id":
            return name === "OwnerId" ? owner() : relationshipName === null ? text(18) : lookup();
        case "Boolean":
            return checkbox();
        case "Integer":
            return integer(9);
        case "Long":
            return { type: "long", precision: 18 };
        case "Decimal":
        case "Double":
            return double(18, 2);
        case "Date":
            return date();
        case "Datetime":
            return datetime();
        case "Time":
            return { type: "time" };
        case "Blob":
            return { type: "base64" };
        case "Address":
            return { type: "address", isCreateable: false, isUpdateable: false };
        case "Location":
            return { type: "location", isCreateable: false, isUpdateable: false };
        case "String":
            return /Description$|Body$/.test(name) ? textArea(32_000) : text(255);
        default:
            return { type: name.endsWith("Value") ? "anyType" : "complexvalue" };
    }
}
