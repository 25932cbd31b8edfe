import { curate } from "../curate.js";
import { base64, checkbox, integer, lookup, owner, text, textArea } from "../field-builders.js";
export const attachment = curate({
    name: "Attachment",
    labelPlural: "Attachments",
    keyPrefix: "00P",
    fields: {
        ParentId: lookup({ required: true, createOnly: true, onDelete: "Cascade" }),
        Name: text(255, { label: "File Name", required: true }),
        IsPrivate: checkbox({ label: "Private" }),
        ContentType: text(120),
        BodyLength: integer(9, { readOnly: true }),
        Body: base64({ required: true }),
        OwnerId: owner(),
        Description: textArea(500),
    },
});
