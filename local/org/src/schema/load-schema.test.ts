import { describe, expect, test } from "vitest";
import { metadataXml } from "./fixture/project.ts";
import { projectWith } from "./fixture/schema.ts";
import { loadSchema, type LoadedSchema } from "./load-schema.ts";

function load(files: Readonly<Record<string, string>>): LoadedSchema {
  return loadSchema([projectWith(files)]);
}

describe("access", () => {
  test("a permission set is found in any case, with what it enables", () => {
    const { schema } = load({
      "permissionsets/Stripe_Admin.permissionset-meta.xml": metadataXml(
        "PermissionSet",
        `<label>Admin</label><description>All of it</description>
        <objectPermissions><object>Account</object><allowRead>true</allowRead><allowCreate>true</allowCreate><viewAllRecords>true</viewAllRecords></objectPermissions>
        <fieldPermissions><field>Account.Name</field><readable>true</readable><editable>false</editable></fieldPermissions>
        <userPermissions><name>ApiEnabled</name><enabled>true</enabled></userPermissions>
        <userPermissions><name>RunReports</name><enabled>false</enabled></userPermissions>
        <customPermissions><name>Bypass</name><enabled>true</enabled></customPermissions>
        <classAccesses><apexClass>Foo</apexClass><enabled>true</enabled></classAccesses>
        <tabSettings><tab>standard-Account</tab><visibility>Available</visibility></tabSettings>
        <tabSettings><tab>Invoices</tab><visibility>Visible</visibility></tabSettings>
        <tabSettings><tab>Old</tab><visibility>None</visibility></tabSettings>
        <externalCredentialPrincipalAccesses><enabled>true</enabled><externalCredentialPrincipal>Stripe-Key</externalCredentialPrincipal></externalCredentialPrincipalAccesses>`,
      ),
    });

    expect(schema.permissionSets.get("stripe_ADMIN")).toEqual({
      name: "Stripe_Admin",
      label: "Admin",
      description: "All of it",
      objects: [
        {
          object: "Account",
          read: true,
          create: true,
          edit: false,
          delete: false,
          viewAll: true,
          modifyAll: false,
        },
      ],
      fields: [{ object: "Account", field: "Name", read: true, edit: false }],
      userPermissions: ["ApiEnabled"],
      customPermissions: ["Bypass"],
      classAccesses: ["Foo"],
      tabs: [
        { tab: "standard-Account", visibility: "DefaultOff" },
        { tab: "Invoices", visibility: "DefaultOn" },
        { tab: "Old", visibility: "Hidden" },
      ],
      externalCredentialPrincipals: ["Stripe-Key"],
    });
  });

  test("groups of permission sets, custom permissions, queues, groups, roles and profiles", () => {
    const { schema, metadata } = load({
      "permissionsetgroups/Sales.permissionsetgroup-meta.xml": metadataXml(
        "PermissionSetGroup",
        "<label>Sales</label><permissionSets>A</permissionSets><permissionSets>B</permissionSets>",
      ),
      "customPermissions/Bypass.customPermission-meta.xml": metadataXml(
        "CustomPermission",
        "<label>Bypass</label>",
      ),
      "queues/Support.queue-meta.xml": metadataXml(
        "Queue",
        "<name>Support Queue</name><queueSobject><sobjectType>Case</sobjectType></queueSobject>",
      ),
      "groups/Team.group-meta.xml": metadataXml("Group", "<name>The Team</name>"),
      "roles/CEO.role-meta.xml": metadataXml("Role", "<name>Chief</name>"),
      "profiles/Read %26 Write.profile-meta.xml": metadataXml(
        "Profile",
        "<userPermissions><name>ApiEnabled</name><enabled>true</enabled></userPermissions>",
      ),
      "profiles/Admin.profile-meta.xml": metadataXml(
        "Profile",
        "<tabVisibilities><tab>standard-Account</tab><visibility>DefaultOff</visibility></tabVisibilities>",
      ),
    });

    expect(schema.permissionSetGroups.get("Sales")?.permissionSets).toEqual(["A", "B"]);
    expect(schema.customPermissions).toEqual(["Bypass"]);
    expect(schema.queues).toEqual([
      { developerName: "Support", label: "Support Queue", objects: ["Case"], members: [] },
    ]);
    expect(metadata.profiles).toMatchObject([
      {
        name: "System Administrator",
        tabs: [{ tab: "standard-Account", visibility: "DefaultOff" }],
      },
      { name: "Read & Write", userPermissions: ["ApiEnabled"] },
    ]);
    expect(schema.metadataRecords).toEqual(
      expect.arrayContaining([
        { object: "Profile", values: { Name: "Read & Write" } },
        {
          object: "Group",
          values: {
            DeveloperName: "Support",
            Name: "Support Queue",
            Type: "Queue",
            DoesIncludeBosses: true,
          },
        },
        {
          object: "Group",
          values: {
            DeveloperName: "Team",
            Name: "The Team",
            Type: "Regular",
            DoesIncludeBosses: true,
          },
        },
        {
          object: "UserRole",
          values: {
            DeveloperName: "CEO",
            Name: "Chief",
            CaseAccessForAccountOwner: null,
            ContactAccessForAccountOwner: null,
            OpportunityAccessForAccountOwner: null,
          },
        },
      ]),
    );
  });
});

test("credentials, in their present and their old form", () => {
  const { schema, metadata } = load({
    "externalCredentials/Stripe.externalCredential-meta.xml": metadataXml(
      "ExternalCredential",
      `<authenticationProtocol>Custom</authenticationProtocol><label>Stripe</label>
      <externalCredentialParameters><parameterName>Key</parameterName><parameterType>NamedPrincipal</parameterType><sequenceNumber>1</sequenceNumber></externalCredentialParameters>
      <externalCredentialParameters><parameterName>Second</parameterName><parameterType>AuthHeader</parameterType><parameterValue>2</parameterValue><sequenceNumber>2</sequenceNumber></externalCredentialParameters>
      <externalCredentialParameters><parameterName>Authorization</parameterName><parameterType>AuthHeader</parameterType><parameterValue>{!'Bearer ' &amp; $Credential.Stripe.ApiKey}</parameterValue><sequenceNumber>1</sequenceNumber></externalCredentialParameters>`,
    ),
    "namedCredentials/Stripe_API.namedCredential-meta.xml": metadataXml(
      "NamedCredential",
      `<label>API</label><generateAuthorizationHeader>false</generateAuthorizationHeader><allowMergeFieldsInHeader>true</allowMergeFieldsInHeader>
      <namedCredentialParameters><parameterName>Url</parameterName><parameterType>Url</parameterType><parameterValue>https://api.stripe.com</parameterValue></namedCredentialParameters>
      <namedCredentialParameters><externalCredential>Stripe</externalCredential><parameterName>E</parameterName><parameterType>Authentication</parameterType></namedCredentialParameters>
      <namedCredentialParameters><parameterName>Stripe-Version</parameterName><parameterType>HttpHeader</parameterType><parameterValue>2026-01-01</parameterValue></namedCredentialParameters>`,
    ),
    "namedCredentials/Books.namedCredential-meta.xml": metadataXml(
      "NamedCredential",
      "<endpoint>https://books.example</endpoint><label>Books</label>",
    ),
    "remoteSiteSettings/On.remoteSite-meta.xml": metadataXml(
      "RemoteSiteSetting",
      "<isActive>true</isActive><url>https://on.example</url>",
    ),
    "remoteSiteSettings/Off.remoteSite-meta.xml": metadataXml(
      "RemoteSiteSetting",
      "<isActive>false</isActive><url>https://off.example</url>",
    ),
  });

  expect(schema.namedCredentials.get("stripe_api")).toEqual({
    name: "Stripe_API",
    label: "API",
    url: "https://api.stripe.com",
    externalCredential: "Stripe",
    generateAuthorizationHeader: false,
    allowMergeFieldsInHeader: true,
    allowMergeFieldsInBody: false,
    headers: [{ name: "Stripe-Version", value: "2026-01-01" }],
  });
  expect(schema.externalCredentials.get("Stripe")).toEqual({
    name: "Stripe",
    label: "Stripe",
    protocol: "Custom",
    principals: ["Key"],
    headers: [
      { name: "Authorization", value: "{!'Bearer ' & $Credential.Stripe.ApiKey}" },
      { name: "Second", value: "2" },
    ],
  });
  expect(schema.namedCredentials.get("Books")).toMatchObject({
    url: "https://books.example",
    externalCredential: null,
    generateAuthorizationHeader: true,
  });
  expect(metadata.remoteSites).toEqual(["https://on.example"]);
});

test("list views, of objects in one file and in several", () => {
  const { schema } = load({
    "objects/Order__c/Order__c.object-meta.xml": metadataXml(
      "CustomObject",
      "<label>Order</label><listViews><fullName>All</fullName><filterScope>Everything</filterScope><label>All of them</label></listViews>",
    ),
    "objects/Account/listViews/Mine.listView-meta.xml": metadataXml(
      "ListView",
      "<fullName>Mine</fullName><filterScope>Mine</filterScope><label>My Accounts</label>",
    ),
  });

  const views = schema.metadataRecords.filter(({ object }) => object === "ListView");
  expect(views.map(({ values }) => values)).toEqual(
    expect.arrayContaining([
      {
        DeveloperName: "All",
        Name: "All of them",
        SobjectType: "Order__c",
        IsSoqlCompatible: true,
      },
      {
        DeveloperName: "Mine",
        Name: "My Accounts",
        SobjectType: "Account",
        IsSoqlCompatible: true,
      },
    ]),
  );
});

test("labels, subscriber configs, cache partitions and static resources", () => {
  const { schema } = load({
    "labels/CustomLabels.labels-meta.xml": metadataXml(
      "CustomLabels",
      "<labels><fullName>Greeting</fullName><value>Hello</value></labels>",
    ),
    "labels/Farewell.label-meta.xml": metadataXml(
      "CustomLabel",
      "<fullName>Farewell</fullName><value>Bye</value>",
    ),
    "PlatformEventSubscriberConfigs/C.platformEventSubscriberConfig-meta.xml": metadataXml(
      "PlatformEventSubscriberConfig",
      "<batchSize>200</batchSize><platformEventConsumer>EventTrigger</platformEventConsumer><user>a@example.com</user>",
    ),
    "cachePartitions/P.cachePartition-meta.xml": metadataXml(
      "PlatformCachePartition",
      "<isDefaultPartition>true</isDefaultPartition>",
    ),
    "staticresources/Data.resource-meta.xml": metadataXml(
      "StaticResource",
      "<contentType>application/json</contentType>",
    ),
    "staticresources/Data.json": "{}",
    "staticresources/Docs.resource-meta.xml": metadataXml(
      "StaticResource",
      "<contentType>application/zip</contentType>",
    ),
    "staticresources/Docs/read.md": "# not metadata",
    "pages/Invoice.page": "<apex:page/>",
    "pages/Invoice.page-meta.xml": metadataXml("ApexPage", "<label>Invoice</label>"),
  });

  expect(schema.labels.get("GREETING")).toBe("Hello");
  expect(schema.subscriberConfigs.get("eventtrigger")).toEqual({
    name: "C",
    consumer: "EventTrigger",
    batchSize: 200,
    user: "a@example.com",
  });
  expect(schema.cachePartitions).toEqual([{ name: "P", isDefault: true }]);
  expect(schema.staticResources.get("Data")).toMatch(/Data\.json$/);
  expect(schema.staticResources.get("docs")).toMatch(/staticresources\/Docs$/);
  expect([...schema.pages]).toEqual(["invoice"]);
});

test("classes and triggers come with their API version and status", () => {
  const { apex, schema, sourceApiVersion } = load({
    "classes/A.cls": "class A { }",
    "classes/A.cls-meta.xml": metadataXml(
      "ApexClass",
      "<apiVersion>65.0</apiVersion><status>Active</status>",
    ),
    "triggers/T.trigger": "trigger T on Account (before insert) { }",
    "triggers/T.trigger-meta.xml": metadataXml(
      "ApexTrigger",
      "<apiVersion>66.0</apiVersion><status>Inactive</status>",
    ),
    "classes/B.cls": "class B { }",
  });

  expect(apex).toMatchObject([
    { kind: "class", name: "A", apiVersion: "65.0", status: "Active" },
    { kind: "class", name: "B", apiVersion: null, status: "Active" },
    { kind: "trigger", name: "T", apiVersion: "66.0", status: "Inactive" },
  ]);
  expect(sourceApiVersion).toBe("66.0");
  expect(schema.metadataRecords).toContainEqual({
    object: "ApexClass",
    values: {
      Name: "A",
      ApiVersion: 65,
      Status: "Active",
      IsValid: true,
      Body: "class A { }",
      LengthWithoutComments: 11,
      NamespacePrefix: null,
    },
  });
});

describe("custom metadata records", () => {
  const type = {
    "objects/Plan__mdt/Plan__mdt.object-meta.xml": metadataXml(
      "CustomObject",
      "<label>Plan</label>",
    ),
    "objects/Plan__mdt/fields/Price__c.field-meta.xml": metadataXml(
      "CustomField",
      "<type>Number</type><precision>18</precision><scale>2</scale>",
    ),
    "objects/Plan__mdt/fields/Active__c.field-meta.xml": metadataXml(
      "CustomField",
      "<type>Checkbox</type><defaultValue>true</defaultValue>",
    ),
    "objects/Plan__mdt/fields/Note__c.field-meta.xml": metadataXml(
      "CustomField",
      "<type>Text</type><length>255</length>",
    ),
  };

  test("have typed values, and the default of a checkbox they leave out", () => {
    const { schema, diagnostics } = load({
      ...type,
      "customMetadata/Plan.Pro.md-meta.xml": metadataXml(
        "CustomMetadata",
        `<label>Pro plan</label><values><field>price__c</field><value xsi:type="xsd:double">9.5</value></values>
        <values><field>Note__c</field><value xsi:nil="true"/></values>`,
      ),
    });

    expect(diagnostics).toEqual([]);
    expect(schema.metadataRecords).toEqual([
      {
        object: "Plan__mdt",
        values: {
          Active__c: true,
          Price__c: 9.5,
          Note__c: null,
          DeveloperName: "Pro",
          MasterLabel: "Pro plan",
          Label: "Pro plan",
          QualifiedApiName: "Pro",
          NamespacePrefix: null,
          Language: "en_US",
        },
      },
    ]);
  });

  test("of an unknown type or with an unknown field are refused", () => {
    const { diagnostics } = load({
      ...type,
      "customMetadata/Plan.A.md-meta.xml": metadataXml(
        "CustomMetadata",
        "<values><field>Nope__c</field><value>1</value></values>",
      ),
      "customMetadata/Other.B.md-meta.xml": metadataXml("CustomMetadata", "<label>B</label>"),
    });

    expect(diagnostics.map(({ message }) => message)).toEqual([
      "There is no custom metadata type Other__mdt",
      "There is no field Nope__c on Plan__mdt",
    ]);
  });
});
