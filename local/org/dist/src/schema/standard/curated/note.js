import { curate } from "../curate.js";
import { checkbox, lookup, owner, text, textArea } from "../field-builders.js";
export const note = curate({
    name: "Note",
    labelPlural: "Notes",
    keyPrefix: "002",
    nameField: "Title",
    fields: {
        ParentId: lookup({ required: true, createOnly: true, onDelete: "Cascade" }),
        Title: text(80, { required: true }),
        IsPrivate: checkbox({ label: "Private" }),
        Body: textArea(32_000),
        OwnerId: owner(),
    },
});
