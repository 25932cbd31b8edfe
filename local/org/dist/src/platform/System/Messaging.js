/** System.Messaging. Source: Apex Reference, "Messaging Class". */
import { raise } from "../../runtime/exception.js";
import { ApexList } from "../../runtime/list.js";
import { transaction } from "../../runtime/transaction.js";
import { platformTypeNamed } from "../../runtime/type.js";
import { platformType } from "../../runtime/behaviour.js";
import { refusalOf } from "../email/check-email.js";
import { sentEmails } from "../email/sent-emails.js";
import { SendEmailErrorValue, SendEmailResultValue } from "../Messaging/SendEmailResult.js";
import { required } from "../required.js";
import { DAILY_EMAILS } from "./OrgLimits.js";
function send(given, allOrNothing = true) {
    const emails = required(given).items.map(required);
    const running = transaction();
    const results = emails.map((email, row) => {
        const refusal = refusalOf(email);
        if (refusal === null)
            return new SendEmailResultValue([]);
        if (allOrNothing !== false)
            raise("System.EmailException", `SendEmail failed. First exception on row ${row}; first error: ${refusal.statusCode}, ${refusal.message}: [${[...refusal.fields].join(", ")}]`);
        const target = email.fields.get("TargetObjectId");
        return new SendEmailResultValue([
            new SendEmailErrorValue(refusal, typeof target === "string" ? target : null),
        ]);
    });
    // A call that was refused as a whole sends nothing, and does not count.
    running.limits.spend("emailInvocations");
    emails.forEach((email, row) => {
        if (results[row]?.errors.length === 0)
            sentEmails(running).push(email);
    });
    return new ApexList(platformTypeNamed("Messaging.SendEmailResult"), results);
}
const RESERVED = Symbol("reserved email capacity");
/** What is reserved adds up over the transaction. */
function reserve(given) {
    const reservation = transaction().attachment(RESERVED, () => ({ count: 0 }));
    const count = reservation.count + required(given);
    if (count > DAILY_EMAILS)
        raise("System.HandledException", "The daily limit for the org would be exceeded by this request");
    reservation.count = count;
}
export const messagingBehaviour = platformType({
    type: "System.Messaging",
    statics: {
        reserveMassEmailCapacity: reserve,
        reserveSingleEmailCapacity: reserve,
        sendEmail: send,
    },
});
