import path from "node:path";
import { describe, expect, test } from "vitest";
import { compileProject } from "../compile/compile-project.ts";
import { CALLOUTS_REFUSED } from "../org/callouts-refused.ts";
import { openOrg } from "../org/open-org.ts";
import { runTestClass } from "./run-tests.ts";

/** Apex tests that pass on Salesforce; see the project's README. */
const PROJECT = path.join(import.meta.dirname, "../../behaviour");

describe("what Salesforce does, this org does", () => {
  const project = compileProject({ paths: [PROJECT] });
  const { org, engine } = openOrg(project, { callouts: CALLOUTS_REFUSED, log: () => undefined });
  const environment = { engine, runner: org.runner, user: org.administrator };

  test("every file compiles", () => {
    expect(project.diagnostics).toEqual([]);
  });

  for (const testClass of project.classes.filter(({ tests }) => tests.length > 0)) {
    test(testClass.name, () => {
      const failures = runTestClass(environment, testClass).flatMap(
        ({ method, outcome, message, stackTrace }) =>
          outcome === "pass" ? [] : [`${method}: ${message ?? ""}\n${stackTrace ?? ""}`],
      );
      expect(failures).toEqual([]);
    });
  }
});
