import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { checkProject } from "./check-project.ts";

let project: string;

beforeEach(async () => {
  project = await mkdtemp(path.join(tmpdir(), "metadata-project-"));
  await writeFile(
    path.join(project, "sfdx-project.json"),
    JSON.stringify({ packageDirectories: [{ path: "force-app" }], sourceApiVersion: "66.0" }),
  );
  await write("objects/Bill__c/Bill__c.object-meta.xml", [
    "<CustomObject>",
    "<label>Bill</label><pluralLabel>Bills</pluralLabel>",
    "<nameField><label>Number</label><type>Text</type></nameField>",
    "<deploymentStatus>Deployed</deploymentStatus><sharingModel>Private</sharingModel>",
    "</CustomObject>",
  ]);
  await write("objects/Bill__c/fields/Due__c.field-meta.xml", [
    "<CustomField><fullName>Due__c</fullName><label>Due</label><type>Date</type></CustomField>",
  ]);
  await write("objects/Bill__c/fields/Total__c.field-meta.xml", [
    "<CustomField><fullName>Total__c</fullName><label>Total</label><type>Number</type>",
    "<precision>9</precision><scale>2</scale><required>true</required></CustomField>",
  ]);
});

afterEach(async () => {
  await rm(project, { recursive: true, force: true });
});

async function write(file: string, lines: readonly string[]): Promise<void> {
  const target = path.join(project, "force-app", file);
  await mkdir(path.dirname(target), { recursive: true });
  const text = lines
    .join("\n")
    .replace(/^<(\w+)/, '<$1 xmlns="http://soap.sforce.com/2006/04/metadata"');
  await writeFile(target, text);
}

async function messages(): Promise<string[]> {
  const { problems } = await checkProject(project);
  return problems.map(({ line, message }) => `${line}: ${message}`);
}

async function permissionSet(...lines: readonly string[]): Promise<string[]> {
  await write("permissionsets/Clerk.permissionset-meta.xml", [
    "<PermissionSet>",
    ...lines,
    "<label>Clerk</label>",
    "</PermissionSet>",
  ]);
  return messages();
}

test("a project a deploy would take has no problems", async () => {
  expect(
    await permissionSet(
      "<fieldPermissions><editable>true</editable><field>Bill__c.Due__c</field><readable>true</readable></fieldPermissions>",
    ),
  ).toEqual([]);
});

test("an element another type has is refused, with its line", async () => {
  expect(
    await permissionSet(
      "<applicationVisibilities>",
      "<application>standard__Sales</application>",
      "<default>false</default>",
      "<visible>true</visible></applicationVisibilities>",
    ),
  ).toEqual(["4: default is no element of PermissionSetApplicationVisibility"]);
});

test("what repeats must stand together", async () => {
  const user = "<userPermissions><enabled>true</enabled><name>RunFlow</name></userPermissions>";

  expect(await permissionSet(user, "<description>x</description>", user)).toEqual([
    "4: userPermissions is apart from the other userPermissions of PermissionSet; they must stand together",
  ]);
});

test("a single element stands once", async () => {
  expect(await permissionSet("<description>x</description><description>y</description>")).toEqual([
    "2: description stands twice in PermissionSet",
  ]);
});

test("a word an enumeration does not have is refused", async () => {
  await write("objects/Bill__c/fields/Due__c.field-meta.xml", [
    "<CustomField><fullName>Due__c</fullName><label>Due</label><type>Calendar</type></CustomField>",
  ]);

  expect((await messages()).join()).toMatch(/type cannot be "Calendar"/);
});

test("a checkbox is true or false, and a number a number", async () => {
  await write("objects/Bill__c/fields/Due__c.field-meta.xml", [
    "<CustomField><fullName>Due__c</fullName><externalId>yes</externalId><label>Due</label>",
    "<length>long</length><type>Text</type></CustomField>",
  ]);

  expect(await messages()).toEqual([
    '1: externalId is true or false, not "yes"',
    '2: length is a number, not "long"',
  ]);
});

test("no permission can be given for a required field or for one that is not there", async () => {
  const on = (field: string): string =>
    `<fieldPermissions><editable>false</editable><field>${field}</field><readable>true</readable></fieldPermissions>`;

  expect(await permissionSet(on("Bill__c.Total__c"), on("Bill__c.Gone__c"))).toEqual([
    "2: Bill__c.Total__c is required or a master-detail: a permission for it cannot be deployed",
    "3: there is no field Bill__c.Gone__c",
  ]);
});

test("a right on an object needs those it builds on", async () => {
  const rights = {
    allowCreate: true,
    allowDelete: true,
    allowEdit: false,
    allowRead: true,
    modifyAllRecords: false,
    viewAllRecords: false,
  };
  const elements = Object.entries(rights).map(([name, value]) => `<${name}>${value}</${name}>`);

  expect(
    await permissionSet(
      `<objectPermissions>${elements.join("")}<object>Bill__c</object></objectPermissions>`,
    ),
  ).toEqual(["2: allowDelete on Bill__c needs allowEdit"]);
});

test("a class, a tab, a custom permission must be in the project", async () => {
  expect(
    await permissionSet(
      "<classAccesses><apexClass>Biller</apexClass><enabled>true</enabled></classAccesses>",
      "<customPermissions><enabled>true</enabled><name>Sign</name></customPermissions>",
      "<tabSettings><tab>Bill__c</tab><visibility>Visible</visibility></tabSettings>",
    ),
  ).toEqual([
    "2: classAccesses: there is no Biller in the project",
    "3: customPermissions: there is no Sign in the project",
    "4: tabSettings: there is no Bill__c in the project",
  ]);
});

test("a layout and a list show fields that are there", async () => {
  await write("layouts/Bill__c-Bill Layout.layout-meta.xml", [
    "<Layout><layoutSections><customLabel>false</customLabel><detailHeading>false</detailHeading>",
    "<editHeading>false</editHeading><layoutColumns>",
    "<layoutItems><behavior>Edit</behavior><field>Payer__c</field></layoutItems></layoutColumns>",
    "<style>OneColumn</style></layoutSections></Layout>",
  ]);
  await write("objects/Bill__c/listViews/All.listView-meta.xml", [
    "<ListView><fullName>All</fullName><columns>NAME</columns><columns>Paid__c</columns>",
    "<filterScope>Everything</filterScope><label>All</label></ListView>",
  ]);

  expect((await messages()).sort()).toEqual([
    "1: there is no field Paid__c on Bill__c",
    "3: there is no field Payer__c on Bill__c",
  ]);
});

test("a text longer than Salesforce keeps is refused, and a name", async () => {
  const long = "A".repeat(41);
  await write(`objects/Bill__c/fields/${long}__c.field-meta.xml`, [
    `<CustomField><fullName>${long}__c</fullName><label>${long}</label><type>Date</type></CustomField>`,
  ]);

  expect((await messages()).sort()).toEqual([
    "1: label has 41 characters, 40 at most",
    `1: the name ${long} has 41 characters, 40 at most`,
  ]);
});

test("a tab wears a style Salesforce has", async () => {
  await write("tabs/Bill__c.tab-meta.xml", [
    "<CustomTab><customObject>true</customObject><motif>Custom94: Trophy</motif></CustomTab>",
  ]);

  expect(await messages()).toEqual([
    '1: "Custom94: Trophy" is no tab style (scripts/check-metadata/tab-motifs.ts)',
  ]);
});

test("what a package cannot hold is refused in its directory, and nowhere else", async () => {
  await write("sharingRules/Bill__c.sharingRules-meta.xml", ["<SharingRules></SharingRules>"]);

  expect(await messages()).toEqual([]);
  await writeFile(
    path.join(project, "sfdx-project.json"),
    JSON.stringify({ packageDirectories: [{ path: "force-app", package: "Bills" }] }),
  );
  expect(await messages()).toEqual([
    expect.stringContaining("SharingRules cannot be in an unlocked package"),
  ]);
});

test("a file that is no XML is told with its line", async () => {
  await write("permissionsets/Clerk.permissionset-meta.xml", ["<PermissionSet>", "<label>Clerk"]);

  expect((await messages())[0]).toMatch(/^2: /);
});
