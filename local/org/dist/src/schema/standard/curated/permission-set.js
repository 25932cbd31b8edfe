import { curate } from "../curate.js";
import { checkbox, lookup, picklist, text } from "../field-builders.js";
export const permissionSet = curate({
    name: "PermissionSet",
    labelPlural: "Permission Set",
    keyPrefix: "0PS",
    allows: ["create", "update", "delete"],
    isSetupObject: true,
    fields: {
        Name: text(80, { label: "Permission Set Name", required: true, unique: true }),
        Label: text(80, { label: "Permission Set Label", required: true }),
        LicenseId: lookup({ createOnly: true }),
        ProfileId: lookup({ readOnly: true }),
        IsOwnedByProfile: checkbox({ readOnly: true }),
        IsCustom: checkbox({ readOnly: true }),
        Description: text(255),
        HasActivationRequired: checkbox({ label: "Session Activation Required" }),
        PermissionSetGroupId: lookup({ label: "PermissionSetGroup ID", readOnly: true }),
        Type: picklist(["Regular", "Profile", "Group", "Session", "Integration", "Standard"], {
            label: "Permission Set Type",
            default: "Regular",
            length: 40,
            readOnly: true,
            restricted: true,
        }),
    },
});
