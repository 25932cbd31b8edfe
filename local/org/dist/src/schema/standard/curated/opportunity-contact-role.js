import { curate } from "../curate.js";
import { checkbox, lookup, picklist } from "../field-builders.js";
export const opportunityContactRole = curate({
    name: "OpportunityContactRole",
    labelPlural: "Opportunity Contact Role",
    keyPrefix: "00K",
    nameField: null,
    allows: ["create", "update", "delete"],
    fields: {
        OpportunityId: lookup({ required: true, createOnly: true, onDelete: "Cascade" }),
        ContactId: lookup({ required: true, onDelete: "Cascade" }),
        Role: picklist([
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
        IsPrimary: checkbox({ label: "Primary" }),
    },
});
