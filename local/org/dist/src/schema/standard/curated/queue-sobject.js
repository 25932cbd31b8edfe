import { curate } from "../curate.js";
import { lookup, picklist } from "../field-builders.js";
export const queueSobject = curate({
    name: "QueueSobject",
    label: "Queue sObject",
    labelPlural: "Queue sObjects",
    keyPrefix: "03g",
    nameField: null,
    allows: ["create", "delete"],
    isSetupObject: true,
    fields: {
        QueueId: lookup({ label: "Group ID", required: true, createOnly: true, onDelete: "Cascade" }),
        SobjectType: picklist([], {
            label: "sObject Type",
            required: true,
            length: 40,
            createOnly: true,
        }),
    },
});
