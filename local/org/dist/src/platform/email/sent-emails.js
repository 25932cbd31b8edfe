/** Emails that code sent. Nothing leaves the org: they are kept with the transaction, those of a test's jobs with the test. */
import { outermost } from "../../async/outbox.js";
const SENT = Symbol("sent emails");
export function sentEmails(of) {
    return outermost(of).attachment(SENT, () => []);
}
