import { describe, expect, it } from "vitest";
import { apexOrg } from "../../org/org-fixture.ts";
import { metadataXml } from "../../schema/fixture/project.ts";
import { projectWith } from "../../schema/fixture/schema.ts";
import { loadSchema } from "../../schema/load-schema.ts";

const project = projectWith({
  "email/Letters/Late.email-meta.xml": metadataXml(
    "EmailTemplate",
    "<available>true</available><name>Late</name><subject>To {!Contact.LastName}</subject><type>text</type>",
  ),
  "email/Letters/Late.email":
    "{!Account.Name} owes {!Account.AnnualRevenue}. {!Account.Phone} {!Case.Subject}",
});
const { schema } = loadSchema([project]);
/** Of a project with an object that has activities. */
const withActivities = loadSchema([
  projectWith({
    "objects/Bill__c/Bill__c.object-meta.xml": metadataXml(
      "CustomObject",
      "<label>Bill</label><pluralLabel>Bills</pluralLabel><deploymentStatus>Deployed</deploymentStatus><sharingModel>ReadWrite</sharingModel><enableActivities>true</enableActivities><nameField><label>Name</label><type>Text</type></nameField>",
    ),
  }),
]).schema;

const SEND = `
  Account about = new Account(Name = 'Acme', AnnualRevenue = 1234.5);
  insert about;
  Contact person = new Contact(LastName = 'King', Email = 'king@example.com', AccountId = about.Id);
  insert person;
  Messaging.SingleEmailMessage email = new Messaging.SingleEmailMessage();
  email.setTemplateId([SELECT Id FROM EmailTemplate WHERE DeveloperName = 'Late'].Id);
  email.setTargetObjectId(person.Id);
  email.setWhatId(about.Id);`;
const NOW = "Messaging.sendEmail(new List<Messaging.SingleEmailMessage>{ email });";

describe("an email with a template", () => {
  it("is merged for its recipient and kept as an email and a completed task", () => {
    const org = apexOrg({ schema });
    expect(org.run(`${SEND} ${NOW}`).exception?.headline).toBeUndefined();
    const { debug } = org.run(`
      EmailMessage kept = [SELECT Subject, TextBody, ToAddress, Status, RelatedToId, Activity.Subject FROM EmailMessage];
      System.debug(kept.Subject + ' | ' + kept.TextBody + ' | ' + kept.ToAddress + ' | ' + kept.Status);
      Task done = [SELECT Subject, IsClosed, TaskSubtype, WhoId, WhatId FROM Task];
      System.debug(done.Subject + ' | ' + done.IsClosed + ' | ' + done.TaskSubtype + ' | ' + (done.WhatId == kept.RelatedToId));`);
    // A field of an object that it is not about stays as it is written.
    expect(debug).toEqual([
      "To King | Acme owes $1,234.50.  {!Case.Subject} | king@example.com | 3",
      "Email: To King | true | Email | true",
    ]);
  });

  it("is kept with a record of the project's own", () => {
    const org = apexOrg({ schema: withActivities });
    const { exception, debug } = org.run(`
      Bill__c bill = new Bill__c(Name = 'B-1');
      insert bill;
      Contact person = new Contact(LastName = 'King', Email = 'king@example.com');
      insert person;
      Messaging.SingleEmailMessage email = new Messaging.SingleEmailMessage();
      email.setSubject('About it');
      email.setPlainTextBody('Text');
      email.setTargetObjectId(person.Id);
      email.setWhatId(bill.Id);
      ${NOW}
      System.debug([SELECT COUNT() FROM EmailMessage WHERE RelatedToId = :bill.Id]);
      System.debug([SELECT COUNT() FROM Task WHERE WhatId = :bill.Id]);`);
    expect(exception?.headline).toBeUndefined();
    expect(debug).toEqual(["1", "1"]);
  });

  it("counts neither queries nor statements, which are the platform's", () => {
    const { debug } = apexOrg({ schema }).run(`${SEND}
      Integer before = Limits.getQueries() + Limits.getDmlStatements();
      ${NOW}
      System.debug(Limits.getQueries() + Limits.getDmlStatements() - before);`);
    expect(debug).toEqual(["0"]);
  });

  it("is no activity where that is not wanted, nor in a test", () => {
    const org = apexOrg({ schema });
    const COUNT = "System.debug([SELECT COUNT() FROM Task]);";
    expect(org.run(`${SEND} email.setSaveAsActivity(false); ${NOW} ${COUNT}`).debug).toEqual(["0"]);
    expect(org.test(`${SEND} ${NOW} ${COUNT}`).debug).toEqual(["0"]);
  });

  it.each([
    [
      "email.setTargetObjectId(null); email.setToAddresses(new List<String>{ 'a@b.de' });",
      "Missing targetObjectId with template",
    ],
    ["email.setTemplateId('00x000000000001AAA');", "Invalid email template id: 00x000000000001AAA"],
  ])("after %s is refused", (change, message) => {
    expect(apexOrg({ schema }).run(`${SEND} ${change} ${NOW}`).exception?.headline).toContain(
      message,
    );
  });
});
