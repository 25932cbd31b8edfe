/**
 * An email with a template, as its recipient reads it: merge fields `{!Object.Field}` of the recipient and of the record it is about. Values
 * are written as FORMAT() writes them. Source: Apex Reference, "SingleEmailMessage Methods", setTemplateId, setWhatId.
 */
import type { SObjectValue } from "../../runtime/sobject.ts";
import { transaction } from "../../runtime/transaction.ts";
import type { FieldType, SObjectDescribe } from "../../schema/schema.ts";
import { EmailValue } from "../Messaging/SingleEmailMessage.ts";
import { uncounted } from "./uncounted.ts";

const MERGE_FIELD = /\{!\s*(\w+)\.(\w+)\s*\}/g;
const TEXTS: readonly (readonly [field: string, column: string])[] = [
  ["Subject", "Subject"],
  ["PlainTextBody", "Body"],
  ["HtmlBody", "HtmlValue"],
];
const WRITTEN_AS_FORMAT: ReadonlySet<FieldType> = new Set<FieldType>([
  "currency",
  "date",
  "datetime",
  "double",
  "int",
  "percent",
]);

/** The template's row; null where there is none of that id. */
export function templateOf(id: string): SObjectValue | null {
  return first(`SELECT Subject, Body, HtmlValue FROM EmailTemplate WHERE Id = '${idOnly(id)}'`);
}

/** A copy with the template's texts, filled in; the email itself where it has no template. */
export function mergedEmail(email: EmailValue): EmailValue {
  const templateId = email.fields.get("TemplateId");
  if (typeof templateId !== "string") return email;
  const template = templateOf(templateId);
  const merged = new EmailValue();
  for (const [field, value] of email.fields) merged.fields.set(field, value);
  for (const [field, column] of TEXTS) {
    const text = template?.values.get(column);
    if (typeof text === "string") merged.fields.set(field, filledIn(text, email));
  }
  return merged;
}

function filledIn(text: string, email: EmailValue): string {
  const sources = ["WhatId", "TargetObjectId"].flatMap((field) => {
    const id = email.fields.get(field);
    const describe =
      typeof id === "string"
        ? transaction().host.schema.objectByKeyPrefix(id.slice(0, 3))
        : undefined;
    return typeof id === "string" && describe !== undefined ? [{ id, describe }] : [];
  });
  return text.replace(MERGE_FIELD, (whole, object: string, field: string) => {
    const source = sources.find(
      ({ describe }) => describe.name.toLowerCase() === object.toLowerCase(),
    );
    return source === undefined ? whole : valueOf(source.describe, source.id, field);
  });
}

function valueOf(describe: SObjectDescribe, id: string, fieldName: string): string {
  const field = describe.fields.get(fieldName.toLowerCase());
  if (field === undefined) return "";
  const column = WRITTEN_AS_FORMAT.has(field.type) ? `FORMAT(${field.name}) shown` : field.name;
  const row = first(`SELECT ${column} FROM ${describe.name} WHERE Id = '${idOnly(id)}'`);
  const value = row?.values.get(row.values.has("shown") ? "shown" : field.name);
  return typeof value === "string" || typeof value === "boolean" ? String(value) : "";
}

function first(soql: string): SObjectValue | null {
  const running = transaction();
  const noBind = (): null => null;
  const found = uncounted(running, () =>
    running.host.data.queryText(soql, noBind, { access: "system", sharing: "without" }),
  );
  return found.items[0] ?? null;
}

/** Ids come from code: nothing but one goes into a query. */
function idOnly(id: string): string {
  return id.replace(/[^a-zA-Z0-9]/g, "");
}
