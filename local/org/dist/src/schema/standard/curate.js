import { named } from "./field-builders.js";
import { words } from "./field-label.js";
const ALL = ["create", "update", "delete", "undelete"];
export function curate(draft) {
    const { name, label = words(name), labelPlural, keyPrefix, nameField = "Name" } = draft;
    const allows = draft.allows ?? ALL;
    return {
        name,
        label,
        labelPlural,
        keyPrefix,
        nameField,
        isCreateable: allows.includes("create"),
        isUpdateable: allows.includes("update"),
        isDeletable: allows.includes("delete"),
        isQueryable: true,
        isUndeletable: allows.includes("undelete"),
        isSetupObject: draft.isSetupObject ?? false,
        fields: Object.entries(draft.fields).map(([field, fieldDraft]) => named(field, fieldDraft)),
    };
}
