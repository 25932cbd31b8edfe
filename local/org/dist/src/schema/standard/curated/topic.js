import { curate } from "../curate.js";
import { integer, lookup, text } from "../field-builders.js";
export const topic = curate({
    name: "Topic",
    labelPlural: "Topics",
    keyPrefix: "0TO",
    allows: ["create", "update", "delete"],
    fields: {
        NetworkId: lookup({ createOnly: true }),
        Name: text(150, { required: true }),
        Description: text(400),
        TalkingAbout: integer(9, { filled: true, readOnly: true }),
        ManagedTopicType: text(50, { label: "Enabled For", readOnly: true }),
    },
});
