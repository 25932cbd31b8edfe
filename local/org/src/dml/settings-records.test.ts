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
