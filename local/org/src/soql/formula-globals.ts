/** What the `$` names of a formula stand for. Source: Salesforce Help, "Global Variables". */
import type { FormulaOperand } from "../formula/operand.ts";
import { FormulaFailure } from "../formula/syntax.ts";
import { ApexDatetime } from "../runtime/datetime.ts";
import type { SObjectDescribe } from "../schema/schema.ts";
import type { Row, StoredValue } from "../store/row.ts";
import { storedText } from "../store/stored-text.ts";
import { resolveFieldPath } from "./field-path.ts";
import { describeOfRow, pathReader, type ReadEnvironment } from "./row-reader.ts";

/** The theme a user should see and the one that is shown, which are no fields. Source: Salesforce Help, "Global Variables". */
const THEMES: ReadonlySet<string> = new Set(["uitheme", "uithemedisplayed"]);
const LIGHTNING = "Theme4d";

/** `$User.Email`, `$CustomMetadata.Rate__mdt.Main.Percent__c`, … @throws FormulaFailure for what there is not. */
export function globalOperand(
  environment: ReadEnvironment,
  row: Row,
  identifier: string,
  blankAsZero: boolean,
): FormulaOperand {
  const [global = "", ...path] = identifier.split(".");
  const user = environment.store.get("User", environment.userId);
  const fieldOf = (of: Row | undefined, fields: readonly string[]): FormulaOperand =>
    of === undefined ? text(null) : rowOperand(environment, of, fields, blankAsZero);
  switch (global.toLowerCase()) {
    case "$user":
      return THEMES.has((path[0] ?? "").toLowerCase()) ? text(LIGHTNING) : fieldOf(user, path);
    case "$profile":
      return fieldOf(referred(environment, "Profile", user?.values["ProfileId"]), path);
    case "$userrole":
      return fieldOf(referred(environment, "UserRole", user?.values["UserRoleId"]), path);
    case "$organization":
      return fieldOf([...environment.store.table("Organization").rows()][0], path);
    case "$recordtype":
      return fieldOf(referred(environment, "RecordType", row.values["RecordTypeId"]), path);
    case "$custommetadata":
      return metadataOperand(environment, path, blankAsZero, identifier);
    case "$setup":
      return settingOperand(environment, user, path, blankAsZero, identifier);
    case "$label":
      return text(
        environment.schema.labels.get((path[0] ?? "").toLowerCase()) ?? missing(identifier),
      );
    case "$system":
      if (path[0]?.toLowerCase() !== "origindatetime") return missing(identifier);
      return { type: "datetime", value: new ApexDatetime(Date.UTC(1900, 0, 1)), blankAsZero };
    case "$api":
      return text(null);
    default:
      return missing(identifier);
  }
}

function text(value: StoredValue): FormulaOperand {
  return { type: "string", value, blankAsZero: false };
}

function missing(identifier: string): never {
  throw new FormulaFailure(`Field ${identifier} does not exist. Check spelling.`);
}

function rowOperand(
  environment: ReadEnvironment,
  row: Row,
  path: readonly string[],
  blankAsZero: boolean,
): FormulaOperand {
  const describe = describeOfRow(environment, row);
  const resolved = resolveFieldPath(environment.schema, describe, path, new Map());
  return {
    type: resolved.field.type,
    value: pathReader(environment, resolved)(row),
    blankAsZero,
  };
}

function referred(
  { schema, store }: ReadEnvironment,
  object: string,
  id: StoredValue | undefined,
): Row | undefined {
  return typeof id === "string" && schema.object(object) !== undefined
    ? store.get(object, id)
    : undefined;
}

function settingsObject(
  { schema }: ReadEnvironment,
  name: string | undefined,
  identifier: string,
): SObjectDescribe {
  return schema.object(name ?? "") ?? missing(identifier);
}

/** `Type__mdt.Record_Name.Field__c`: the field of the record with that developer name. */
function metadataOperand(
  environment: ReadEnvironment,
  [object, record, field]: readonly string[],
  blankAsZero: boolean,
  identifier: string,
): FormulaOperand {
  const describe = settingsObject(environment, object, identifier);
  const found = [...environment.store.table(describe.name).rows()].find(
    ({ values }) =>
      storedText(values["DeveloperName"]).toLowerCase() === (record ?? "").toLowerCase(),
  );
  if (found === undefined || field === undefined) return missing(identifier);
  return rowOperand(environment, found, [field], blankAsZero);
}

/** `Setting__c.Field__c` of a hierarchy: the user's own, else the profile's, else the organization's. */
function settingOperand(
  environment: ReadEnvironment,
  user: Row | undefined,
  [object, name]: readonly string[],
  blankAsZero: boolean,
  identifier: string,
): FormulaOperand {
  const describe = settingsObject(environment, object, identifier);
  const field = describe.fields.get((name ?? "").toLowerCase()) ?? missing(identifier);
  const rows = [...environment.store.table(describe.name).rows()].filter((row) => !row.isDeleted);
  const organization = [...environment.store.table("Organization").rows()][0]?.id;
  for (const owner of [user?.id, user?.values["ProfileId"], organization]) {
    const level = rows.find(({ values }) => values["SetupOwnerId"] === owner);
    const value = level?.values[field.name] ?? null;
    if (value !== null) return { type: field.type, value, blankAsZero };
  }
  return { type: field.type, value: null, blankAsZero };
}
