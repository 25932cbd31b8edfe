import { curate } from "../curate.js";
import { checkbox, date, lookup, picklist } from "../field-builders.js";
export const accountContactRelation = curate({
    name: "AccountContactRelation",
    label: "Account Contact Relationship",
    labelPlural: "Account Contact Relationships",
    keyPrefix: "07k",
    nameField: null,
    allows: ["create", "update", "delete"],
    fields: {
        AccountId: lookup({ required: true, createOnly: true, onDelete: "Cascade" }),
        ContactId: lookup({ required: true, createOnly: true, onDelete: "Cascade" }),
        Roles: {
            ...picklist([
                "Business User",
                "Decision Maker",
                "Economic Buyer",
                "Economic Decision Maker",
                "Evaluator",
                "Executive Sponsor",
                "Influencer",
                "Technical Buyer",
                "Other",
            ]),
            type: "multipicklist",
            length: 4099,
        },
        IsDirect: checkbox({ label: "Direct", readOnly: true }),
        IsActive: checkbox({ label: "Active", checked: true }),
        StartDate: date(),
        EndDate: date(),
    },
});
