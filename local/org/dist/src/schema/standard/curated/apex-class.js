import { curate } from "../curate.js";
import { checkbox, double, integer, picklist, text, textArea } from "../field-builders.js";
export const apexClass = curate({
    name: "ApexClass",
    labelPlural: "Apex Classes",
    keyPrefix: "01p",
    allows: [],
    isSetupObject: true,
    fields: {
        Name: text(255, { filled: true, readOnly: true }),
        ApiVersion: double(18, 1, { filled: true, createOnly: true }),
        Status: picklist(["Inactive", "Active", "Deleted"], {
            filled: true,
            default: "Active",
            length: 40,
            restricted: true,
        }),
        IsValid: checkbox({ readOnly: true }),
        BodyCrc: double(18, 0, { label: "Body CRC", readOnly: true }),
        Body: textArea(1_000_000),
        LengthWithoutComments: integer(9, {
            label: "Size Without Comments",
            filled: true,
            readOnly: true,
        }),
    },
});
