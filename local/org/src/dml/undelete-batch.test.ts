import { expect, test } from "vitest";
import { apexOrg } from "../org/org-fixture.ts";
import { PLAIN, schemaOf } from "../schema/fixture/schema.ts";

function detailOf(master: string): string {
  return `<label>Of</label><type>MasterDetail</type><referenceTo>${master}</referenceTo><relationshipName>Parts</relationshipName><relationshipLabel>Parts</relationshipLabel>`;
}

test("an undelete brings back all that went along, to the last level, and nothing else", () => {
  const org = apexOrg({
    schema: schemaOf({
      Whole__c: { object: PLAIN },
      Part__c: { object: PLAIN, Of__c: detailOf("Whole__c") },
      Piece__c: { object: PLAIN, Of__c: detailOf("Part__c") },
    }),
  });

  const { debug, exception } = org.run(`
    List<Whole__c> wholes = new List<Whole__c>{ new Whole__c(), new Whole__c() };
    insert wholes;
    List<Part__c> parts = new List<Part__c>{ new Part__c(Of__c = wholes[0].Id), new Part__c(Of__c = wholes[1].Id) };
    insert parts;
    List<Piece__c> pieces = new List<Piece__c>{
      new Piece__c(Of__c = parts[0].Id), new Piece__c(Of__c = parts[0].Id), new Piece__c(Of__c = parts[1].Id)
    };
    insert pieces;
    delete pieces[1];
    delete wholes;
    undelete wholes[0];
    System.debug([SELECT Id FROM Part__c].Id == parts[0].Id);
    System.debug([SELECT Id FROM Piece__c].Id == pieces[0].Id);`);

  expect(exception).toBeNull();
  expect(debug).toEqual(["true", "true"]);
});

test("an undelete points custom lookups at what comes back, details that went along included", () => {
  const lookup =
    "<label>Of</label><type>Lookup</type><referenceTo>Part__c</referenceTo><relationshipName>Notes</relationshipName><relationshipLabel>Notes</relationshipLabel>";
  const org = apexOrg({
    schema: schemaOf({
      Whole__c: { object: PLAIN },
      Part__c: { object: PLAIN, Of__c: detailOf("Whole__c") },
      Note__c: { object: PLAIN, Of__c: lookup },
    }),
  });

  const { debug, exception } = org.run(`
    Whole__c whole = new Whole__c();
    insert whole;
    Part__c part = new Part__c(Of__c = whole.Id);
    insert part;
    insert new Note__c(Of__c = part.Id);
    delete whole;
    System.debug([SELECT Of__c FROM Note__c].Of__c);
    undelete whole;
    System.debug([SELECT Of__c FROM Note__c].Of__c == part.Id);`);

  expect(exception).toBeNull();
  expect(debug).toEqual(["null", "true"]);
});
