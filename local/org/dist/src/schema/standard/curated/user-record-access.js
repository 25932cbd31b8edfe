import { curate } from "../curate.js";
import { checkbox, lookup, picklist } from "../field-builders.js";
export const userRecordAccess = curate({
    name: "UserRecordAccess",
    labelPlural: "User Record Access",
    keyPrefix: null,
    nameField: null,
    allows: [],
    fields: {
        UserId: lookup({ readOnly: true }),
        RecordId: picklist([], { length: 40, readOnly: true, restricted: true }),
        HasReadAccess: checkbox({ readOnly: true }),
        HasEditAccess: checkbox({ readOnly: true }),
        HasDeleteAccess: checkbox({ readOnly: true }),
        HasTransferAccess: checkbox({ readOnly: true }),
        HasAllAccess: checkbox({ readOnly: true }),
        MaxAccessLevel: picklist(["None", "Read", "Edit", "Delete", "Transfer", "All"], {
            label: "Maximum Access Level",
            length: 40,
            readOnly: true,
            restricted: true,
        }),
    },
});
