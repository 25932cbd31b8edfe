/** Emails that code sent. Nothing leaves the org: they are kept with the transaction, those of a test's jobs with the test. */
import { outboxOf, outermost } from "../../async/outbox.ts";
import type { Transaction } from "../../runtime/transaction.ts";
import { addressesOf } from "./check-email.ts";
import type { EmailValue } from "../Messaging/SingleEmailMessage.ts";

const SENT = Symbol("sent emails");

export function sentEmails(of: Transaction): EmailValue[] {
  return outermost(of).attachment<EmailValue[]>(SENT, () => []);
}

/** Those to people outside count against what the org may send in a day, once its transaction is committed. */
export function keepSent(running: Transaction, email: EmailValue): void {
  sentEmails(running).push(email);
  outboxOf(running).emailsOut += outsideAddresses(email);
}

/** Users are inside. Source: Salesforce Help, "Email Limits". */
function outsideAddresses(email: EmailValue): number {
  const target = email.fields.get("TargetObjectId");
  const isOutside = typeof target === "string" && !target.startsWith(USER_PREFIX);
  return (
    addressesOf(email).filter((address) => !address.startsWith(USER_PREFIX)).length +
    (isOutside ? 1 : 0)
  );
}

const USER_PREFIX = "005";
