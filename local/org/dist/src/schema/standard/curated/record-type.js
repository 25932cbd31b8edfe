import { curate } from "../curate.js";
import { checkbox, lookup, picklist, text } from "../field-builders.js";
export const recordType = curate({
    name: "RecordType",
    labelPlural: "Record Types",
    keyPrefix: "012",
    allows: ["create", "update"],
    isSetupObject: true,
    fields: {
        Name: text(80, { required: true }),
        DeveloperName: text(80, { label: "Record Type Name", required: true }),
        Description: text(255),
        BusinessProcessId: lookup(),
        SobjectType: picklist([], {
            label: "SObject Type Name",
            required: true,
            length: 40,
            createOnly: true,
        }),
        IsActive: checkbox({ label: "Active" }),
    },
});
