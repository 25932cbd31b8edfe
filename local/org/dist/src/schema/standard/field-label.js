/** The label that nearly all standard fields have: the words of the name, "ID" in capitals. */
export function fieldLabel(name) {
    return words(name).replace(/\bId$/, "ID").trim();
}
/** "OpportunityLineItem" → "Opportunity Line Item". */
export function words(name) {
    return name.replaceAll(/(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, " ");
}
