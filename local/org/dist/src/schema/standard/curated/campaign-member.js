import { curate } from "../curate.js";
import { checkbox, date, email, lookup, phone, picklist, text, textArea, } from "../field-builders.js";
import { ACCOUNT_SOURCES, SALUTATIONS } from "../standard-value-sets.js";
/** Shown from the lead or contact. */
const OF_PERSON = { readOnly: true };
export const campaignMember = curate({
    name: "CampaignMember",
    labelPlural: "Campaign Member",
    keyPrefix: "00v",
    allows: ["create", "update", "delete"],
    fields: {
        CampaignId: lookup({ required: true, createOnly: true, onDelete: "Cascade" }),
        LeadId: lookup({ createOnly: true, onDelete: "Cascade" }),
        ContactId: lookup({ createOnly: true, onDelete: "Cascade" }),
        Status: picklist(["Planned", "Received", "Responded", "Sent"], { default: "Sent" }),
        HasResponded: checkbox({ label: "Responded", readOnly: true }),
        FirstRespondedDate: date({ readOnly: true }),
        Salutation: picklist(SALUTATIONS, OF_PERSON),
        Name: text(255, OF_PERSON),
        FirstName: text(40, OF_PERSON),
        LastName: text(80, OF_PERSON),
        Title: text(128, OF_PERSON),
        Street: text(255, OF_PERSON),
        City: text(40, OF_PERSON),
        State: text(80, { label: "State/Province", ...OF_PERSON }),
        PostalCode: text(20, { label: "Zip/Postal Code", ...OF_PERSON }),
        Country: text(80, OF_PERSON),
        Email: email(80, OF_PERSON),
        Phone: phone(OF_PERSON),
        Fax: phone(OF_PERSON),
        MobilePhone: phone({ label: "Mobile", ...OF_PERSON }),
        Description: textArea(32_000, OF_PERSON),
        DoNotCall: checkbox(OF_PERSON),
        HasOptedOutOfEmail: checkbox({ label: "Email Opt Out", ...OF_PERSON }),
        HasOptedOutOfFax: checkbox({ label: "Fax Opt Out", ...OF_PERSON }),
        LeadSource: picklist(ACCOUNT_SOURCES, OF_PERSON),
        CompanyOrAccount: text(255, { label: "Company (Account)", ...OF_PERSON }),
        Type: text(40, OF_PERSON),
        LeadOrContactId: lookup({ label: "Related Record ID", ...OF_PERSON }),
        LeadOrContactOwnerId: lookup({ label: "Related Record Owner ID", ...OF_PERSON }),
    },
});
