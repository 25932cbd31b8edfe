import { curate } from "../curate.js";
import { checkbox, email, lookup, owner, picklist, text } from "../field-builders.js";
export const group = curate({
    name: "Group",
    labelPlural: "Group",
    keyPrefix: "00G",
    allows: ["create", "update", "delete"],
    isSetupObject: true,
    fields: {
        Name: text(40, { required: true }),
        DeveloperName: text(80),
        RelatedId: lookup({ readOnly: true }),
        Type: picklist([
            "AllCustomerPortal",
            "ChannelProgramGroup",
            "CollaborationGroup",
            "Manager",
            "ManagerAndSubordinatesInternal",
            "Organization",
            "Participant",
            "PRMOrganization",
            "Queue",
            "Regular",
            "Role",
            "RoleAndSubordinates",
            "RoleAndSubordinatesInternal",
        ], { filled: true, default: "Regular", length: 40, createOnly: true, restricted: true }),
        Email: email(255),
        OwnerId: owner({ readOnly: true }),
        DoesSendEmailToMembers: checkbox({ label: "Send Email to Members" }),
        DoesIncludeBosses: checkbox({ label: "Include Bosses", checked: true }),
    },
});
