import { curate } from "../curate.js";
import { checkbox, lookup, picklist } from "../field-builders.js";
export const fieldPermissions = curate({
    name: "FieldPermissions",
    labelPlural: "Field Permissions",
    keyPrefix: "01k",
    nameField: null,
    allows: ["create", "update", "delete"],
    isSetupObject: true,
    fields: {
        ParentId: lookup({ required: true, createOnly: true, onDelete: "Cascade" }),
        SobjectType: picklist([], {
            label: "SObject Type Name",
            required: true,
            length: 40,
            createOnly: true,
        }),
        Field: picklist([], { label: "Field Name", required: true, createOnly: true }),
        PermissionsEdit: checkbox({ label: "Edit Field" }),
        PermissionsRead: checkbox({ label: "Read Field" }),
    },
});
