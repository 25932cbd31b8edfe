import { ApexDatetime } from "../runtime/datetime.ts";
import type { SObjectDescribe } from "../schema/schema.ts";
import { civilFromDays, localDay } from "../soql/calendar.ts";
import type { StoredValue } from "../store/row.ts";
import type { DmlContext } from "./dml-context.ts";
import type { Draft } from "./draft.ts";
import { fieldsOf, type AutoNumberField } from "./fields-of.ts";

/** Owner of a new record, when nobody was named; of a hierarchy custom setting the whole organization. Visible to before triggers. */
export function applyOwner(context: DmlContext, describe: SObjectDescribe, draft: Draft): void {
  if (
    describe.kind === "hierarchyCustomSetting" &&
    (draft.values["SetupOwnerId"] ?? null) === null
  ) {
    const [organization] = context.store.table("Organization").rows();
    draft.values["SetupOwnerId"] = organization?.id ?? null;
  }
  if (describe.fields.has("ownerid") && (draft.values["OwnerId"] ?? null) === null)
    draft.values["OwnerId"] = context.userId;
}

/** Created by, modified by, auto-numbers and computed names: what the platform writes on every save. */
export function stampSystemFields(
  context: DmlContext,
  describe: SObjectDescribe,
  draft: Draft,
  id: string,
): void {
  const now = new ApexDatetime(Math.floor(context.now / 1000) * 1000);
  const stamp = (name: string, value: StoredValue): void => {
    if (describe.fields.has(name.toLowerCase())) draft.values[name] = value;
  };
  if (draft.before === null) {
    stamp("CreatedDate", now);
    stamp("CreatedById", context.userId);
    for (const field of fieldsOf(describe).autoNumbers)
      draft.values[field.name] = nextAutoNumber(context, field);
    if (describe.name === "User") stamp("UserType", userTypeOf(context, draft));
  }
  stamp("LastModifiedDate", now);
  stamp("LastModifiedById", context.userId);
  stamp("SystemModstamp", now);
  nameRecord(describe, draft, id);
}

/** The kind of licence, which comes with the profile. Source: Object Reference, "User", UserType. */
function userTypeOf(context: DmlContext, draft: Draft): StoredValue {
  for (const profile of context.store.table("Profile").rows())
    if (profile.id === draft.values["ProfileId"]) return profile.values["UserType"] ?? "Standard";
  return "Standard";
}

/** `PMT-{000000}`, also with {YYYY}, {YY}, {MM}, {DD}. Source: Salesforce Help, Auto-Number Field Format. */
function nextAutoNumber(
  context: DmlContext,
  { object, name, autoNumberFormat }: AutoNumberField,
): string {
  const number = context.store.count(`auto-number ${object}.${name}`);
  // Most formats have no date, and the day where the user is takes longer to find than all the rest.
  const format = /\{[YMD]/u.test(autoNumberFormat)
    ? dated(context, autoNumberFormat)
    : autoNumberFormat;
  return format.replace(/\{(0+)\}/u, (_placeholder, zeros: string) =>
    String(number).padStart(zeros.length, "0"),
  );
}

function dated({ now, timeZone }: DmlContext, format: string): string {
  const { year, month, day } = civilFromDays(localDay(now, timeZone));
  return format
    .replaceAll("{YYYY}", String(year))
    .replaceAll("{YY}", String(year % 100).padStart(2, "0"))
    .replaceAll("{MM}", String(month).padStart(2, "0"))
    .replaceAll("{DD}", String(day).padStart(2, "0"));
}

/** A person's name is made of its parts; a custom object without a name is called by its id. */
function nameRecord(describe: SObjectDescribe, draft: Draft, id: string): void {
  const name = describe.fields.get("name");
  if (name === undefined || name.autoNumberFormat !== null) return;
  if (describe.fields.has("lastname") && describe.fields.has("firstname")) {
    const parts = ["FirstName", "MiddleName", "LastName", "Suffix"].map(
      (part) => draft.values[part],
    );
    draft.values["Name"] = parts.filter((part) => typeof part === "string").join(" ") || null;
  } else if (describe.isCustom && (draft.values["Name"] ?? null) === null) {
    draft.values["Name"] = id.slice(0, 15);
  }
}
