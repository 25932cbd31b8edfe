import { curate } from "../curate.js";
import { checkbox, lookup, picklist, text } from "../field-builders.js";
import { RECORD_ACCESS } from "../standard-value-sets.js";
export const userRole = curate({
    name: "UserRole",
    label: "Role",
    labelPlural: "Role",
    keyPrefix: "00E",
    allows: ["create", "update", "delete"],
    isSetupObject: true,
    fields: {
        Name: text(80, { required: true }),
        ParentRoleId: lookup(),
        RollupDescription: text(80, { label: "Description" }),
        OpportunityAccessForAccountOwner: picklist(RECORD_ACCESS, {
            label: "Opportunity Access Level for Account Owner",
            length: 40,
            filled: true,
            restricted: true,
        }),
        CaseAccessForAccountOwner: picklist(RECORD_ACCESS, {
            label: "Case Access Level for Account Owner",
            length: 40,
            restricted: true,
        }),
        ContactAccessForAccountOwner: picklist(RECORD_ACCESS, {
            label: "Contact Access Level for Account Owner",
            length: 40,
            restricted: true,
        }),
        ForecastUserId: lookup({ label: "User ID", readOnly: true }),
        MayForecastManagerShare: checkbox({ readOnly: true }),
        DeveloperName: text(80, { unique: true }),
        PortalAccountId: lookup({ label: "Account ID", createOnly: true }),
        PortalType: picklist(["None", "CustomerPortal=Customer Portal", "Partner=Partner Portal"], {
            length: 40,
            readOnly: true,
            restricted: true,
        }),
        PortalRole: picklist(["Executive", "Manager", "Worker=User", "PersonAccount=Person Account"], {
            length: 40,
            readOnly: true,
            restricted: true,
        }),
        PortalAccountOwnerId: lookup({ label: "User ID", readOnly: true }),
    },
});
