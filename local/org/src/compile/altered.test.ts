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

function verdict(of: CompiledProject): string | undefined {
  return openLocalOrg(of).runTests(["PriceTest"]).tests[0]?.outcome;
}

const text = (): string => alterable.sources.find(({ name }) => name === "Price")?.text ?? "";

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

test("a class the project does not have is refused", () => {
  expect(() => alterable.altered(project, "None", "public class None {}")).toThrow("no class None");
});
