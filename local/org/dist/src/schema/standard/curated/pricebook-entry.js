import { curate } from "../curate.js";
import { checkbox, currency, lookup, text } from "../field-builders.js";
export const pricebookEntry = curate({
    name: "PricebookEntry",
    label: "Price Book Entry",
    labelPlural: "Price Book Entries",
    keyPrefix: "01u",
    allows: ["create", "update", "delete"],
    fields: {
        Name: text(255, { label: "Product Name", readOnly: true }),
        Pricebook2Id: lookup({
            label: "Price Book ID",
            required: true,
            createOnly: true,
            onDelete: "Cascade",
        }),
        Product2Id: lookup({
            label: "Product ID",
            required: true,
            createOnly: true,
            onDelete: "Cascade",
        }),
        UnitPrice: currency({ label: "List Price", required: true }),
        IsActive: checkbox({ label: "Active" }),
        UseStandardPrice: checkbox(),
        ProductCode: text(255, { readOnly: true }),
        IsArchived: checkbox({ label: "Archived", readOnly: true }),
    },
});
