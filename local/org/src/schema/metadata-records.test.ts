import { expect, it } from "vitest";
import { apexOrg } from "../org/org-fixture.ts";
import { metadataXml } from "./fixture/project.ts";
import { objectOf, projectWith, schemaOf } from "./fixture/schema.ts";
import { loadSchema } from "./load-schema.ts";

it("brings the content of static resources, sizes of classes and cache partitions", () => {
  const project = projectWith({
    "staticresources/data.json": '{"a":1}',
    "staticresources/data.resource-meta.xml": metadataXml(
      "StaticResource",
      "<contentType>application/json</contentType>",
    ),
    "classes/Foo.cls": "public class Foo { /* words */ String s = '// kept'; } // end",
    "cachePartitions/default.cachePartition-meta.xml": metadataXml(
      "PlatformCachePartition",
      "<isDefaultPartition>true</isDefaultPartition><masterLabel>default</masterLabel>",
    ),
  });
  const { debug, exception } = apexOrg({ schema: loadSchema([project]).schema }).run(`
    StaticResource r = [SELECT Body, BodyLength FROM StaticResource WHERE Name = 'data'];
    System.debug(r.Body.toString() + ' ' + r.BodyLength);
    System.debug([SELECT LengthWithoutComments FROM ApexClass WHERE Name = 'Foo'].LengthWithoutComments);
    System.debug([SELECT DeveloperName FROM PlatformCachePartition WHERE NamespacePrefix = ''].DeveloperName);`);

  expect(exception?.headline).toBeUndefined();
  expect(debug).toEqual(['{"a":1} 7', "44", "default"]);
});

it("brings notification types, so that Apex finds the id to send with", () => {
  const project = projectWith({
    "notificationtypes/Failure.notiftype-meta.xml": metadataXml(
      "CustomNotificationType",
      "<customNotifTypeName>Failure</customNotifTypeName><masterLabel>A failure</masterLabel>",
    ),
  });
  const { debug } = apexOrg({ schema: loadSchema([project]).schema }).run(`
    CustomNotificationType found = [SELECT Id, MasterLabel FROM CustomNotificationType WHERE DeveloperName = 'Failure'];
    System.debug(found.MasterLabel + ' ' + String.valueOf(found.Id).left(3));`);
  expect(debug).toEqual(["A failure 0ML"]);
});

it("brings email templates with their text, so that Apex finds the id to send with", () => {
  const project = projectWith({
    "email/Letters/Late.email-meta.xml": metadataXml(
      "EmailTemplate",
      "<available>true</available><name>A late one</name><subject>Late</subject><type>text</type>",
    ),
    "email/Letters/Late.email": "You are late.",
  });
  const { debug, exception } = apexOrg({ schema: loadSchema([project]).schema }).run(`
    EmailTemplate found = [SELECT Id, Name, Subject, Body, IsActive, FolderName FROM EmailTemplate WHERE DeveloperName = 'Late'];
    System.debug(found.Name + ', ' + found.Subject + ', ' + found.Body + ', ' + found.IsActive + ', ' + found.FolderName + ', ' + String.valueOf(found.Id).left(3));`);

  expect(exception?.headline).toBeUndefined();
  expect(debug).toEqual(["A late one, Late, You are late., true, Letters, 00X"]);
});

it("knows objects of multiple currencies only where that is on", () => {
  expect(schemaOf({}).object("DatedConversionRate")).toBeUndefined();
  expect(schemaOf({}).objectNames()).not.toContain("DatedConversionRate");
  const features = new Set(["MultiCurrency"] as const);
  expect(objectOf(schemaOf({}, features), "DatedConversionRate").name).toBe("DatedConversionRate");
});
