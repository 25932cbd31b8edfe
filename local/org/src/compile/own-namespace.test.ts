/** A project that has a namespace of its own. Its classes may be called by it: aidan-harding/nebula-core, SalesforceLabs/FluentAssert. */
import { afterAll, expect, test } from "vitest";
import { openLocalOrg } from "../open-local-org.ts";
import { writeProject } from "../schema/fixture/project.ts";
import { compileProject, type CompiledProject } from "./compile-project.ts";

const written: { remove(): void }[] = [];
afterAll(() => {
  for (const each of written) each.remove();
});

const CLASSES = {
  "src/classes/Part.cls":
    "public virtual class Part { public static final Integer ONE = 1; public virtual String name() { return 'part'; } public class Piece { public Integer two = 2; } }",
  "src/classes/Whole.cls":
    "public class Whole extends own.Part { public Own.Part.Piece piece = new own.Part.Piece(); }",
};

function compiled(namespace: string, tests: readonly string[]): CompiledProject {
  const methods = tests.map((test, at) => `@IsTest static void test${at}() { ${test} }`);
  const files = writeProject({
    "sfdx-project.json": JSON.stringify({ namespace, packageDirectories: [{ path: "src" }] }),
    ...CLASSES,
    "src/classes/OwnTest.cls": `@IsTest private class OwnTest { ${methods.join("\n")} }`,
  });
  written.push(files);
  return compileProject({ paths: [files.path] });
}

test("has classes that may be called by its namespace", () => {
  const tests = [
    "Assert.areEqual('part', new own.Part().name());",
    "Assert.areEqual(1, OWN.Part.ONE);",
    "Assert.areEqual(2, new own.Part.Piece().two);",
    "Assert.areEqual('part', ((own.Part) new Whole()).name());",
    "Assert.areEqual(2, new Whole().piece.two);",
    "Assert.areEqual('part', ((Part) Type.forName('own', 'Part').newInstance()).name());",
    "Assert.areEqual('part', ((Part) Type.forName('Own.Part').newInstance()).name());",
    "Assert.isNull(Type.forName('own', 'Nothing'));",
  ];
  const project = compiled("own", tests);

  const results = openLocalOrg(project).runTests().tests;

  expect(project.diagnostics).toEqual([]);
  expect(results.map(({ message }) => message)).toEqual(tests.map(() => null));
});

test("is not called by another", () => {
  const messages = compiled("other", ["new own.Part();"]).diagnostics.map(({ message }) => message);

  expect(messages).toContain("Invalid type: own.Part");
});
