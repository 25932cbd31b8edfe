import path from "node:path";
import { describe, expect, test } from "vitest";
import { compileProject } from "../compile/compile-project.ts";
import { openLocalOrg } from "../open-local-org.ts";

/** Apex tests that pass on Salesforce; see the project's README. */
const PROJECT = path.join(import.meta.dirname, "../../behaviour");

describe("what Salesforce does, this org does", () => {
  const project = compileProject({ paths: [PROJECT] });
  const org = openLocalOrg(project);

  test("every file compiles", () => {
    expect(project.diagnostics).toEqual([]);
  });

  for (const testClass of project.classes.filter(({ tests }) => tests.length > 0)) {
    test(testClass.name, () => {
      const failures = org
        .runTests([testClass.name])
        .tests.flatMap(({ method, outcome, message, stackTrace }) =>
          outcome === "pass" ? [] : [`${method}: ${message ?? ""}\n${stackTrace ?? ""}`],
        );
      expect(failures).toEqual([]);
    });
  }
});
