/** The label that nearly all standard fields have: the words of the name, "ID" in capitals. */
export declare function fieldLabel(name: string): string;
/** "OpportunityLineItem" → "Opportunity Line Item". */
export declare function words(name: string): string;
