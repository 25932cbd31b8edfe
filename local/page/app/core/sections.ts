/** The layout of an object; of one without, its fields in two columns. */
import type { LayoutItemUi, SectionUi } from "../../metadata/types.ts";
import type { FieldUi, ObjectPage } from "./metadata";

/** What every record has and nobody fills in. */
const SYSTEM: ReadonlySet<string> = new Set(
  "Id IsDeleted MasterRecordId SystemModstamp LastActivityDate LastViewedDate LastReferencedDate PhotoUrl Jigsaw JigsawContactId CleanStatus IndividualId".split(
    " ",
  ),
);

/** What a rep fills in of the objects everybody has. */
const USUAL: Readonly<Record<string, readonly string[]>> = {
  Contact:
    "Salutation FirstName LastName AccountId Title Department Email Phone MobilePhone MailingStreet MailingCity MailingState MailingPostalCode MailingCountry Description".split(
      " ",
    ),
  Account:
    "Name ParentId Type Industry Phone Website NumberOfEmployees BillingStreet BillingCity BillingState BillingPostalCode BillingCountry Description".split(
      " ",
    ),
};

export function sectionsOf({ ui, fields }: ObjectPage): readonly SectionUi[] {
  if (ui.sections !== null) return ui.sections;
  // As on the layout a new org comes with, no field of a package stands here by itself; what the person fills in has to.
  const own = Object.values(fields).filter(
    ({ name, createable, updateable }) => name.endsWith("__c") && (createable || updateable),
  );
  const usual = USUAL[ui.object]?.flatMap((name) => fields[name] ?? []);
  const all =
    usual ?? Object.values(fields).filter(({ name }) => !SYSTEM.has(name) && !name.endsWith("__c"));
  return [
    { label: null, columns: halves(all) },
    { label: "Custom fields", columns: halves(own) },
  ];
}

function halves(fields: readonly FieldUi[]): readonly (readonly LayoutItemUi[])[] {
  const middle = Math.ceil(fields.length / 2);
  const item = ({ name, createable, updateable, nillable, type }: FieldUi): LayoutItemUi => ({
    field: name,
    behavior:
      !createable && !updateable
        ? "Readonly"
        : nillable || type === "boolean"
          ? "Edit"
          : "Required",
  });
  return [fields.slice(0, middle).map(item), fields.slice(middle).map(item)];
}

/** Every field a record page may show. */
export function fieldsShown(object: ObjectPage): readonly string[] {
  return [
    object.nameField,
    ...object.ui.compact,
    ...sectionsOf(object).flatMap(({ columns }) => columns.flat().map(({ field }) => field)),
  ];
}
