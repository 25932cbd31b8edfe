import { curate } from "../curate.js";
import { checkbox, datetime, lookup } from "../field-builders.js";
export const permissionSetAssignment = curate({
    name: "PermissionSetAssignment",
    labelPlural: "Permission Set Assignment",
    keyPrefix: "0Pa",
    nameField: null,
    allows: ["create", "update", "delete"],
    isSetupObject: true,
    fields: {
        PermissionSetId: lookup({ label: "PermissionSet ID", createOnly: true, onDelete: "Cascade" }),
        PermissionSetGroupId: lookup({
            label: "PermissionSetGroup ID",
            createOnly: true,
            onDelete: "Cascade",
        }),
        AssigneeId: lookup({ required: true, createOnly: true, onDelete: "Cascade" }),
        ExpirationDate: datetime({ label: "Expires On" }),
        IsActive: checkbox({ readOnly: true }),
        IsRevoked: checkbox({ readOnly: true }),
    },
});
