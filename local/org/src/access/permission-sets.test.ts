import { beforeEach, describe, expect, it } from "vitest";
import { apexOrg, type OrgFixture } from "../org/org-fixture.ts";
import { metadataXml } from "../schema/fixture/project.ts";
import { projectWith } from "../schema/fixture/schema.ts";
import { loadSchema } from "../schema/load-schema.ts";

const ADDRESS_EDITOR = `<label>Address editor</label>
  <objectPermissions><object>Account</object><allowRead>true</allowRead><allowCreate>false</allowCreate><allowEdit>true</allowEdit><allowDelete>false</allowDelete><viewAllRecords>false</viewAllRecords><modifyAllRecords>false</modifyAllRecords></objectPermissions>
  <fieldPermissions><field>Account.ShippingAddress</field><readable>true</readable><editable>true</editable></fieldPermissions>`;

const WITH_USER = `
  Profile p = [SELECT Id FROM Profile WHERE Name = 'Minimum Access - Salesforce'];
  User u = new User(LastName = 'Low', Alias = 'low', Email = 'low@example.com', Username = 'low@example.com', ProfileId = p.Id,
    TimeZoneSidKey = 'GMT', LocaleSidKey = 'en_US', EmailEncodingKey = 'UTF-8', LanguageLocaleKey = 'en_US');
  insert u;`;

const CHECKS = `
  System.runAs(u) {
    System.debug(Schema.sObjectType.Account.isAccessible());
    System.debug(Schema.sObjectType.Account.fields.ShippingStreet.isUpdateable());
    System.debug(Schema.sObjectType.Account.fields.BillingStreet.isUpdateable());
  }`;

let org: OrgFixture;

beforeEach(() => {
  const project = projectWith({
    "permissionsets/Address_Editor.permissionset-meta.xml": metadataXml(
      "PermissionSet",
      ADDRESS_EDITOR,
    ),
    "permissionsets/Caller.permissionset-meta.xml": metadataXml(
      "PermissionSet",
      `<label>Caller</label>
      <classAccesses><apexClass>Callee</apexClass><enabled>true</enabled></classAccesses>
      <classAccesses><apexClass>Other</apexClass><enabled>false</enabled></classAccesses>
      <customPermissions><name>Bypass</name><enabled>true</enabled></customPermissions>
      <tabSettings><tab>standard-Account</tab><visibility>Available</visibility></tabSettings>
      <tabSettings><tab>Calls</tab><visibility>Visible</visibility></tabSettings>
      <tabSettings><tab>Old</tab><visibility>None</visibility></tabSettings>`,
    ),
    "classes/Callee.cls": "public class Callee {}",
    "classes/Other.cls": "public class Other {}",
    "customPermissions/Bypass.customPermission-meta.xml": metadataXml(
      "CustomPermission",
      "<label>Bypass</label>",
    ),
    "permissionsetgroups/Sales.permissionsetgroup-meta.xml": metadataXml(
      "PermissionSetGroup",
      "<label>Sales</label>",
    ),
  });
  org = apexOrg({ schema: loadSchema([project]).schema });
});

function debugOf(block: string): readonly string[] {
  const { debug, exception } = org.test(block);
  if (exception !== null) throw new Error(exception.headline);
  return debug;
}

describe("permission sets in Apex", () => {
  it("give the parts of an address what they give the whole", () => {
    expect(
      debugOf(`${WITH_USER}
        PermissionSet s = [SELECT Id FROM PermissionSet WHERE Name = 'Address_Editor'];
        insert new PermissionSetAssignment(AssigneeId = u.Id, PermissionSetId = s.Id);
        ${CHECKS}`),
    ).toEqual(["true", "true", "false"]);
  });

  it("work through a group that Apex added them to, and the group is setup, not data", () => {
    expect(
      debugOf(`${WITH_USER}
        PermissionSet s = [SELECT Id FROM PermissionSet WHERE Name = 'Address_Editor'];
        PermissionSetGroup g = [SELECT Id FROM PermissionSetGroup WHERE DeveloperName = 'Sales'];
        insert new PermissionSetGroupComponent(PermissionSetGroupId = g.Id, PermissionSetId = s.Id);
        insert new PermissionSetAssignment(AssigneeId = u.Id, PermissionSetGroupId = g.Id);
        ${CHECKS}`),
    ).toEqual(["true", "true", "false"]);
  });

  it("can be queried by object and by field", () => {
    expect(
      debugOf(`
        for (FieldPermissions f : [SELECT Field, PermissionsEdit FROM FieldPermissions WHERE SobjectType = 'Account'])
          System.debug(f.Field + ' ' + f.PermissionsEdit);
        for (ObjectPermissions o : [SELECT SobjectType, PermissionsCreate, PermissionsEdit FROM ObjectPermissions])
          System.debug(o.SobjectType + ' ' + o.PermissionsCreate + ' ' + o.PermissionsEdit);`),
    ).toEqual(["Account.ShippingAddress true", "Account false true"]);
  });
});

describe("PermissionSetTabSetting", () => {
  it("has a row for each tab that a set does not hide", () => {
    expect(
      debugOf(`
        for (PermissionSetTabSetting t : [SELECT Name, Visibility FROM PermissionSetTabSetting WHERE Parent.Name = 'Caller' ORDER BY Name])
          System.debug(t.Name + ' ' + t.Visibility);`),
    ).toEqual(["Calls DefaultOn", "standard-Account DefaultOff"]);
  });
});

describe("SetupEntityAccess", () => {
  it("names the classes and custom permissions a set grants", () => {
    expect(
      debugOf(`
        Id callee = [SELECT Id FROM ApexClass WHERE Name = 'Callee'].Id;
        Id bypass = [SELECT Id FROM CustomPermission WHERE DeveloperName = 'Bypass'].Id;
        for (SetupEntityAccess a : [SELECT SetupEntityId, SetupEntityType FROM SetupEntityAccess WHERE Parent.Name = 'Caller' ORDER BY SetupEntityType])
          System.debug(a.SetupEntityType + ' ' + (a.SetupEntityId == callee || a.SetupEntityId == bypass));`),
    ).toEqual(["ApexClass true", "CustomPermission true"]);
  });

  it("opens a custom permission where Apex makes one, in a set of its own", () => {
    expect(
      debugOf(`
        PermissionSet mine = new PermissionSet(Name = 'Mine', Label = 'Mine');
        insert mine;
        Id bypass = [SELECT Id FROM CustomPermission WHERE DeveloperName = 'Bypass'].Id;
        System.debug(FeatureManagement.checkPermission('Bypass'));
        insert new PermissionSetAssignment(AssigneeId = UserInfo.getUserId(), PermissionSetId = mine.Id);
        insert new SetupEntityAccess(ParentId = mine.Id, SetupEntityId = bypass);
        System.debug(FeatureManagement.checkPermission('Bypass'));`),
    ).toEqual(["false", "true"]);
  });
});

describe("a new user", () => {
  it("is of the type that comes with the profile", () => {
    expect(
      debugOf(`${WITH_USER}
        System.debug([SELECT UserType FROM User WHERE Id = :u.Id].UserType);`),
    ).toEqual(["Standard"]);
  });
});

describe("standard profiles", () => {
  it("may write accounts without seeing the Data.com fields, and may not delete cases", () => {
    expect(
      debugOf(`
        Profile p = [SELECT Id FROM Profile WHERE Name = 'Marketing User'];
        User u = new User(LastName = 'M', Alias = 'm', Email = 'm@example.com', Username = 'm@example.com', ProfileId = p.Id,
          TimeZoneSidKey = 'GMT', LocaleSidKey = 'en_US', EmailEncodingKey = 'UTF-8', LanguageLocaleKey = 'en_US');
        insert u;
        System.runAs(u) {
          SObjectAccessDecision d = Security.stripInaccessible(AccessType.CREATABLE,
            new List<Account>{ new Account(Name = 'x', TradeStyle = 'y', Phone = '1') });
          System.debug(d.getRemovedFields());
          System.debug(Schema.sObjectType.Case.isDeletable());
        }`),
    ).toEqual(["{Account={Tradestyle}}", "false"]);
  });
});

describe("Security.stripInaccessible", () => {
  it("takes out children of an object that the user cannot read", () => {
    expect(
      debugOf(`
        Account a = new Account(Name = 'Acme'); insert a; insert new Contact(LastName = 'Low', AccountId = a.Id);
        ${WITH_USER.replace("insert u;", "System.runAs(new User(Id = UserInfo.getUserId())) { insert u; }")}
        System.runAs(u) {
          PermissionSet s = [SELECT Id FROM PermissionSet WHERE Name = 'Address_Editor'];
          insert new PermissionSetAssignment(AssigneeId = u.Id, PermissionSetId = s.Id);
        }
        System.runAs(u) {
          SObjectAccessDecision d = Security.stripInaccessible(AccessType.READABLE, [SELECT Name, (SELECT LastName FROM Contacts) FROM Account]);
          System.debug(d.getRecords()[0].getSObjects('Contacts'));
        }`),
    ).toEqual(["null"]);
  });
});
