/** For tests of the REST API: a small project with every kind of object a client meets. */
import { metadataXml, sfdxProject } from "../../schema/fixture/project.ts";

const field = (name: string, content: string): string =>
  metadataXml("CustomField", `<fullName>${name}</fullName><label>${name}</label>${content}`);

const apexMeta = (root: string): string =>
  metadataXml(root, "<apiVersion>66.0</apiVersion><status>Active</status>");

export const ORDER_PROJECT: Readonly<Record<string, string>> = sfdxProject({
  "objects/Order_Line__c/Order_Line__c.object-meta.xml": metadataXml(
    "CustomObject",
    `<label>Order Line</label><pluralLabel>Order Lines</pluralLabel><deploymentStatus>Deployed</deploymentStatus>
    <sharingModel>ReadWrite</sharingModel><nameField><label>Name</label><type>Text</type></nameField>`,
  ),
  "objects/Order_Line__c/fields/Key__c.field-meta.xml": field(
    "Key__c",
    "<type>Text</type><length>40</length><externalId>true</externalId><unique>true</unique><caseSensitive>true</caseSensitive>",
  ),
  "objects/Order_Line__c/fields/Amount__c.field-meta.xml": field(
    "Amount__c",
    "<type>Number</type><precision>18</precision><scale>2</scale>",
  ),
  "objects/Order_Line__c/fields/Day__c.field-meta.xml": field("Day__c", "<type>Date</type>"),
  "objects/Order_Line__c/fields/At__c.field-meta.xml": field("At__c", "<type>DateTime</type>"),
  "objects/Order_Line__c/fields/Is_Paid__c.field-meta.xml": field(
    "Is_Paid__c",
    "<type>Checkbox</type><defaultValue>false</defaultValue>",
  ),
  "objects/Order_Line__c/fields/Account__c.field-meta.xml": field(
    "Account__c",
    "<type>Lookup</type><referenceTo>Account</referenceTo><relationshipName>Order_Lines</relationshipName><relationshipLabel>Lines</relationshipLabel><deleteConstraint>SetNull</deleteConstraint>",
  ),
  "objects/Order_Event__e/Order_Event__e.object-meta.xml": metadataXml(
    "CustomObject",
    "<label>Order Event</label><pluralLabel>Order Events</pluralLabel><deploymentStatus>Deployed</deploymentStatus><eventType>HighVolume</eventType><publishBehavior>PublishAfterCommit</publishBehavior>",
  ),
  "objects/Order_Event__e/fields/Key__c.field-meta.xml": field(
    "Key__c",
    "<type>Text</type><length>40</length><required>true</required>",
  ),
  "permissionsets/Publisher.permissionset-meta.xml": metadataXml(
    "PermissionSet",
    `<label>Publisher</label>
    <objectPermissions><allowCreate>true</allowCreate><allowDelete>false</allowDelete><allowEdit>false</allowEdit><allowRead>true</allowRead>
    <modifyAllRecords>false</modifyAllRecords><object>Order_Event__e</object><viewAllRecords>false</viewAllRecords></objectPermissions>`,
  ),
  "triggers/OrderEvents.trigger": `trigger OrderEvents on Order_Event__e (after insert) {
  List<Order_Line__c> lines = new List<Order_Line__c>();
  for (Order_Event__e event : Trigger.new) lines.add(new Order_Line__c(Name = 'From ' + event.Key__c));
  insert lines;
}`,
  "triggers/OrderEvents.trigger-meta.xml": apexMeta("ApexTrigger"),
  "classes/OrderLines.cls": `@RestResource(urlMapping='/order-lines/*')
global with sharing class OrderLines {
  global class Summary { public String key; public Decimal total; }
  @HttpGet
  global static Summary read() {
    RestRequest request = RestContext.request;
    Summary summary = new Summary();
    summary.key = request.requestURI.substringAfterLast('/');
    summary.total = 12.5;
    return summary;
  }
  @HttpPost
  global static String create(String name, Integer count) {
    RestContext.response.statusCode = 201;
    return name + ' × ' + count;
  }
  @HttpPatch
  global static void fail() {
    throw new IllegalArgumentException('no such line');
  }
  @HttpDelete
  global static void remove() {
    RestContext.response.statusCode = 202;
    RestContext.response.addHeader('X-Removed', RestContext.request.params.get('reason'));
    RestContext.response.addHeader('Content-Type', 'text/plain');
    RestContext.response.responseBody = Blob.valueOf('gone: ' + RestContext.request.requestBody.toString());
  }
}`,
  "classes/OrderLines.cls-meta.xml": apexMeta("ApexClass"),
  "classes/OrderLinesTest.cls": `@IsTest
private class OrderLinesTest {
  @IsTest
  static void addsUp() { System.assertEquals(2, 1 + 1); }
  @IsTest
  static void fails() { System.assertEquals(3, 1 + 1, 'sum'); }
}`,
  "classes/OrderLinesTest.cls-meta.xml": apexMeta("ApexClass"),
});
