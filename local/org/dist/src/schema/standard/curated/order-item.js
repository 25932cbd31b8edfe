import { curate } from "../curate.js";
import { autoNumber, currency, date, double, lookup, text } from "../field-builders.js";
export const orderItem = curate({
    name: "OrderItem",
    label: "Order Product",
    labelPlural: "Order Products",
    keyPrefix: "802",
    nameField: "OrderItemNumber",
    fields: {
        Product2Id: lookup({ label: "Product ID", createOnly: true, onDelete: "Restrict" }),
        OrderId: lookup({ required: true, createOnly: true, onDelete: "Cascade" }),
        PricebookEntryId: lookup({
            label: "Price Book Entry ID",
            required: true,
            createOnly: true,
            onDelete: "Restrict",
        }),
        OriginalOrderItemId: lookup({ createOnly: true }),
        AvailableQuantity: double(18, 2, { readOnly: true }),
        Quantity: double(18, 2, { required: true }),
        UnitPrice: currency(),
        ListPrice: currency({ createOnly: true }),
        TotalPrice: currency({ readOnly: true }),
        ServiceDate: date({ label: "Start Date" }),
        EndDate: date(),
        Description: text(255, { label: "Line Description" }),
        OrderItemNumber: autoNumber("{0000000000}", { label: "Order Product Number" }),
    },
});
