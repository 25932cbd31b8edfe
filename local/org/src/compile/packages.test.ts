/** A project that depends on a managed package, which a folder stands for. */
import path from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { openLocalOrg } from "../open-local-org.ts";
import { metadataXml, sfdxProject, writeProject } from "../schema/fixture/project.ts";
import { compileProject, type CompiledProject } from "./compile-project.ts";
import { packageStub } from "./packages.ts";

const PACKAGE = {
  "pay/objects/pay__Charge__c/pay__Charge__c.object-meta.xml": metadataXml(
    "CustomObject",
    "<label>Charge</label><pluralLabel>Charges</pluralLabel><deploymentStatus>Deployed</deploymentStatus><sharingModel>ReadWrite</sharingModel><nameField><type>Text</type><label>Name</label></nameField>",
  ),
  "pay/objects/pay__Charge__c/fields/pay__Amount__c.field-meta.xml": metadataXml(
    "CustomField",
    "<fullName>pay__Amount__c</fullName><label>Amount</label><type>Number</type><precision>18</precision><scale>2</scale>",
  ),
  "pay/classes/Gateway.cls": `global abstract class Gateway {
    global enum Mode { TEST, LIVE }
    global static final Integer MOST = 7;
    global class Receipt { global String text; global Receipt() {} global Receipt(String text) { this.text = text; } }
    global abstract Receipt charge(pay__Charge__c charge);
    // Gateway makes the one that 'Gateway' names.
    global static Gateway standard() { return new Plain(); }
    public static Integer hidden() { return 1; }
    global Mode mode() { return Mode.TEST; }
  }`,
  "pay/classes/Plain.cls": `global class Plain extends Gateway {
    global override Receipt charge(pay__Charge__c charge) { return new Receipt('Plain ' + charge.pay__Amount__c); }
  }`,
  "pay/classes/Inside.cls":
    "public class Inside { public static Integer one() { return Gateway.hidden(); } }",
  "pay/classes/Listener.cls": "global interface Listener { void paid(Gateway.Receipt receipt); }",
  "pay/classes/GatewayTest.cls":
    "@IsTest private class GatewayTest { @IsTest static void fails() { Assert.fail('of the package'); } }",
  "pay/triggers/Charges.trigger":
    "trigger Charges on pay__Charge__c (before insert) { Hidden.work(); }",
};

const written: { remove(): void }[] = [];
afterAll(() => {
  for (const each of written) each.remove();
});

function compiled(classes: Readonly<Record<string, string>>): CompiledProject {
  const files = writeProject({
    ...PACKAGE,
    ...Object.fromEntries(
      Object.entries(
        sfdxProject(
          Object.fromEntries(
            Object.entries(classes).map(([name, text]) => [`classes/${name}.cls`, text]),
          ),
        ),
      ).map(([name, text]) => [`own/${name}`, text]),
    ),
  });
  written.push(files);
  const stub = packageStub(path.join(files.path, "pay"));
  return compileProject({ paths: [path.join(files.path, "own"), stub.folder], packages: [stub] });
}

function refusals(text: string): readonly string[] {
  return compiled({ Uses: `public class Uses { ${text} }` }).diagnostics.map(
    ({ message }) => message,
  );
}

describe("a managed package that a folder stands for", () => {
  test("is compiled against, run, extended and implemented by its namespace", () => {
    const project = compiled({
      Shop: `public class Shop extends pay.Gateway implements pay.Listener {
        public String last;
        public override pay.Gateway.Receipt charge(pay__Charge__c charge) {
          return new pay.Gateway.Receipt('Shop ' + charge.pay__Amount__c);
        }
        public void paid(pay.Gateway.Receipt receipt) { last = receipt.text; }
      }`,
      ShopTest: `@IsTest private class ShopTest {
        @IsTest static void standard() {
          pay.Gateway.Receipt receipt = pay.Gateway.standard().charge(new pay__Charge__c(pay__Amount__c = 2));
          Assert.areEqual('Plain 2', receipt.text);
          Assert.areEqual(7, pay.Gateway.MOST);
        }
        @IsTest static void own() {
          pay.Gateway gateway = new Shop();
          pay__Charge__c charge = new pay__Charge__c(Name = 'c', pay__Amount__c = 3.25);
          insert charge;
          ((pay.Listener) gateway).paid(gateway.charge([SELECT pay__Amount__c FROM pay__Charge__c]));
          Assert.areEqual('Shop 3.25', ((Shop) gateway).last);
          Assert.areEqual(pay.Gateway.Mode.TEST, gateway.mode());
        }
        @IsTest static void byName() {
          Assert.isNotNull(Type.forName('pay', 'Gateway'));
          Assert.areEqual('pay.Gateway', Type.forName('pay.Gateway').getName());
          Assert.areEqual('pay.Gateway.Receipt', pay.Gateway.Receipt.class.getName());
          Assert.isNotNull(Type.forName('pay.Gateway.Receipt').newInstance());
        }
      }`,
    });
    expect(project.diagnostics).toEqual([]);

    const { tests, coverage } = openLocalOrg(project).runTests();
    expect(tests.map(({ method, outcome, message }) => [method, outcome, message])).toEqual([
      ["standard", "pass", null],
      ["own", "pass", null],
      ["byName", "pass", null],
    ]);
    expect(coverage.map(({ class: name }) => name)).toEqual(["Shop"]);
  });

  test.each([
    ["what is not global of it", "Integer i = pay.Gateway.hidden();", "hidden"],
    ["a class that is not global", "pay.Inside inside;", "Type is not visible"],
    ["what it does not have", "Integer i = pay.Gateway.missing();", "missing"],
    ["a class it does not have", "pay.Missing missing;", "Invalid type: pay.Missing"],
    ["a class without the namespace", "Gateway gateway;", "Invalid type: Gateway"],
  ])("refuses %s", (_, text, message) => {
    expect(refusals(text).join("\n")).toContain(message);
  });

  test("leaves a variable of the namespace's name what it is", () => {
    expect(refusals("Account pay; String name() { return pay.Name; }")).toEqual([]);
  });
});

describe("a package's folder", () => {
  test("says its namespace in its sfdx-project.json, or is called by it", () => {
    const files = writeProject({
      "stub/sfdx-project.json": '{ "namespace": "npsp" }',
      "abc/x.txt": "",
    });
    written.push(files);
    expect(packageStub(path.join(files.path, "stub")).namespace).toBe("npsp");
    expect(packageStub(path.join(files.path, "abc")).namespace).toBe("abc");
  });

  test.each([
    ["1bad/x.txt", "1bad", "is no namespace"],
    ["a__b/x.txt", "a__b", "is no namespace"],
    ["x/sfdx-project.json", "x", "is not JSON"],
    ["x/y.txt", "nowhere", "No such folder"],
  ])("%s is refused", (file, folder, message) => {
    const files = writeProject({ [file]: "{" });
    written.push(files);
    expect(() => packageStub(path.join(files.path, folder))).toThrow(message);
  });
});
