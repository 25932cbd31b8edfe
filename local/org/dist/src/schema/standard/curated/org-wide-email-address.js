import { curate } from "../curate.js";
import { checkbox, email, picklist, text } from "../field-builders.js";
export const orgWideEmailAddress = curate({
    name: "OrgWideEmailAddress",
    label: "Organization-wide From Email Address",
    labelPlural: "Organization-wide From Email Addresses",
    keyPrefix: "0D2",
    nameField: "DisplayName",
    allows: ["create", "update", "delete"],
    isSetupObject: true,
    fields: {
        IsVerified: checkbox({ label: "Status", readOnly: true }),
        Address: email(240, { label: "Email Address", required: true }),
        DisplayName: text(120, { required: true }),
        IsAllowAllProfiles: checkbox({ label: "Allow All Profiles" }),
        Purpose: picklist(["UserSelection", "DefaultNoreply", "UserSelectionAndDefaultNoReply"], {
            filled: true,
            default: "UserSelection",
            length: 40,
            restricted: true,
        }),
    },
});
