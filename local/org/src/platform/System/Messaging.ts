/** System.Messaging. Source: Apex Reference, "Messaging Class". */
import { raise } from "../../runtime/exception.ts";
import { ApexList } from "../../runtime/list.ts";
import { transaction } from "../../runtime/transaction.ts";
import { platformTypeNamed } from "../../runtime/type.ts";
import { platformType } from "../../runtime/behaviour.ts";
import { refusalOf } from "../email/check-email.ts";
import { keepActivity } from "../email/email-activity.ts";
import { mergedEmail } from "../email/merged-email.ts";
import { keepSent } from "../email/sent-emails.ts";
import { SendEmailErrorValue, SendEmailResultValue } from "../Messaging/SendEmailResult.ts";
import type { EmailValue } from "../Messaging/SingleEmailMessage.ts";
import { required } from "../required.ts";

function send(
  given: ApexList<EmailValue | null> | null,
  allOrNothing: boolean | null = true,
): ApexList<SendEmailResultValue> {
  const emails = required(given).items.map(required);
  const running = transaction();
  const results = emails.map((email, row) => {
    const refusal = refusalOf(email);
    if (refusal === null) return new SendEmailResultValue([]);
    if (allOrNothing !== false)
      raise(
        "System.EmailException",
        `SendEmail failed. First exception on row ${row}; first error: ${refusal.statusCode}, ${refusal.message}: [${[...refusal.fields].join(", ")}]`,
      );
    const target = email.fields.get("TargetObjectId");
    return new SendEmailResultValue([
      new SendEmailErrorValue(refusal, typeof target === "string" ? target : null),
    ]);
  });
  // A call that was refused as a whole sends nothing, and does not count.
  running.limits.spend("emailInvocations");
  emails.forEach((email, row) => {
    if (results[row]?.errors.length !== 0) return;
    const merged = mergedEmail(email);
    keepSent(running, merged);
    keepActivity(merged);
  });
  return new ApexList(platformTypeNamed("Messaging.SendEmailResult"), results);
}

const RESERVED = Symbol("reserved email capacity");

/** What is reserved adds up over the transaction. */
function reserve(given: number | null): void {
  const reservation = transaction().attachment(RESERVED, () => ({ count: 0 }));
  const count = reservation.count + required(given);
  const { allocations } = transaction().host;
  if (count > allocations.maximum("SingleEmail") - allocations.used("SingleEmail"))
    raise(
      "System.HandledException",
      "The daily limit for the org would be exceeded by this request",
    );
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
