import { expect, test } from "vitest";
import { apexOrg } from "../org/org-fixture.ts";
import { metadataXml } from "../schema/fixture/project.ts";
import { projectWith } from "../schema/fixture/schema.ts";
import { loadSchema } from "../schema/load-schema.ts";

const ticket = (format: string): string =>
  `<label>Ticket</label><pluralLabel>Tickets</pluralLabel>
  <nameField><displayFormat>${format}</displayFormat><label>Number</label><type>AutoNumber</type></nameField>
  <deploymentStatus>Deployed</deploymentStatus><sharingModel>ReadWrite</sharingModel>`;

test.each([
  ["T-{0000}", "'T-0002'"],
  ["{0}", "'2'"],
  ["{YYYY}{MM}{DD}-{000}", "Datetime.now().format('yyyyMMdd') + '-002'"],
  ["{YY}/{0}", "Datetime.now().format('yy') + '/2'"],
])("the second record of %s is %s", (format, expected) => {
  const { schema } = loadSchema(
    [projectWith({ "objects/Ticket__c.object": metadataXml("CustomObject", ticket(format)) })],
    new Set(),
  );
  const { debug } = apexOrg({ schema }).run(`
    List<Ticket__c> tickets = new List<Ticket__c>{ new Ticket__c(), new Ticket__c() };
    insert tickets;
    System.debug([SELECT Name FROM Ticket__c WHERE Id = :tickets[1].Id].Name == ${expected});`);
  expect(debug).toEqual(["true"]);
});
