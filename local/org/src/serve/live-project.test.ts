/** Edits of a project while its org runs: each takes effect without a restart, and what was there stays. */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { ProjectUnderWork } from "../compile/project-under-work.ts";
import { openLocalOrg, type OpenedLocalOrg } from "../open-local-org.ts";
import type { RunningUser } from "../runtime/host.ts";
import {
  metadataXml,
  sfdxProject,
  writeProject,
  type TestProject,
} from "../schema/fixture/project.ts";
import { LiveProject } from "./live-project.ts";
import { SettingsError } from "./settings-error.ts";

const ORDER = metadataXml(
  "CustomObject",
  `<label>Order</label><pluralLabel>Orders</pluralLabel><deploymentStatus>Deployed</deploymentStatus>
   <sharingModel>ReadWrite</sharingModel><nameField><type>Text</type><label>Name</label></nameField>`,
);
const LINE = ORDER.replaceAll("Order", "Line").replace("ReadWrite", "ControlledByParent");
const field = (content: string): string => metadataXml("CustomField", content);
const AMOUNT = field(
  "<fullName>Amount__c</fullName><label>Amount</label><type>Number</type><precision>18</precision><scale>2</scale>",
);
const labels = (text: string): string =>
  metadataXml(
    "CustomLabels",
    `<labels><fullName>Hello</fullName><language>en_US</language><protected>false</protected><shortDescription>Hello</shortDescription><value>${text}</value></labels>`,
  );
const rule = (condition: string): string =>
  metadataXml(
    "ValidationRule",
    `<fullName>Positive</fullName><active>true</active><errorConditionFormula>${condition}</errorConditionFormula><errorMessage>Too small</errorMessage>`,
  );
const seller = (rights: string): string =>
  metadataXml("PermissionSet", `<label>Seller</label>${rights}`);
const OBJECT_RIGHTS =
  "<objectPermissions><allowCreate>true</allowCreate><allowDelete>false</allowDelete><allowEdit>true</allowEdit><allowRead>true</allowRead><modifyAllRecords>false</modifyAllRecords><object>Order__c</object><viewAllRecords>false</viewAllRecords></objectPermissions>";
const AMOUNT_RIGHTS =
  "<fieldPermissions><editable>true</editable><field>Order__c.Amount__c</field><readable>true</readable></fieldPermissions>";
const setting = (value: string): string =>
  metadataXml("CustomMetadata", `<label>Default</label><protected>false</protected>${value}`);

let files: TestProject;
let live: LiveProject;
let org: OpenedLocalOrg;
/** Epoch ms. */
let clock: number;

beforeEach(() => {
  files = writeProject(
    sfdxProject({
      "objects/Order__c/Order__c.object-meta.xml": ORDER,
      "objects/Order__c/fields/Amount__c.field-meta.xml": AMOUNT,
      "objects/Setting__mdt/Setting__mdt.object-meta.xml": metadataXml(
        "CustomObject",
        "<label>Setting</label><pluralLabel>Settings</pluralLabel><visibility>Public</visibility>",
      ),
      "objects/Setting__mdt/fields/Note__c.field-meta.xml": field(
        "<fullName>Note__c</fullName><label>Note</label><type>Text</type><length>20</length>",
      ),
      "customMetadata/Setting.Default.md-meta.xml": setting(
        `<values><field>Note__c</field><value xsi:type="xsd:string">first</value></values>`,
      ),
      "labels/CustomLabels.labels-meta.xml": labels("good day"),
      "permissionsets/Seller.permissionset-meta.xml": seller(OBJECT_RIGHTS + AMOUNT_RIGHTS),
      "classes/Words.cls":
        "public class Words { public static String hello() { return Label.Hello; } }",
    }),
  );
  const work = new ProjectUnderWork({ paths: [files.path] });
  live = new LiveProject(work, (schema) => schema);
  clock = Date.UTC(2026, 10, 30);
  org = openLocalOrg(live.project, { clock: { now: () => clock } });
});
afterEach(() => {
  org.org.close();
  files.remove();
});

const fileOf = (name: string): string => path.join(files.path, "force-app/main/default", name);

/** What is said of the edit. */
function save(name: string, content: string | null): readonly string[] {
  const file = fileOf(name);
  if (content === null) rmSync(file);
  else {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  return live.edited(new Set([file]), org);
}

/** The debug lines of a block, or the message of what it threw. */
function run(block: string, as: RunningUser = org.org.administrator): string {
  const outcome = org.apex.runAnonymous(block, as);
  switch (outcome.kind) {
    case "success":
      return outcome.debug.map((line) => line.split("|").at(-1)).join(" ");
    case "notCompiled":
      return outcome.first.message;
    case "exception":
      return outcome.message;
  }
}

describe("an edit of metadata takes effect", () => {
  test("of a label", () => {
    expect(run("System.debug(Words.hello());")).toBe("good day");
    expect(save("labels/CustomLabels.labels-meta.xml", labels("good evening"))).toEqual([
      "The org runs the project as it was saved: CustomLabels.labels-meta.xml",
    ]);
    expect(run("System.debug(Words.hello());")).toBe("good evening");
  });

  test("of a validation rule, new, changed and gone; the records stay", () => {
    const create = "insert new Order__c(Name = 'x', Amount__c = 5);";
    const file = "objects/Order__c/validationRules/Positive.validationRule-meta.xml";
    run(create);

    save(file, rule("Amount__c &lt; 10"));
    expect(run(create)).toContain("Too small");
    save(file, rule("Amount__c &lt; 3"));
    expect(run(create)).toBe("");
    save(file, rule("Amount__c &lt; 10"));
    save(file, null);
    expect(run(create)).toBe("");
    expect(run("System.debug([SELECT COUNT() FROM Order__c]);")).toBe("3");
  });

  test("of a field, new and gone; a formula over what was stored before", () => {
    run("insert new Order__c(Name = 'x', Amount__c = 5);");
    const file = "objects/Order__c/fields/Double__c.field-meta.xml";
    const formula = (text: string): string =>
      field(
        `<fullName>Double__c</fullName><label>Double</label><type>Number</type><precision>18</precision><scale>0</scale><formula>${text}</formula>`,
      );
    const read = "System.debug([SELECT Double__c FROM Order__c].Double__c);";
    expect(run(read)).toContain("Double__c");

    save(file, formula("Amount__c * 2"));
    expect(run(read)).toBe("10");
    save(file, formula("Amount__c * 3"));
    expect(run(read)).toBe("15");
    expect(
      run("System.debug(Schema.SObjectType.Order__c.fields.getMap().containsKey('double__c'));"),
    ).toBe("true");
    save(file, null);
    expect(
      run("System.debug(Schema.SObjectType.Order__c.fields.getMap().containsKey('double__c'));"),
    ).toBe("false");
    expect(
      run(
        "System.debug([SELECT COUNT() FROM FieldDefinition WHERE EntityDefinition.QualifiedApiName = 'Order__c' AND QualifiedApiName = 'Double__c']);",
      ),
    ).toBe("0");
  });

  test("of a field that becomes unique: what was stored is found by it", () => {
    run("insert new Order__c(Name = 'x', Amount__c = 5);");
    save(
      "objects/Order__c/fields/Amount__c.field-meta.xml",
      AMOUNT.replace(
        "</CustomField>",
        "<externalId>true</externalId><unique>true</unique></CustomField>",
      ),
    );
    expect(run("insert new Order__c(Name = 'y', Amount__c = 5);")).toContain("DUPLICATE_VALUE");
    expect(
      run(
        "upsert new Order__c(Name = 'z', Amount__c = 5) Amount__c; System.debug([SELECT Name FROM Order__c].Name);",
      ),
    ).toBe("z");
  });

  test("of an object, with a roll-up that counts what is stored before it", () => {
    save("objects/Line__c/Line__c.object-meta.xml", LINE);
    save(
      "objects/Line__c/fields/Order__c.field-meta.xml",
      field(
        "<fullName>Order__c</fullName><label>Order</label><type>MasterDetail</type><referenceTo>Order__c</referenceTo><relationshipName>Lines</relationshipName><relationshipLabel>Lines</relationshipLabel>",
      ),
    );
    expect(
      run(
        "Order__c o = new Order__c(Name = 'x'); insert o; insert new Line__c(Name = 'l', Order__c = o.Id); System.debug(Schema.getGlobalDescribe().containsKey('line__c'));",
      ),
    ).toBe("true");
    save(
      "objects/Order__c/fields/Lines__c.field-meta.xml",
      field(
        "<fullName>Lines__c</fullName><label>Lines</label><type>Summary</type><summaryForeignKey>Line__c.Order__c</summaryForeignKey><summaryOperation>count</summaryOperation>",
      ),
    );
    expect(run("System.debug([SELECT Lines__c FROM Order__c].Lines__c);")).toBe("1");
    expect(
      run("System.debug([SELECT Id, (SELECT Id FROM Lines__r) FROM Order__c].Lines__r.size());"),
    ).toBe("1");
  });

  test("of a permission set: what it gives, and what it gives no more", () => {
    const user = org.org.ensureUser("seller@local.example", "seller", ["Seller"]);
    const may = (): string =>
      run(
        "System.debug(Schema.SObjectType.Order__c.isCreateable()); System.debug(Schema.SObjectType.Order__c.fields.Amount__c.isUpdateable());",
        user,
      );
    expect(may()).toBe("true true");
    save("permissionsets/Seller.permissionset-meta.xml", seller(OBJECT_RIGHTS));
    expect(may()).toBe("true false");
    expect(
      run(
        "System.debug([SELECT COUNT() FROM FieldPermissions WHERE Field = 'Order__c.Amount__c']);",
      ),
    ).toBe("0");
    save("permissionsets/Seller.permissionset-meta.xml", seller(OBJECT_RIGHTS + AMOUNT_RIGHTS));
    expect(may()).toBe("true true");
    save("permissionsets/Seller.permissionset-meta.xml", null);
    expect(may()).toBe("false false");
    expect(run("System.debug([SELECT COUNT() FROM PermissionSet WHERE Name = 'Seller']);")).toBe(
      "0",
    );
  });

  test("of a custom metadata record: a value changed, one left out, the record gone", () => {
    const file = "customMetadata/Setting.Default.md-meta.xml";
    const note =
      "System.debug(Setting__mdt.getInstance('Default')?.Note__c); System.debug(Setting__mdt.getAll().size());";
    expect(run(note)).toBe("first 1");
    save(
      file,
      setting(`<values><field>Note__c</field><value xsi:type="xsd:string">second</value></values>`),
    );
    expect(run(note)).toBe("second 1");
    save(file, setting(""));
    expect(run(note)).toBe("null 1");
    save(file, null);
    expect(run(note)).toBe("null 0");
  });

  test("of a flow: new, changed and switched off", () => {
    const flow = (name: string, status = "Active"): string =>
      metadataXml(
        "Flow",
        `<apiVersion>66.0</apiVersion><label>F</label><processType>AutoLaunchedFlow</processType><status>${status}</status>
         <start><connector><targetReference>A</targetReference></connector><object>Order__c</object><recordTriggerType>Create</recordTriggerType><triggerType>RecordBeforeSave</triggerType></start>
         <assignments><name>A</name><label>A</label><assignmentItems><assignToReference>$Record.Name</assignToReference><operator>Assign</operator><value><stringValue>${name}</stringValue></value></assignmentItems></assignments>`,
      );
    const file = "flows/F.flow-meta.xml";
    const create =
      "Order__c o = new Order__c(Name = 'x'); insert o; System.debug([SELECT Name FROM Order__c WHERE Id = :o.Id].Name);";
    save(file, flow("one"));
    expect(run(create)).toBe("one");
    save(file, flow("two"));
    expect(run(create)).toBe("two");
    save(file, flow("two", "Draft"));
    expect(run(create)).toBe("x");
  });
});

describe("a wrong edit says so, and the last good stays", () => {
  test("of XML that does not parse", () => {
    const said = save(
      "labels/CustomLabels.labels-meta.xml",
      labels("late").replace("</labels>", ""),
    );
    expect(said.at(-1)).toBe("The org goes on with what it had.");
    expect(said[0]).toMatch(/CustomLabels\.labels-meta\.xml:\d+:\d+: /u);
    expect(run("System.debug(Words.hello());")).toBe("good day");
    save("labels/CustomLabels.labels-meta.xml", labels("late"));
    expect(run("System.debug(Words.hello());")).toBe("late");
  });

  test("of a formula, and of a field that Apex names", () => {
    const file = "objects/Order__c/validationRules/Positive.validationRule-meta.xml";
    expect(save(file, rule("Amont__c &lt; 10")).join("\n")).toContain("Amont__c");
    expect(run("insert new Order__c(Name = 'x', Amount__c = 1);")).toBe("");
    save(file, null);
    save("classes/Uses.cls", "public class Uses { Decimal amount = new Order__c().Amount__c; }");
    const said = save("objects/Order__c/fields/Amount__c.field-meta.xml", null);
    expect(said.join("\n")).toMatch(/Uses\.cls:1:\d+: .*Amount__c/u);
    expect(run("System.debug(new Order__c(Amount__c = 1).Amount__c);")).toBe("1");
  });

  test("what the org was started with and the project has no more", () => {
    const work = new ProjectUnderWork({ paths: [files.path] });
    live = new LiveProject(work, (schema) => {
      if (!schema.labels.has("hello")) throw new SettingsError("The project has no label Hello.");
      return schema;
    });
    org = openLocalOrg(live.project);
    save("classes/Words.cls", null);
    expect(save("labels/CustomLabels.labels-meta.xml", null)).toEqual([
      "The project has no label Hello.",
      "The org goes on with what it had.",
    ]);
  });
});

test("what has no effect is said of the edit that brings it, and once", () => {
  const flow = (label: string): string =>
    metadataXml(
      "Flow",
      `<label>${label}</label><status>Active</status><processType>Flow</processType>`,
    );
  expect(save("flows/S.flow-meta.xml", flow("S")).join("\n")).toContain(
    "Flows with screens are not run here",
  );
  expect(save("flows/S.flow-meta.xml", flow("T"))).toHaveLength(1);
});

test("a job that waits runs as it is saved by then, with the fields it was made with", () => {
  const nightly = (more: string): string => `public class Nightly implements Schedulable {
    public enum Kind { SOME, ALL }
    private Kind which = Kind.ALL;
    private List<Part> parts = new List<Part>{ new Part() };
    ${more}
    public class Part { Integer size = 7; public String text() { return 'old ' + size; } }
  }`;
  const old =
    "public void execute(SchedulableContext context) { insert new Order__c(Name = parts[0].text()); }";
  const fresh =
    "private Integer more; public void execute(SchedulableContext context) { insert new Order__c(Name = parts[0].text() + (which == Kind.ALL) + more); }";
  save("classes/Nightly.cls", nightly(old));
  expect(run("System.schedule('n', '0 0 0 1 1 ? 2099', new Nightly());")).toBe("");
  save("classes/Nightly.cls", nightly(fresh).replace("'old '", "'new '"));
  clock = Date.UTC(2099, 0, 2);
  org.org.settle();
  expect(run("System.debug([SELECT Name FROM Order__c].Name);")).toBe("new 7truenull");
});

test("an edit of Apex and one of metadata in a row both hold", () => {
  save("labels/CustomLabels.labels-meta.xml", labels("good evening"));
  save(
    "classes/Words.cls",
    "public class Words { public static String hello() { return Label.Hello + '!'; } }",
  );
  expect(run("System.debug(Words.hello());")).toBe("good evening!");
  expect(run("System.debug([SELECT COUNT() FROM ApexClass WHERE Name = 'Words']);")).toBe("1");
  save("classes/Words.cls", null);
  expect(run("System.debug([SELECT COUNT() FROM ApexClass WHERE Name = 'Words']);")).toBe("0");
});
