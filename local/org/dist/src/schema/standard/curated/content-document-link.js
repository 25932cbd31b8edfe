import { curate } from "../curate.js";
import { lookup, picklist } from "../field-builders.js";
export const contentDocumentLink = curate({
    name: "ContentDocumentLink",
    labelPlural: "Content Document Links",
    keyPrefix: "06A",
    nameField: null,
    allows: ["create", "update", "delete"],
    fields: {
        LinkedEntityId: lookup({ required: true, createOnly: true, onDelete: "Cascade" }),
        ContentDocumentId: lookup({
            label: "ContentDocument ID",
            required: true,
            createOnly: true,
            onDelete: "Cascade",
        }),
        ShareType: picklist(["V=Viewer", "C=Collaborator", "I=Inferred"], {
            length: 40,
            restricted: true,
        }),
        Visibility: picklist(["AllUsers=All Users", "InternalUsers=Standard Users", "SharedUsers=Shared Users"], { length: 40, restricted: true }),
    },
});
