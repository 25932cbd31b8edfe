import { ApexBlob } from "../runtime/blob.ts";
import { ApexDate } from "../runtime/date.ts";
import { ApexDatetime } from "../runtime/datetime.ts";
import { ApexDecimal } from "../runtime/decimal.ts";
import { ApexDouble } from "../runtime/double.ts";
import type { RunningUser } from "../runtime/host.ts";
import type {
  FieldDescribe,
  MetadataRecord,
  SObjectDescribe,
  QueueMember,
  Schema,
} from "../schema/schema.ts";
import { linkCustomMetadata } from "./metadata-references.ts";
import { metadataKey } from "./metadata-key.ts";
import { seedPermissionRows } from "./permission-rows.ts";
import { seedReportRows } from "./report-rows.ts";
import { addRoleGroups } from "./role-groups.ts";
import { newBusinessHours, seedLicenses, seedSetupRows } from "./setup-rows.ts";
import { STANDARD_PRICE_BOOK_ID, standardPriceBook } from "./standard-price-book.ts";
import { storedText } from "./stored-text.ts";
import type { RecordStore } from "./record-store.ts";
import type { Row, RowValues, StoredValue } from "./row.ts";

/** The records every org has from the start, and those the project's metadata brings. */

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

const STAMPS = ["CreatedDate", "LastModifiedDate", "SystemModstamp"];

export const ADMINISTRATOR_USERNAME = "admin@local.example";
export const AUTOMATED_PROCESS_USERNAME = "autoproc@local.example";

/** Makes the records that metadata brings, or brings up to date those that are there. */
export function seedMetadataRecords(
  schema: Schema,
  store: RecordStore,
  now: number,
  records: readonly MetadataRecord[],
): void {
  const seed = new Seeder(schema, store, now);
  for (const record of records) seed.metadata(record);
}

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

/** What the project's metadata brings. */
export function seedProjectRecords(schema: Schema, store: RecordStore, now: number): void {
  const seed = new Seeder(schema, store, now);
  seedSetupRows(schema, (object, keyField, values) => seed.record(object, keyField, values));
  seed.first("BusinessHours", newBusinessHours());
  purgeOtherCustomMetadata(schema, store);
  for (const record of schema.metadataRecords) seed.metadata(record);
  linkCustomMetadata(schema, store);
  seedRoles(schema, store, seed);
  seedPermissionRows(schema, store);
  seedReportRows(schema, store, now);
  for (const queue of schema.queues) {
    const group = findRow(
      store,
      "Group",
      (values) => values["DeveloperName"] === queue.developerName && values["Type"] === "Queue",
    );
    for (const object of queue.objects)
      seed.record(
        "QueueSobject",
        "QueueId",
        { QueueId: group?.id ?? null, SobjectType: object },
        "SobjectType",
      );
    for (const member of queue.members) {
      const id = queueMemberId(store, member);
      if (group !== undefined && id !== undefined)
        seed.record(
          "GroupMember",
          "GroupId",
          { GroupId: group.id, UserOrGroupId: id },
          "UserOrGroupId",
        );
    }
  }
}

/** Which role is above which, the groups that stand for them, and that of all internal users. */
function seedRoles(schema: Schema, store: RecordStore, seed: Seeder): void {
  if (schema.object("Group") === undefined || schema.object("UserRole") === undefined) return;
  seed.record("Group", "DeveloperName", {
    DeveloperName: "AllInternalUsers",
    Name: "All Internal Users",
    Type: "Organization",
  });
  const byName = (name: string): Row | undefined =>
    findRow(
      store,
      "UserRole",
      (values) => storedText(values["DeveloperName"]).toLowerCase() === name.toLowerCase(),
    );
  for (const role of [...store.table("UserRole").rows()]) {
    const name = storedText(role.values["DeveloperName"]);
    const above = schema.parentRoles.get(name);
    const parent = above === undefined ? undefined : byName(above);
    if (parent !== undefined)
      store.put({ ...role, values: { ...role.values, ParentRoleId: parent.id } });
    addRoleGroups(store, role.id, name);
  }
}

function queueMemberId(store: RecordStore, { kind, name }: QueueMember): string | undefined {
  const isNamed = (value: StoredValue | undefined): boolean =>
    storedText(value).toLowerCase() === name.toLowerCase();
  if (kind === "user") return findRow(store, "User", (values) => isNamed(values["Username"]))?.id;
  const type = { group: "Regular", role: "Role", roleAndSubordinates: "RoleAndSubordinates" }[kind];
  return findRow(
    store,
    "Group",
    (values) => values["Type"] === type && isNamed(values["DeveloperName"]),
  )?.id;
}

/** What a user has from the start, unless administrators change it. */
export interface UserSettings {
  readonly firstName?: string;
  readonly lastName?: string;
  /** As Salesforce spells it, `de_DE`; by default `en_US`. */
  readonly locale?: string;
  /** `Europe/Berlin`; by default `GMT`. */
  readonly timeZone?: string;
}

export interface UserSeed extends UserSettings {
  readonly username: string;
  readonly alias: string;
  readonly lastName: string;
  /** null for a user without a profile, as the Automated Process user. */
  readonly profileName: string | null;
  readonly userType: string;
}

/** The id of the user, who is made when the org does not have it; one who is there is left as administrators left it. */
export function seedUser(schema: Schema, store: RecordStore, now: number, user: UserSeed): string {
  const profile =
    user.profileName === null
      ? undefined
      : findRow(store, "Profile", (values) => values["Name"] === user.profileName);
  const firstName = user.firstName ?? null;
  const id = new Seeder(schema, store, now).missing("User", "Username", {
    Username: user.username,
    Alias: user.alias.slice(0, 8),
    FirstName: firstName,
    LastName: user.lastName,
    Name: firstName === null ? user.lastName : `${firstName} ${user.lastName}`,
    Email: user.username,
    ProfileId: profile?.id ?? null,
    UserType: user.userType,
    IsActive: true,
    TimeZoneSidKey: user.timeZone ?? "GMT",
    LocaleSidKey: user.locale ?? "en_US",
    LanguageLocaleKey: "en_US",
    EmailEncodingKey: "UTF-8",
  });
  if (id === undefined) throw new Error("the schema has no User");
  return id;
}

/** Assigns a permission set, or a group of them, to a user, once. @throws Error when there is neither. */
export function assignPermissionSet(
  schema: Schema,
  store: RecordStore,
  now: number,
  userId: string,
  name: string,
): void {
  const set = findRow(store, "PermissionSet", (values) => values["Name"] === name);
  const group =
    set === undefined
      ? findRow(store, "PermissionSetGroup", (values) => values["DeveloperName"] === name)
      : undefined;
  if (set === undefined && group === undefined)
    throw new Error(`no permission set or group ${name}`);
  const [field, id] =
    set === undefined ? ["PermissionSetGroupId", group?.id ?? null] : ["PermissionSetId", set.id];
  new Seeder(schema, store, now).record(
    "PermissionSetAssignment",
    "AssigneeId",
    { AssigneeId: userId, [field]: id },
    field,
  );
}

/** Puts a user into a public group, once. @throws Error when there is no such group. */
export function addToGroup(
  schema: Schema,
  store: RecordStore,
  now: number,
  userId: string,
  name: string,
): void {
  const group = findRow(
    store,
    "Group",
    (values) => values["DeveloperName"] === name && values["Type"] === "Regular",
  );
  if (group === undefined) throw new Error(`no public group ${name}`);
  new Seeder(schema, store, now).record(
    "GroupMember",
    "GroupId",
    { GroupId: group.id, UserOrGroupId: userId },
    "UserOrGroupId",
  );
}

export function findRow(
  store: RecordStore,
  object: string,
  matches: (values: RowValues) => boolean,
): Row | undefined {
  for (const row of store.table(object).rows())
    if (!row.isDeleted && matches(row.values)) return row;
  return undefined;
}

/** Who a row of User is at run time. */
export function runningUser(row: Row): RunningUser {
  const text = (field: string, otherwise: string): string => {
    const value = row.values[field];
    return typeof value === "string" ? value : otherwise;
  };
  const optional = (field: string): string | null => text(field, "") || null;
  return {
    id: row.id,
    username: text("Username", ""),
    name: text("Name", text("LastName", "")),
    firstName: optional("FirstName"),
    lastName: text("LastName", ""),
    email: text("Email", ""),
    profileId: text("ProfileId", ""),
    roleId: optional("UserRoleId"),
    timeZone: text("TimeZoneSidKey", "GMT"),
    locale: text("LocaleSidKey", "en_US"),
    language: text("LanguageLocaleKey", "en_US"),
    userType: text("UserType", "Standard"),
  };
}

/** Rows by the value of one field and, where two make the key, of the other. */
interface KnownRows {
  /** Of the table, when they were gathered. */
  version: number;
  readonly rows: Map<unknown, Map<unknown, Row>>;
}

class Seeder {
  private readonly schema: Schema;
  private readonly store: RecordStore;
  private readonly now: ApexDatetime;
  /** By object and fields of the key. */
  readonly #known = new Map<string, KnownRows>();

  constructor(schema: Schema, store: RecordStore, now: number) {
    this.schema = schema;
    this.store = store;
    this.now = new ApexDatetime(Math.floor(now / 1000) * 1000);
  }

  /** The first record of its object, where there is none. */
  first(object: string, values: RowValues): void {
    this.ifMissing(object, values, () => true);
  }

  /** The id of the record that has the key, as it is; it is made where there is none. */
  missing(object: string, keyField: string, values: RowValues): string | undefined {
    return this.ifMissing(object, values, (row) => row[keyField] === values[keyField]);
  }

  /** The record of that id, where there is none. */
  identified(object: string, id: string, values: RowValues): void {
    const describe = this.schema.object(object);
    if (describe === undefined || this.store.get(describe.name, id) !== undefined) return;
    this.put(describe, undefined, values, id);
  }

  private ifMissing(
    object: string,
    values: RowValues,
    isSame: (row: RowValues) => boolean,
  ): string | undefined {
    const describe = this.schema.object(object);
    if (describe === undefined) return undefined;
    return findRow(this.store, describe.name, isSame)?.id ?? this.put(describe, undefined, values);
  }

  /** The record's id; undefined when the schema does not have the object. Fields that the object lacks are left out. */
  record(
    object: string,
    keyField: string,
    values: RowValues,
    secondKey: string | null = null,
  ): string | undefined {
    const describe = this.schema.object(object);
    if (describe === undefined) return undefined;
    const known = this.known(describe.name, keyField, secondKey);
    const same = known.rows.get(values[keyField]) ?? new Map<unknown, Row>();
    known.rows.set(values[keyField], same);
    const second = secondKey === null ? null : values[secondKey];
    const id = this.put(describe, same.get(second), values);
    const row = this.store.get(describe.name, id);
    if (row !== undefined) same.set(second, row);
    known.version = this.store.table(describe.name).version;
    return id;
  }

  /** To look through all rows for each of a thousand takes longer than to make them. */
  private known(object: string, keyField: string, secondKey: string | null): KnownRows {
    const table = this.store.table(object);
    const name = [object, keyField, secondKey].join(" ");
    const known = this.#known.get(name);
    if (known?.version === table.version) return known;
    const rows = new Map<unknown, Map<unknown, Row>>();
    for (const row of table.rows()) {
      if (row.isDeleted) continue;
      const same = rows.get(row.values[keyField]) ?? new Map<unknown, Row>();
      rows.set(row.values[keyField], same);
      const second = secondKey === null ? null : row.values[secondKey];
      if (!same.has(second)) same.set(second, row);
    }
    const fresh = { version: table.version, rows };
    this.#known.set(name, fresh);
    return fresh;
  }

  private put(
    describe: SObjectDescribe,
    existing: Row | undefined,
    values: RowValues,
    newId?: string,
  ): string {
    const known: Record<string, StoredValue> =
      describe.kind === "customMetadata" ? stampsOf(existing) : { ...existing?.values };
    for (const [name, value] of Object.entries(values)) {
      const field = describe.fields.get(name.toLowerCase());
      if (field !== undefined) known[field.name] = value;
    }
    if (existing === undefined) {
      for (const name of STAMPS)
        if (describe.fields.has(name.toLowerCase())) known[name] = this.now;
    }
    const id = existing?.id ?? newId ?? this.store.mint(describe.name);
    this.store.put({ object: describe.name, id, values: known, isDeleted: false });
    return id;
  }

  metadata(record: MetadataRecord): void {
    const describe = this.schema.object(record.object);
    if (describe === undefined) return;
    const values: Record<string, StoredValue> = {};
    for (const [name, value] of Object.entries(record.values)) {
      const field = describe.fields.get(name.toLowerCase());
      if (field !== undefined) values[field.name] = metadataValue(field, value);
    }
    const [key, second] = metadataKey(describe.name, values);
    if (key !== undefined) this.record(describe.name, key[0], values, second?.[0] ?? null);
  }
}

/** Of custom metadata a value that its file does not have any more is gone. */
function stampsOf(row: Row | undefined): Record<string, StoredValue> {
  return Object.fromEntries(
    STAMPS.flatMap((name) => {
      const value = row?.values[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

/** Records of custom metadata come from files alone: those without one are of an earlier state of the project. */
function purgeOtherCustomMetadata(schema: Schema, store: RecordStore): void {
  const there = new Set(
    schema.metadataRecords.map(
      ({ object, values }) => `${object} ${String(values["DeveloperName"])}`,
    ),
  );
  for (const name of schema.objectNames()) {
    if (!/__mdt$/iu.test(name)) continue;
    for (const { id, values } of [...store.rowsOf(name)])
      if (!there.has(`${name} ${storedText(values["DeveloperName"])}`)) store.purge(name, id);
  }
}

/** A value as metadata files write it, as the field stores it. */
function metadataValue(field: FieldDescribe, value: string | number | boolean | null): StoredValue {
  if (value === null || typeof value === "boolean") return value;
  switch (field.apexType) {
    case "Boolean":
      return String(value) === "true";
    case "Integer":
      return Number(value);
    case "Long":
      return BigInt(value);
    case "Decimal":
      return ApexDecimal.parse(String(value));
    case "Double":
      return new ApexDouble(Number(value));
    case "Date":
      return ApexDate.parseIso(String(value));
    case "Datetime":
      return ApexDatetime.parseIso(String(value));
    case "Blob":
      return new ApexBlob(new Uint8Array(Buffer.from(String(value), "base64")));
    case "String":
    case "Id":
    case "Time":
    case "Object":
    case "Address":
    case "Location":
      return String(value);
  }
}
