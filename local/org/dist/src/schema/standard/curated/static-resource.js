import { curate } from "../curate.js";
import { base64, integer, picklist, text, textArea } from "../field-builders.js";
export const staticResource = curate({
    name: "StaticResource",
    labelPlural: "Static Resources",
    keyPrefix: "081",
    allows: [],
    isSetupObject: true,
    fields: {
        Name: text(255, { required: true }),
        ContentType: text(120, { label: "MIME Type", required: true }),
        BodyLength: integer(9, { label: "Size", filled: true, readOnly: true }),
        Body: base64(),
        Description: textArea(255),
        CacheControl: picklist(["Private", "Public"], {
            filled: true,
            default: "Private",
            length: 40,
            restricted: true,
        }),
    },
});
