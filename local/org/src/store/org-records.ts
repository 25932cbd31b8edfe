/** The records that every org has from the start. */
import { ApexDecimal } from "../runtime/decimal.ts";
import type { Schema } from "../schema/schema.ts";
import { seedProjectRecords } from "./project-records.ts";
import type { RecordStore } from "./record-store.ts";
import { Seeder } from "./seeder.ts";
import { seedLicenses } from "./setup-rows.ts";
import { STANDARD_PRICE_BOOK_ID, standardPriceBook } from "./standard-price-book.ts";
import {
  ADMINISTRATOR_USERNAME,
  AUTOMATED_PROCESS_USERNAME,
  seedUser,
  type UserSettings,
} from "./users.ts";

const OF_USERS = ["ApiEnabled", "MassInlineEdit", "SubmitMacrosAllowed"];

/** Standard profiles, and those of their user permissions that code asks for. */
const PROFILES: Readonly<Record<string, readonly string[]>> = {
  "System Administrator": [
    ...OF_USERS,
    "AuthorApex",
    "CustomizeApplication",
    "ManageUsers",
    "ModifyAllData",
    "PrivacyDataAccess",
    "ViewAllData",
    "ViewSetup",
  ],
  "Standard User": OF_USERS,
  "Minimum Access - Salesforce": [],
  "Minimum Access - API Only Integrations": ["ApiEnabled"],
  "Read Only": ["ApiEnabled"],
  "Marketing User": OF_USERS,
  "Contract Manager": OF_USERS,
  "Solution Manager": OF_USERS,
};

/** Where the org has several currencies. */
const CORPORATE_CURRENCY = "USD";

/**
 * Puts what is missing. What administrators may change in Setup (the organization, currencies, users) is left as it is; of profiles the
 * permissions are those of this version, under the id they have.
 */
export function seedOrgRecords(
  schema: Schema,
  store: RecordStore,
  now: number,
  administrator: UserSettings = {},
): void {
  const seed = new Seeder(schema, store, now);
  seed.first("Organization", {
    Name: "Local Org",
    OrganizationType: "Developer Edition",
    IsSandbox: true,
    InstanceName: "LOCAL1",
    TimeZoneSidKey: "GMT",
    LanguageLocaleKey: "en_US",
    DefaultLocaleSidKey: "en_US",
  });
  seed.missing("CurrencyType", "IsoCode", {
    IsoCode: CORPORATE_CURRENCY,
    ConversionRate: ApexDecimal.parse("1"),
    DecimalPlaces: 2,
    IsActive: true,
    IsCorporate: true,
  });
  seed.identified("Pricebook2", STANDARD_PRICE_BOOK_ID, standardPriceBook());
  const license = seedLicenses((object, keyField, values) =>
    seed.missing(object, keyField, values),
  );
  for (const [name, permissions] of Object.entries(PROFILES)) {
    const granted = permissions.map((permission) => [`Permissions${permission}`, true] as const);
    seed.record("Profile", "Name", {
      Name: name,
      UserType: "Standard",
      UserLicenseId: license ?? null,
      ...Object.fromEntries(granted),
    });
  }
  const administratorId = seedUser(schema, store, now, {
    username: ADMINISTRATOR_USERNAME,
    alias: "admin",
    // Everybody who signs up for an org has both names: PropicSignifi/Query.apex asks for the first.
    firstName: "Local",
    lastName: "Admin",
    ...administrator,
    profileName: "System Administrator",
    userType: "Standard",
  });
  for (const name of Object.keys(PROFILES))
    seed.record("Profile", "Name", {
      Name: name,
      CreatedById: administratorId,
      LastModifiedById: administratorId,
    });
  seedUser(schema, store, now, {
    username: AUTOMATED_PROCESS_USERNAME,
    alias: "autoproc",
    lastName: "Automated Process",
    profileName: null,
    userType: "AutomatedProcess",
  });
  seedProjectRecords(schema, store, now);
}
