import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openLocalOrg } from "../open-local-org.ts";
import { metadataXml } from "../schema/fixture/project.ts";
import { compileProject, type CompiledProject } from "./compile-project.ts";
import { folderOfAll } from "./fingerprint.ts";
import { readOutput, writeOutput } from "./output-cache.ts";

const OBJECT = `<?xml version="1.0" encoding="UTF-8"?>
<CustomObject xmlns="http://soap.sforce.com/2006/04/metadata">
  <label>Bill</label><pluralLabel>Bills</pluralLabel>
  <nameField><type>Text</type><label>Name</label></nameField>
  <deploymentStatus>Deployed</deploymentStatus><sharingModel>ReadWrite</sharingModel>
</CustomObject>`;

let folder = "";
let cacheFolder = "";

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "output-cache-"));
  cacheFolder = path.join(folder, "cache");
  const classes = path.join(folder, "first/src/classes");
  const object = path.join(folder, "first/src/objects/Bill__c");
  for (const each of [classes, object]) mkdirSync(each, { recursive: true });
  writeFileSync(
    path.join(folder, "first/sfdx-project.json"),
    JSON.stringify({ packageDirectories: [{ path: "src" }], sourceApiVersion: "66.0" }),
  );
  writeFileSync(path.join(object, "Bill__c.object-meta.xml"), OBJECT);
  writeFileSync(
    path.join(classes, "BillTest.cls"),
    `@IsTest private class BillTest {
      private class Part { Integer one = 1; }
      @IsTest static void holds() { Assert.areEqual(2, new Part().one); }
    }`,
  );
  writeFileSync(path.join(classes, "Wrong.cls"), "public class Wrong { Integer one = 'x'; }");
  writeFileSync(path.join(classes, "Open.cls"), "public class Open {");
});

afterEach(() => rmSync(folder, { recursive: true }));

/** @returns the project, and whether anything was compiled for it */
function compiled(project: string): { readonly project: CompiledProject; readonly isNew: boolean } {
  const said: string[] = [];
  const paths = [path.join(folder, project)];
  return {
    project: compileProject({ paths, cacheFolder, onProgress: (line) => said.push(line) }),
    isNew: said.length > 0,
  };
}

const places = ({ diagnostics }: CompiledProject): readonly string[] =>
  diagnostics.map(({ file, message }) => `${file}: ${message}`);

test("a copy is compiled already, and speaks of its own files", () => {
  cpSync(path.join(folder, "first"), path.join(folder, "second"), { recursive: true });
  const first = compiled("first");
  const second = compiled("second");

  expect([first.isNew, second.isNew]).toEqual([true, false]);
  expect(places(second.project)).toEqual(
    places(first.project).map((place) => place.replaceAll("/first/", "/second/")),
  );
  expect(new Set(second.project.diagnostics.map(({ file }) => path.basename(file)))).toEqual(
    new Set(["Open.cls", "Wrong.cls"]),
  );
  const [failed] = openLocalOrg(second.project).runTests(["BillTest"]).tests;
  expect(failed?.message).toContain("Expected: 2, Actual: 1");
  expect(JSON.stringify(second.project.classes)).not.toContain("/first/");
});

test("a copy with another text is compiled anew", () => {
  cpSync(path.join(folder, "first"), path.join(folder, "second"), { recursive: true });
  compiled("first");
  rmSync(path.join(folder, "second/src/classes/Wrong.cls"));

  expect(compiled("second").isNew).toBe(true);
});

test("a copy with other records of custom metadata and other words of labels is compiled already, and has its own", () => {
  const put = (project: string, bonus: number, greeting: string): void => {
    const source = path.join(folder, project, "src");
    for (const each of ["objects/Rate__mdt/fields", "customMetadata", "labels"])
      mkdirSync(path.join(source, each), { recursive: true });
    const files = {
      "objects/Rate__mdt/Rate__mdt.object-meta.xml": metadataXml(
        "CustomObject",
        "<label>Rate</label><pluralLabel>Rates</pluralLabel>",
      ),
      "objects/Rate__mdt/fields/Bonus__c.field-meta.xml": metadataXml(
        "CustomField",
        "<fullName>Bonus__c</fullName><label>Bonus</label><type>Number</type><precision>4</precision><scale>0</scale>",
      ),
      "customMetadata/Rate.Base.md-meta.xml": metadataXml(
        "CustomMetadata",
        `<label>Base</label><values><field>Bonus__c</field><value xsi:type="xsd:double">${bonus}</value></values>`,
      ),
      "labels/CustomLabels.labels-meta.xml": metadataXml(
        "CustomLabels",
        `<labels><fullName>Greeting</fullName><language>en_US</language><protected>true</protected><shortDescription>Greeting</shortDescription><value>${greeting}</value></labels>`,
      ),
      "classes/RateTest.cls": `@IsTest private class RateTest {
        @IsTest static void tells() {
          Assert.fail(Label.Greeting + ' ' + Rate__mdt.getInstance('Base').Bonus__c.intValue());
        }
      }`,
    };
    for (const [file, text] of Object.entries(files)) writeFileSync(path.join(source, file), text);
  };
  put("first", 1, "Hello");
  cpSync(path.join(folder, "first"), path.join(folder, "second"), { recursive: true });
  put("second", 2, "Goodbye");
  const told = ({ project }: { readonly project: CompiledProject }): string | null | undefined =>
    openLocalOrg(project).runTests(["RateTest"]).tests[0]?.message;
  const first = compiled("first");
  const second = compiled("second");

  expect([first.isNew, second.isNew]).toEqual([true, false]);
  expect([told(first), told(second)]).toEqual([
    expect.stringContaining("Hello 1"),
    expect.stringContaining("Goodbye 2"),
  ]);
});

test("what is used stays, what was not used for longest goes", () => {
  const empty = { classes: [], triggers: [], unparsed: [] };
  writeOutput(cacheFolder, "old", empty);
  writeOutput(cacheFolder, "used", empty);
  for (const name of ["old", "used"])
    utimesSync(path.join(cacheFolder, `${name}.json`), new Date(0), new Date(0));

  expect(readOutput(cacheFolder, "used")).toEqual(empty);
  expect(statSync(path.join(cacheFolder, "used.json")).mtimeMs).toBeGreaterThan(0);
  let written = 0;
  while (readdirSync(cacheFolder).includes("old.json"))
    writeOutput(cacheFolder, `other${(written += 1)}`, empty);

  expect(readdirSync(cacheFolder)).toContain("used.json");
});

test("the folder of several is the nearest that has them all", () => {
  const of = (...paths: readonly string[]): string => folderOfAll(paths);

  expect(of("/a/b")).toBe("/a/b");
  expect(of("/a/b", "/a/bc")).toBe("/a");
  expect(of("/a/b", "/c")).toBe("/");
  expect(of("/a", "/a/b")).toBe("/a");
});
