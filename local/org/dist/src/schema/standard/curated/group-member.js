import { curate } from "../curate.js";
import { lookup } from "../field-builders.js";
export const groupMember = curate({
    name: "GroupMember",
    labelPlural: "Group Member",
    keyPrefix: "011",
    nameField: null,
    allows: ["create", "delete"],
    isSetupObject: true,
    fields: {
        GroupId: lookup({ required: true, createOnly: true, onDelete: "Cascade" }),
        UserOrGroupId: lookup({
            label: "User/Group ID",
            required: true,
            createOnly: true,
            onDelete: "Cascade",
        }),
    },
});
