import { curate } from "../curate.js";
import { checkbox, text } from "../field-builders.js";
export const pricebook2 = curate({
    name: "Pricebook2",
    label: "Price Book",
    labelPlural: "Price Books",
    keyPrefix: "01s",
    fields: {
        Name: text(255, { label: "Price Book Name", required: true }),
        IsActive: checkbox({ label: "Active" }),
        IsArchived: checkbox({ label: "Archived", readOnly: true }),
        Description: text(255),
        IsStandard: checkbox({ label: "Is Standard Price Book", readOnly: true }),
    },
});
