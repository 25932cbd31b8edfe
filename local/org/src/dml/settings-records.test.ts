import { beforeEach, describe, expect, it } from "vitest";
import { apexOrg, type OrgFixture } from "../org/org-fixture.ts";
import { metadataXml } from "../schema/fixture/project.ts";
import { projectWith } from "../schema/fixture/schema.ts";
import { loadSchema } from "../schema/load-schema.ts";

const SETTINGS = `<label>Settings</label><customSettingsType>Hierarchy</customSettingsType>
  <fields><fullName>Level__c</fullName><label>Level</label><type>Text</type><length>20</length></fields>
  <fields><fullName>Owner__c</fullName><label>Owner</label><type>Text</type><length>20</length></fields>`;

let org: OrgFixture;
beforeEach(() => {
  const { schema } = loadSchema(
    [projectWith({ "objects/Settings__c.object": metadataXml("CustomObject", SETTINGS) })],
    new Set(),
  );
  org = apexOrg({ schema });
});

describe("a hierarchy custom setting", () => {
  it("that names no owner is the organization's", () => {
    const { debug } = org.run(
      "insert new Settings__c(Level__c = 'org'); System.debug(Settings__c.getOrgDefaults().Level__c); System.debug(Settings__c.getOrgDefaults().SetupOwnerId == UserInfo.getOrganizationId());",
    );
    expect(debug).toEqual(["org", "true"]);
  });

  it("read for a user who has none is the user's own to be saved", () => {
    const { debug, exception } = org.run(`
      insert new Settings__c(Level__c = 'org', Owner__c = 'org');
      Settings__c mine = Settings__c.getInstance();
      System.debug(mine.Id); System.debug(mine.SetupOwnerId == UserInfo.getUserId());
      mine.Level__c = 'mine';
      upsert mine;
      System.debug(Settings__c.getInstance().Level__c + Settings__c.getInstance().Owner__c);
      System.debug(Settings__c.getOrgDefaults().Level__c);`);
    expect(exception).toBeNull();
    expect(debug).toEqual(["null", "true", "mineorg", "org"]);
  });

  it("that nobody defined is empty, and has no owner when it is the organization's", () => {
    const { debug } = org.run(
      "System.debug(Settings__c.getOrgDefaults()); System.debug(Settings__c.getInstance().SetupOwnerId == UserInfo.getUserId()); System.debug(Settings__c.getValues(UserInfo.getUserId()));",
    );
    expect(debug).toEqual(["Settings__c:{}", "true", "null"]);
  });

  it("may be saved after objects of setup", () => {
    const { exception } = org.run(
      "insert new Group(Name = 'Q', DeveloperName = 'Q', Type = 'Queue'); insert new Settings__c(Level__c = 'org');",
    );
    expect(exception).toBeNull();
  });
});

describe("a record of a custom metadata type", () => {
  const TYPE = `<label>Rate</label><pluralLabel>Rates</pluralLabel>
    <fields><fullName>Percent__c</fullName><label>Percent</label><type>Number</type><precision>5</precision><scale>2</scale></fields>`;
  const RECORD = `<label>Low</label><values><field>Percent__c</field><value xsi:type="xsd:double" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">5</value></values>`;

  it.each(["Rate__mdt.getInstance('Low')", "Rate__mdt.getAll().get('Low')"])(
    "that %s gives is not changed, but a clone of it is",
    (record) => {
      const { schema } = loadSchema(
        [
          projectWith({
            "objects/Rate__mdt.object": metadataXml("CustomObject", TYPE),
            "customMetadata/Rate.Low.md-meta.xml": metadataXml("CustomMetadata", RECORD),
          }),
        ],
        new Set(),
      );
      const { debug, exception } = apexOrg({ schema }).run(`
        Rate__mdt copied = ${record}.clone(); copied.Percent__c = 7; System.debug(copied.Percent__c);
        ${record}.Percent__c = 7;`);
      expect(debug).toEqual(["7"]);
      expect(exception?.headline).toBe("System.FinalException: Record is read-only");
    },
  );
});
