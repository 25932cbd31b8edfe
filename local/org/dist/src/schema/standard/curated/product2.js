import { curate } from "../curate.js";
import { checkbox, lookup, picklist, text, textArea, url } from "../field-builders.js";
export const product2 = curate({
    name: "Product2",
    label: "Product",
    labelPlural: "Products",
    keyPrefix: "01t",
    fields: {
        Name: text(255, { label: "Product Name", required: true }),
        ProductCode: text(255),
        Description: textArea(4000, { label: "Product Description" }),
        IsActive: checkbox({ label: "Active" }),
        Family: picklist(["None"], { label: "Product Family" }),
        ExternalDataSourceId: lookup(),
        ExternalId: text(255),
        DisplayUrl: url(1000, { label: "Display URL" }),
        QuantityUnitOfMeasure: picklist(["Each"]),
        IsArchived: checkbox({ label: "Archived", readOnly: true }),
        StockKeepingUnit: text(180, { label: "Product SKU" }),
        Type: picklist(["Base", "Bundle", "Set"], {
            label: "Product Type",
            length: 40,
            createOnly: true,
            restricted: true,
        }),
        ProductClass: picklist(["Simple", "VariationParent=Variation Parent", "Variation", "Bundle", "Set"], { filled: true, default: "Simple", length: 40, readOnly: true, restricted: true }),
    },
});
