import { curate } from "../curate.js";
import { currency, date, double, integer, lookup, text } from "../field-builders.js";
export const opportunityLineItem = curate({
    name: "OpportunityLineItem",
    label: "Opportunity Product",
    labelPlural: "Opportunity Product",
    keyPrefix: "00k",
    allows: ["create", "update", "delete"],
    fields: {
        OpportunityId: lookup({ required: true, createOnly: true, onDelete: "Cascade" }),
        SortOrder: integer(9, { readOnly: true }),
        PricebookEntryId: lookup({
            label: "Price Book Entry ID",
            createOnly: true,
            onDelete: "Restrict",
        }),
        Product2Id: lookup({ label: "Product ID", createOnly: true, onDelete: "Restrict" }),
        ProductCode: text(255, { readOnly: true }),
        Name: text(376, { label: "Opportunity Product Name", readOnly: true }),
        Quantity: double(12, 2, { required: true }),
        TotalPrice: currency(),
        UnitPrice: currency({ label: "Sales Price" }),
        ListPrice: currency({ readOnly: true }),
        ServiceDate: date({ label: "Date" }),
        Description: text(255, { label: "Line Description" }),
    },
});
