/**
 * What the platform keeps of an email to a contact or lead that is saved as an activity: an EmailMessage and its completed Task. Source:
 * Apex Reference, "Email Class (Base Email Methods)", setSaveAsActivity; Object Reference, "EmailMessage" with Enhanced Email, which new
 * orgs have. In tests nothing is sent, and nothing kept.
 */
import { ApexDatetime } from "../../runtime/datetime.ts";
import { SObjectValue } from "../../runtime/sobject.ts";
import { transaction } from "../../runtime/transaction.ts";
import type { EmailValue } from "../Messaging/SingleEmailMessage.ts";
import { uncounted } from "./uncounted.ts";

const SENT = "3";
const CONTACT_OR_LEAD = /^00[3Q]/;

export function keepActivity(email: EmailValue): void {
  const running = transaction();
  const recipientId = email.fields.get("TargetObjectId");
  if (
    running.isTest ||
    email.fields.get("SaveAsActivity") === false ||
    typeof recipientId !== "string" ||
    !CONTACT_OR_LEAD.test(recipientId)
  )
    return;
  const [subject, text, html, whatId, templateId] = [
    "Subject",
    "PlainTextBody",
    "HtmlBody",
    "WhatId",
    "TemplateId",
  ].map((field) => email.fields.get(field) ?? null);
  const taskId = insert("Task", {
    Subject: `Email: ${typeof subject === "string" ? subject : ""}`,
    Description: text,
    Status: "Completed",
    TaskSubtype: "Email",
    WhoId: recipientId,
    WhatId: whatId,
  });
  insert("EmailMessage", {
    ActivityId: taskId,
    Subject: subject,
    TextBody: text,
    HtmlBody: html,
    Status: SENT,
    FromAddress: running.user.email,
    FromName: running.user.name,
    ToAddress: addressOf(recipientId),
    RelatedToId: whatId,
    EmailTemplateId: templateId,
    MessageDate: new ApexDatetime(running.host.clock.now()),
  });
}

function insert(object: string, values: Readonly<Record<string, unknown>>): string | null {
  const running = transaction();
  const describe = running.host.schema.object(object);
  if (describe === undefined) return null;
  const record = new SObjectValue(describe);
  for (const [field, value] of Object.entries(values))
    if (value !== null) record.values.set(field, value);
  const [outcome] = uncounted(running, () =>
    running.host.data.dml({
      operation: "insert",
      records: [record],
      losers: [],
      allOrNone: true,
      access: "system",
      sharing: "without",
      externalIdField: null,
      options: { allowFieldTruncation: true, duplicateRuleAllowSave: true },
    }),
  );
  return outcome?.id ?? null;
}

function addressOf(recipientId: string): unknown {
  const running = transaction();
  const object = recipientId.startsWith("003") ? "Contact" : "Lead";
  const soql = `SELECT Email FROM ${object} WHERE Id = '${recipientId.replace(/[^a-zA-Z0-9]/g, "")}'`;
  const found = uncounted(running, () =>
    running.host.data.queryText(soql, () => null, { access: "system", sharing: "without" }),
  );
  return found.items[0]?.values.get("Email") ?? null;
}
