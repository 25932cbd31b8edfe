import { curate } from "../curate.js";
import { checkbox, picklist, text, textArea } from "../field-builders.js";
import { LANGUAGES } from "../standard-value-sets.js";
export const customPermission = curate({
    name: "CustomPermission",
    labelPlural: "Custom Permissions",
    keyPrefix: "0CP",
    nameField: "DeveloperName",
    allows: ["create", "update", "delete"],
    isSetupObject: true,
    fields: {
        DeveloperName: text(80, { label: "Name", required: true }),
        Language: picklist(LANGUAGES, {
            label: "Master Language",
            length: 40,
            filled: true,
            restricted: true,
        }),
        MasterLabel: text(80, { label: "Label", required: true }),
        IsProtected: checkbox({ label: "Protected Component" }),
        Description: textArea(255),
        IsLicensed: checkbox({ label: "License Required" }),
    },
});
