import { afterAll, beforeAll, expect, test } from "vitest";
import { compileProject, type CompiledProject } from "../compile/compile-project.ts";
import { openLocalOrg } from "../open-local-org.ts";
import { callSitesOf } from "../runtime/stack.ts";
import { writeProject } from "../schema/fixture/project.ts";
import type { TestOutcome } from "./outcome.ts";
import { runTestClass, type TestEnvironment } from "./run-tests.ts";

const files = writeProject({
  "force-app/main/default/classes/ThreeTest.cls": `@IsTest private class ThreeTest {
    @TestSetup static void setUp() { insert new Account(Name = 'kept'); }
    @IsTest static void first() { insert new Account(Name = 'own'); Assert.areEqual(2, [SELECT COUNT() FROM Account]); }
    @IsTest static void second() { Assert.areEqual(1, [SELECT COUNT() FROM Account]); }
    @IsTest static void third() { Assert.areEqual(1, [SELECT COUNT() FROM Account]); }
  }`,
});
afterAll(() => files.remove());

let project: CompiledProject;
let environment: TestEnvironment;

beforeAll(() => {
  project = compileProject({ paths: [files.path] });
  const { org, engine } = openLocalOrg(project);
  environment = { engine, runner: org.runner, user: org.administrator };
});

/** Runs the class while the org itself breaks in one of its methods. */
function runWithFaultIn(method: string, fault: () => never): readonly TestOutcome[] {
  const [testClass] = project.classes;
  if (testClass === undefined) throw new Error("no test class");
  const engine = Object.create(environment.engine, {
    callStatic: {
      value: (name: string, key: string, values: readonly unknown[]): unknown =>
        key.startsWith(method.toLowerCase())
          ? fault()
          : environment.engine.callStatic(name, key, values),
    },
  }) as TestEnvironment["engine"];
  return runTestClass({ ...environment, engine }, testClass);
}

const verdicts = (outcomes: readonly TestOutcome[]): readonly string[] =>
  outcomes.map(({ method, outcome }) => `${method} ${outcome}`);

test("a fault of the org fails the test it happens in, and no other", () => {
  const outcomes = runWithFaultIn("second", () => {
    throw new TypeError("Cannot read properties of null (reading 'x')");
  });
  expect(verdicts(outcomes)).toEqual(["first pass", "second fail", "third pass"]);
  expect(outcomes[1]?.message).toMatch(/^The local org failed: Cannot read properties/u);
});

test("its stack is text, whoever has read the error's call sites before", () => {
  const outcomes = runWithFaultIn("first", () => {
    const error = new TypeError("broken");
    callSitesOf(error);
    throw error;
  });
  expect(outcomes[0]?.stackTrace).toMatch(/^TypeError: broken\n {4}at /u);
  expect(verdicts(outcomes).slice(1)).toEqual(["second pass", "third pass"]);
});

test("something thrown that is no Error is reported too", () => {
  const outcomes = runWithFaultIn("third", () => {
    // eslint-disable-next-line @typescript-eslint/only-throw-error
    throw "a text";
  });
  expect(outcomes[2]?.message).toBe("The local org failed: a text");
});

test("a fault in the setup fails every test of the class, and is reported for each", () => {
  const outcomes = runWithFaultIn("setUp", () => {
    throw new Error("broken");
  });
  expect(verdicts(outcomes)).toEqual(["first fail", "second fail", "third fail"]);
});

test("after a fault the next run finds the org as it was", () => {
  runWithFaultIn("second", () => {
    throw new Error("broken");
  });
  const [testClass] = project.classes;
  if (testClass === undefined) throw new Error("no test class");
  expect(verdicts(runTestClass(environment, testClass))).toEqual([
    "first pass",
    "second pass",
    "third pass",
  ]);
});

test("whoever asks for no more than one failure is spared the methods after it", () => {
  const [testClass] = project.classes;
  if (testClass === undefined) throw new Error("no test class");
  const isEnough: TestEnvironment["isEnough"] = ({ method }) => method === "second";

  const outcomes = runTestClass({ ...environment, isEnough }, testClass);

  expect(verdicts(outcomes)).toEqual(["first pass", "second pass"]);
});
