import type { OrgFeature } from "./curated-types.ts";

const ANY_OBJECT: readonly (readonly [RegExp, OrgFeature])[] = [
  [/^CurrencyIsoCode$/, "MultiCurrency"],
  [/^Division$/, "Divisions"],
  [/^(\w*)(State|Country)Code$/, "StateAndCountryPicklists"],
  [/^IsPersonAccount$/, "PersonAccounts"],
  [/^(IsPartner|IsCustomerPortal|ChannelProgram\w*)$/, "Communities"],
];

const ACCOUNT_ONLY =
  /^(Person\w+|FirstName|MiddleName|LastName|Salutation|Suffix|IsPersonAccount|Last(ActivityDate)?__pc)$/;

/** Objects whose `Division` is a text of their own, and not the feature's. */
const OWN_DIVISION = new Set(["User", "Organization"]);

/** The feature a standard field comes with; null when every org has it. The stubs list the fields of all features at once. */
export function featureOf(object: string, field: string): OrgFeature | null {
  if (object === "Account" && ACCOUNT_ONLY.test(field)) return "PersonAccounts";
  if (field === "Division" && OWN_DIVISION.has(object)) return null;
  return ANY_OBJECT.find(([pattern]) => pattern.test(field))?.[1] ?? null;
}

/** Objects that come with a feature: an org without it does not know their names. */
const FEATURE_OBJECTS: readonly (readonly [object: string, OrgFeature])[] = [
  ["CurrencyType", "MultiCurrency"],
  ["DatedConversionRate", "MultiCurrency"],
];

/** Names of the standard objects that an org with these features does not have. */
export function objectsMissing(features: ReadonlySet<OrgFeature>): ReadonlySet<string> {
  return new Set(
    FEATURE_OBJECTS.flatMap(([object, feature]) => (features.has(feature) ? [] : [object])),
  );
}
