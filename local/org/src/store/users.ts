/** Users whom the org has without anybody having made them, and what they are given. */
import type { RunningUser } from "../runtime/host.ts";
import type { Schema } from "../schema/schema.ts";
import { findRow } from "./find-row.ts";
import type { RecordStore } from "./record-store.ts";
import type { Row } from "./row.ts";
import { Seeder } from "./seeder.ts";

export const ADMINISTRATOR_USERNAME = "admin@local.example";
export const AUTOMATED_PROCESS_USERNAME = "autoproc@local.example";

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
