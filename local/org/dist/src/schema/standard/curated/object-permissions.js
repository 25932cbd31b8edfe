import { curate } from "../curate.js";
import { checkbox, lookup, picklist } from "../field-builders.js";
export const objectPermissions = curate({
    name: "ObjectPermissions",
    labelPlural: "Object Permissions",
    keyPrefix: "110",
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
        PermissionsCreate: checkbox({ label: "Create Records" }),
        PermissionsRead: checkbox({ label: "Read Records" }),
        PermissionsEdit: checkbox({ label: "Edit Records" }),
        PermissionsDelete: checkbox({ label: "Delete Records" }),
        PermissionsViewAllRecords: checkbox({ label: "Read All Records" }),
        PermissionsModifyAllRecords: checkbox({ label: "Edit All Records" }),
    },
});
