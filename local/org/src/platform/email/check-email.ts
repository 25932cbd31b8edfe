/** What makes the platform refuse an email before it is sent. Source: error texts of System.EmailException as observed. */
import { ApexList } from "../../runtime/list.ts";
import type { EmailValue } from "../Messaging/SingleEmailMessage.ts";
import { templateOf } from "./merged-email.ts";

export interface EmailRefusal {
  readonly statusCode: string;
  readonly message: string;
  readonly fields: readonly string[];
}

const ADDRESS_FIELDS: readonly (readonly [field: string, label: string])[] = [
  ["ToAddresses", "to"],
  ["CcAddresses", "cc"],
  ["BccAddresses", "bcc"],
];

function addresses(email: EmailValue, field: string): readonly string[] {
  const list = email.fields.get(field);
  if (!(list instanceof ApexList)) return [];
  return list.items.filter((item): item is string => typeof item === "string");
}

/** Of all that it goes to, ids of people among them. */
export function addressesOf(email: EmailValue): readonly string[] {
  return ADDRESS_FIELDS.flatMap(([field]) => addresses(email, field));
}

function isSet(email: EmailValue, field: string): boolean {
  const value = email.fields.get(field);
  return value !== null && value !== undefined && value !== "";
}

/** Null for an email that may go. Ids among the addresses stand for people. */
export function refusalOf(email: EmailValue): EmailRefusal | null {
  for (const [field, label] of ADDRESS_FIELDS)
    for (const address of addresses(email, field))
      if (!/^[^\s@]+@[^\s@]+$/.test(address) && !/^00[35Q][a-zA-Z0-9]{12,15}$/.test(address))
        return {
          statusCode: "INVALID_EMAIL_ADDRESS",
          message: `Invalid ${label} address : ${address}`,
          fields: [field.charAt(0).toLowerCase() + field.slice(1)],
        };
  const hasRecipient =
    isSet(email, "TargetObjectId") ||
    ADDRESS_FIELDS.some(([field]) => addresses(email, field).length > 0);
  if (!hasRecipient) return missing("Add a recipient to send an email.");
  const refusal = refusalOfTemplate(email);
  if (refusal !== null) return refusal;
  const hasBody = ["HtmlBody", "PlainTextBody", "TemplateId"].some((field) => isSet(email, field));
  return hasBody ? null : missing("Missing body, need at least one of html or plainText");
}

/** A template is merged for a recipient with a record. */
function refusalOfTemplate(email: EmailValue): EmailRefusal | null {
  const templateId = email.fields.get("TemplateId");
  if (typeof templateId !== "string") return null;
  if (!isSet(email, "TargetObjectId")) return missing("Missing targetObjectId with template");
  if (templateOf(templateId) !== null) return null;
  // The text is not Salesforce's own.
  const message = `Invalid email template id: ${templateId}`;
  return { statusCode: "INVALID_ID_FIELD", message, fields: ["templateId"] };
}

function missing(message: string): EmailRefusal {
  return { statusCode: "REQUIRED_FIELD_MISSING", message, fields: [] };
}
