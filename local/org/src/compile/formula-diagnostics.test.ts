import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { compileProject } from "./compile-project.ts";

let project: string;

beforeEach(async () => {
  project = await mkdtemp(path.join(tmpdir(), "formulas-"));
  await writeFile(
    path.join(project, "sfdx-project.json"),
    JSON.stringify({ packageDirectories: [{ path: "src" }], sourceApiVersion: "66.0" }),
  );
  await put(
    "Bill__c.object-meta.xml",
    `<CustomObject xmlns="http://soap.sforce.com/2006/04/metadata"><label>Bill</label><pluralLabel>Bills</pluralLabel><nameField><type>Text</type><label>Name</label></nameField><deploymentStatus>Deployed</deploymentStatus><sharingModel>ReadWrite</sharingModel></CustomObject>`,
  );
  await put(
    "fields/Days__c.field-meta.xml",
    field("Days__c", "<precision>4</precision><scale>0</scale><type>Number</type>"),
  );
});

afterEach(async () => {
  await rm(project, { recursive: true, force: true });
});

async function put(name: string, text: string): Promise<void> {
  const file = path.join(project, "src", "objects", "Bill__c", name);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, `<?xml version="1.0" encoding="UTF-8"?>\n${text}`);
}

function field(name: string, rest: string): string {
  return `<CustomField xmlns="http://soap.sforce.com/2006/04/metadata"><fullName>${name}</fullName><label>${name}</label>${rest}</CustomField>`;
}

function formula(text: string): string {
  return field("Age__c", `<formula>${text}</formula><type>Text</type>`);
}

function messages(): string[] {
  return compileProject({ paths: [project] }).diagnostics.map(
    ({ file, message }) => `${path.basename(file)}: ${message}`,
  );
}

describe("the formulas of a project", () => {
  test("pass when they are right", async () => {
    await put("fields/Age__c.field-meta.xml", formula('IF(Days__c &lt;= 30, "new", "old")'));
    expect(messages()).toEqual([]);
  });

  test.each([
    // What a formatter of XML once made of <=.
    [
      'IF(Days__c &lt; = 30, "new", "old")',
      /^Age__c\.field-meta\.xml: Bill__c\.Age__c: Syntax error/,
    ],
    ["Weeks__c", /Bill__c\.Age__c: Field Weeks__c does not exist/],
    ["ROUNDED(Days__c)", /Unknown function ROUNDED/],
    ['Days__c &amp; Name + "x"', /Bill__c\.Age__c: /],
  ])("%s is refused with its file", async (text, message) => {
    await put("fields/Age__c.field-meta.xml", formula(text));
    expect(messages()).toEqual([expect.stringMatching(message)]);
  });

  test("of validation rules are looked at, too", async () => {
    await put(
      "validationRules/Recent.validationRule-meta.xml",
      `<ValidationRule xmlns="http://soap.sforce.com/2006/04/metadata"><fullName>Recent</fullName><active>true</active><errorConditionFormula>Days__c &gt; Months__c</errorConditionFormula><errorMessage>no</errorMessage></ValidationRule>`,
    );
    expect(messages()).toEqual([
      expect.stringMatching(
        /^Recent\.validationRule-meta\.xml: Bill__c\.Recent: Field Months__c does not exist/,
      ),
    ]);
  });
});
