import { afterAll, beforeAll, expect, test } from "vitest";
import { writeProject } from "../schema/fixture/project.ts";
import { openLocalOrg } from "../open-local-org.ts";
import {
  alterableProject,
  compileProject,
  type AlterableProject,
  type CompiledProject,
} from "./compile-project.ts";

const files = writeProject({
  "force-app/main/default/classes/Price.cls": `public class Price {
    public static Integer of(Integer quantity) { return quantity * 2; }
  }`,
  "force-app/main/default/classes/Parts.cls": `public class Parts {
    private static final Integer START = 1;
    private static Integer two;
    static { two = 2; }
    public Integer three { get { return 3; } }
    private final Integer four;
    public Parts() { this.four = 4; }
    public Integer of() { return START + two + this.three + this.four + new Part().five(); }
    private class Part { private Integer five() { return 5; } }
  }`,
  "force-app/main/default/classes/PartsTest.cls": `@IsTest private class PartsTest {
    @IsTest static void sum() { Assert.areEqual(15, new Parts().of()); }
  }`,
  "force-app/main/default/classes/PriceTest.cls": `@IsTest private class PriceTest {
    @IsTest static void twice() { Assert.areEqual(6, Price.of(3)); }
  }`,
});
afterAll(() => files.remove());

let project: CompiledProject;
let alterable: AlterableProject;

beforeAll(() => {
  project = compileProject({ paths: [files.path] });
  alterable = alterableProject({ paths: [files.path] });
});

function verdict(of: CompiledProject, name = "PriceTest"): string | undefined {
  return openLocalOrg(of).runTests([name]).tests[0]?.outcome;
}

const text = (of = "Price"): string =>
  alterable.sources.find(({ name }) => name === of)?.text ?? "";

test("a class with another text is what the tests meet, and the project itself stays as it is", () => {
  const altered = alterable.altered(project, "price", text().replace("* 2", "+ 2"));

  expect(verdict(altered)).toBe("fail");
  expect(verdict(project)).toBe("pass");
  expect(verdict(alterable.altered(project, "Price", text()))).toBe("pass");
});

test.each([
  ["that does not parse", "* 2", "* *"],
  ["that does not compile", "quantity * 2", "'two'"],
])("a text %s is refused", (_name, from, to) => {
  expect(() => alterable.altered(project, "Price", text().replace(from, to))).toThrow();
});

test.each([
  ["an initial value", "START = 1", "START = 9"],
  ["a static block", "two = 2;", "two = 9;"],
  ["an accessor", "return 3", "return 9"],
  ["a constructor", "this.four = 4", "this.four = 9"],
  ["a method", "START + two", "START - two"],
  ["an inner class", "return 5", "return 9"],
])("the other text may differ in %s", (_name, from, to) => {
  const altered = alterable.altered(project, "Parts", text("Parts").replace(from, to));

  expect(verdict(altered, "PartsTest")).toBe("fail");
  expect(verdict(project, "PartsTest")).toBe("pass");
});

test.each([
  [
    "another method",
    "public Integer of()",
    "public Integer twice(Integer a) { return a; } public Integer of()",
  ],
  ["another type of a result", "public Integer of()", "public Decimal of()"],
  ["a member less", "private static Integer two;", ""],
  ["another name of an inner class", "private class Part", "private class Piece"],
])("a text with %s is refused: others would have to be compiled anew", (_name, from, to) => {
  expect(() => alterable.altered(project, "Parts", text("Parts").replace(from, to))).toThrow(
    "What others see of Parts is another",
  );
});

test("a class the project does not have is refused", () => {
  expect(() => alterable.altered(project, "None", "public class None {}")).toThrow("no class None");
});
