/** Records, as the User Interface API shows them. */
import type { FieldUi, ObjectPage } from "./metadata";
import { ask, send } from "./server";
import { session } from "./session";

export interface FieldValue {
  readonly value: unknown;
  readonly displayValue: string | null;
}

export interface UiRecord {
  readonly id: string;
  readonly apiName: string;
  readonly fields: Readonly<Record<string, FieldValue>>;
  /** Whether who looks may change this record; of a record page only. */
  readonly mayEdit?: boolean;
}

const UI_API = "/services/data/v66.0/ui-api/records";

/** Fields the viewer may not read are left out. */
export async function readRecord(
  page: ObjectPage,
  id: string,
  names: readonly string[],
): Promise<UiRecord> {
  const { object } = page.ui;
  const paths = [...new Set(names)].flatMap((name) => pathsOf(page.fields[name], name));
  const optional = [...paths].map((path) => `${object}.${path}`).join(",");
  const [record, edits] = await Promise.all([
    ask<UiRecord>(`${UI_API}/${id}?optionalFields=${encodeURIComponent(optional)}`),
    mayEdit(id),
  ]);
  return { ...record, mayEdit: edits };
}

/** Of the record, not of its object alone: what others own may be for reading. */
async function mayEdit(id: string): Promise<boolean> {
  const soql = `SELECT RecordId, HasEditAccess FROM UserRecordAccess WHERE UserId = '${session.user.id}' AND RecordId = '${id}'`;
  const { records } = await ask<{ readonly records: readonly { HasEditAccess: boolean }[] }>(
    `/services/data/v66.0/query?q=${encodeURIComponent(soql)}`,
  );
  return records[0]?.HasEditAccess === true;
}

export function createRecord(
  object: string,
  fields: Readonly<Record<string, unknown>>,
): Promise<UiRecord> {
  return send("POST", UI_API, { apiName: object, fields });
}

export function updateRecord(
  id: string,
  fields: Readonly<Record<string, unknown>>,
): Promise<UiRecord> {
  return send("PATCH", `${UI_API}/${id}`, { fields });
}

export async function rows(soql: string): Promise<readonly UiRecord[]> {
  const { records } = await ask<{ readonly records: readonly UiRecord[] }>(
    `/_local/lightning/rows?q=${encodeURIComponent(soql)}`,
  );
  return records;
}

/** Of a lookup the parent's name as well; `Parent__r.Field` of a dynamic form is a path already. */
function pathsOf(field: FieldUi | undefined, name: string): readonly string[] {
  if (name.includes(".")) return [name];
  if (field === undefined) return [];
  return field.relationshipName === null ? [name] : [name, `${field.relationshipName}.Name`];
}

/** A value in words: as Salesforce says it, or itself. */
export function wordsOf(
  record: UiRecord,
  field: Pick<FieldUi, "name" | "relationshipName">,
): string {
  const own = record.fields[field.name];
  const parent =
    field.relationshipName === null ? undefined : record.fields[field.relationshipName];
  const words = parent?.displayValue ?? own?.displayValue ?? own?.value;
  if (words === null || words === undefined) return "";
  return typeof words === "string" ? words : JSON.stringify(words);
}
