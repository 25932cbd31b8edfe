/** For tests: an org with an object that has something of everything a describe tells, and a user who may do little with it. */
import { apexOrg, type OrgFixture } from "../org/org-fixture.ts";
import { projectWith } from "../schema/fixture/schema.ts";
import { metadataXml } from "../schema/fixture/project.ts";
import { loadSchema } from "../schema/load-schema.ts";

function field(name: string, type: string, content = ""): string {
  return `<fields><fullName>${name}</fullName><label>${name.replace(/__c$/u, "")}</label><type>${type}</type>${content}</fields>`;
}

const VALUES =
  "<valueSet><restricted>true</restricted><valueSetDefinition><sorted>false</sorted>" +
  "<value><fullName>open</fullName><default>true</default><label>Open</label></value>" +
  "<value><fullName>paid</fullName><default>false</default><label>Paid</label></value>" +
  "<value><fullName>lost</fullName><default>false</default><isActive>false</isActive><label>Lost</label></value>" +
  "</valueSetDefinition></valueSet>";

const INVOICE = [
  "<label>Invoice</label><pluralLabel>Invoices</pluralLabel>",
  "<deploymentStatus>Deployed</deploymentStatus><sharingModel>ReadWrite</sharingModel><enableFeeds>true</enableFeeds>",
  "<nameField><label>Number</label><type>AutoNumber</type><displayFormat>INV-{0000}</displayFormat></nameField>",
  field(
    "Account__c",
    "Lookup",
    "<referenceTo>Account</referenceTo><relationshipName>Invoices</relationshipName><deleteConstraint>Restrict</deleteConstraint>",
  ),
  field("Amount__c", "Currency", "<precision>16</precision><scale>2</scale>"),
  field("Count__c", "Number", "<precision>10</precision><scale>0</scale>"),
  field(
    "External__c",
    "Text",
    "<length>40</length><externalId>true</externalId><unique>true</unique>",
  ),
  field("Memo__c", "LongTextArea", "<length>1000</length><visibleLines>3</visibleLines>"),
  field("Paid__c", "Checkbox", "<defaultValue>true</defaultValue>"),
  field("Reference__c", "Text", '<length>80</length><defaultValue>"none"</defaultValue>'),
  field("Required__c", "Text", "<length>20</length><required>true</required>"),
  field(
    "Secret__c",
    "Text",
    "<length>10</length><inlineHelpText>Not for everybody</inlineHelpText>",
  ),
  field("Status__c", "Picklist", VALUES),
  field(
    "Twice__c",
    "Currency",
    "<formula>Amount__c * 2</formula><precision>18</precision><scale>2</scale>",
  ),
  "<fieldSets><fullName>Short</fullName><label>In short</label><description>For lists</description>" +
    "<displayedFields><field>Amount__c</field><isRequired>true</isRequired></displayedFields>" +
    "<displayedFields><field>Account__r.Name</field><isRequired>false</isRequired></displayedFields></fieldSets>",
  "<recordTypes><fullName>Credit_Note</fullName><active>true</active><label>Credit Note</label></recordTypes>",
].join("\n");

const CLERK = [
  "<label>Clerk</label>",
  "<objectPermissions><object>Invoice__c</object><allowRead>true</allowRead><allowCreate>true</allowCreate><allowEdit>false</allowEdit>" +
    "<allowDelete>false</allowDelete><viewAllRecords>false</viewAllRecords><modifyAllRecords>false</modifyAllRecords></objectPermissions>",
  "<fieldPermissions><field>Invoice__c.Amount__c</field><readable>true</readable><editable>true</editable></fieldPermissions>",
  "<fieldPermissions><field>Invoice__c.Reference__c</field><readable>true</readable><editable>false</editable></fieldPermissions>",
  "<customPermissions><name>Approve</name><enabled>true</enabled></customPermissions>",
].join("\n");

export function describeOrg(): OrgFixture {
  const { schema, diagnostics } = loadSchema(
    [
      projectWith({
        "objects/Invoice__c.object": metadataXml("CustomObject", INVOICE),
        "permissionsets/Clerk.permissionset-meta.xml": metadataXml("PermissionSet", CLERK),
        "customPermissions/Approve.customPermission-meta.xml": metadataXml(
          "CustomPermission",
          "<label>Approve</label><isLicensed>false</isLicensed>",
        ),
      }),
    ],
    new Set(),
  );
  if (diagnostics.length > 0) throw new Error(JSON.stringify(diagnostics));
  return apexOrg({ schema });
}

/** `System.debug(expression)`, or what it throws. */
export function said(org: OrgFixture, expression: string): string | undefined {
  const { debug, exception } = org.test(`System.debug(${expression});`);
  return exception?.headline ?? debug[0];
}

/** A block as a user with the profile Standard User and the permission set Clerk. */
export function asClerk(block: string): string {
  return `
    User clerk = new User(LastName = 'Clerk', Username = 'clerk@example.com.local', Email = 'clerk@example.com', Alias = 'clerk',
      TimeZoneSidKey = 'Europe/Berlin', LocaleSidKey = 'de_DE', EmailEncodingKey = 'UTF-8', LanguageLocaleKey = 'de',
      ProfileId = [SELECT Id FROM Profile WHERE Name = 'Standard User'].Id);
    insert clerk;
    insert new PermissionSetAssignment(AssigneeId = clerk.Id, PermissionSetId = [SELECT Id FROM PermissionSet WHERE Name = 'Clerk'].Id);
    System.runAs(clerk) { ${block} }`;
}
