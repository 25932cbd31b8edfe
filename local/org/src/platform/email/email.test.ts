import { describe, expect, it } from "vitest";
import { runApex } from "../../testing/apex.ts";
import { sentNotifications } from "../Messaging/CustomNotification.ts";
import { sentEmails } from "./sent-emails.ts";

const MESSAGE = `
  Messaging.SingleEmailMessage message = new Messaging.SingleEmailMessage();
  message.setToAddresses(new List<String>{'ada@example.com'});
  message.setSubject('Hello');
  message.setPlainTextBody('Text');`;

describe("Messaging.sendEmail", () => {
  it("keeps what it sends and counts one invocation", () => {
    const { debug, transaction } = runApex(`${MESSAGE}
      Messaging.SendEmailResult result = Messaging.sendEmail(new List<Messaging.SingleEmailMessage>{message})[0];
      System.debug(result.isSuccess() + ' ' + result.getErrors().size() + ' ' + Limits.getEmailInvocations());
      System.debug(message.getSubject() + message.toAddresses + message.getSaveAsActivity());`);
    expect(debug).toEqual(["true 0 1", "Hello(ada@example.com)true"]);
    expect(sentEmails(transaction).map((email) => email.fields.get("Subject"))).toEqual(["Hello"]);
  });

  it.each([
    [
      "message.setToAddresses(null);",
      "REQUIRED_FIELD_MISSING, Add a recipient to send an email.: []",
    ],
    [
      "message.setPlainTextBody(null);",
      "REQUIRED_FIELD_MISSING, Missing body, need at least one of html or plainText: []",
    ],
    [
      "message.setCcAddresses(new List<String>{'nobody'});",
      "INVALID_EMAIL_ADDRESS, Invalid cc address : nobody: [ccAddresses]",
    ],
  ])("after %s fails", (change, error) => {
    expect(
      runApex(
        `${MESSAGE} ${change} Messaging.sendEmail(new List<Messaging.SingleEmailMessage>{message});`,
      ).exception?.headline,
    ).toBe(
      `System.EmailException: SendEmail failed. First exception on row 0; first error: ${error}`,
    );
  });

  it("reports a refused email instead, where the others may go", () => {
    const { debug, transaction } = runApex(`${MESSAGE}
      List<Messaging.SendEmailResult> results = Messaging.sendEmail(
        new List<Messaging.SingleEmailMessage>{message, new Messaging.SingleEmailMessage()}, false);
      System.debug(results[0].isSuccess() + ' ' + results[1].isSuccess());
      System.debug(results[1].getErrors()[0].getStatusCode() + ': ' + results[1].getErrors()[0].getMessage());`);
    expect(debug).toEqual([
      "true false",
      "REQUIRED_FIELD_MISSING: Add a recipient to send an email.",
    ]);
    expect(sentEmails(transaction)).toHaveLength(1);
  });
});

describe("Messaging.CustomNotification", () => {
  it("is kept with its recipients", () => {
    const { transaction, exception } = runApex(`
      Messaging.CustomNotification note = new Messaging.CustomNotification();
      note.setNotificationTypeId('0ML000000000001AAA'); note.setTitle('T'); note.setBody('B');
      note.setTargetId('001000000000001AAA');
      note.send(new Set<String>{'005000000000001AAA'});`);
    expect(exception?.headline).toBeUndefined();
    expect(sentNotifications(transaction).map(({ users }) => users)).toEqual([
      ["005000000000001AAA"],
    ]);
  });
});

describe("Messaging.reserveSingleEmailCapacity", () => {
  it("adds up until the day's capacity is gone", () => {
    const { debug } = runApex(`
      OrgLimit emails = OrgLimits.getMap().get('SingleEmail');
      Messaging.reserveSingleEmailCapacity(emails.getLimit() - emails.getValue());
      try { Messaging.reserveSingleEmailCapacity(1); } catch (HandledException e) { System.debug(e.getMessage()); }`);
    expect(debug).toEqual(["The daily limit for the org would be exceeded by this request"]);
  });
});
