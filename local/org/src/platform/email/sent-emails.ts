/** Emails that code sent. Nothing leaves the org: they are kept with the transaction, those of a test's jobs with the test. */
import { outermost } from "../../async/outbox.ts";
import type { Transaction } from "../../runtime/transaction.ts";
import type { EmailValue } from "../Messaging/SingleEmailMessage.ts";

const SENT = Symbol("sent emails");

export function sentEmails(of: Transaction): EmailValue[] {
  return outermost(of).attachment<EmailValue[]>(SENT, () => []);
}
