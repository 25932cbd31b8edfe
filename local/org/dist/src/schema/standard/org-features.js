const ANY_OBJECT = [
    [/^CurrencyIsoCode$/, "MultiCurrency"],
    [/^Division$/, "Divisions"],
    [/^(\w*)(State|Country)Code$/, "StateAndCountryPicklists"],
    [/^IsPersonAccount$/, "PersonAccounts"],
    [/^(IsPartner|IsCustomerPortal|ChannelProgram\w*)$/, "Communities"],
];
const ACCOUNT_ONLY = /^(Person\w+|FirstName|MiddleName|LastName|Salutation|Suffix|IsPersonAccount|Last(ActivityDate)?__pc)$/;
/** Objects whose `Division` is a text of their own, and not the feature's. */
const OWN_DIVISION = new Set(["User", "Organization"]);
/** The feature a standard field comes with; null when every org has it. The stubs list the fields of all features at once. */
export function featureOf(object, field) {
    if (object === "Account" && ACCOUNT_ONLY.test(field))
        return "PersonAccounts";
    if (field === "Division" && OWN_DIVISION.has(object))
        return null;
    return ANY_OBJECT.find(([pattern]) => pattern.test(field))?.[1] ?? null;
}
/** Objects that come with a feature: an org without it does not know their names. */
const FEATURE_OBJECTS = {
    CurrencyType: "MultiCurrency",
    DatedConversionRate: "MultiCurrency",
};
/** null when every org has the object. */
export function featureOfObject(object) {
    return FEATURE_OBJECTS[object] ?? null;
}
