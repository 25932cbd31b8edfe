/** What a person is told who gives the commands something wrong: one sentence with the file, and the rest still works. */
import { spawnSync } from "node:child_process";
import { createServer, type AddressInfo } from "node:net";
import path from "node:path";
import { format } from "node:util";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import {
  metadataXml,
  sfdxProject,
  type TestProject,
  writeProject,
} from "../schema/fixture/project.ts";
import { main } from "./main.ts";

const ORG = path.resolve(import.meta.dirname, "../../bin/org.ts");
const APEX = "classes";
const GOOD = "public class Good { public static Integer one() { return 1; } }";
const GOOD_TEST =
  "@IsTest private class GoodTest { @IsTest static void one() { Assert.areEqual(1, Good.one()); } }";

interface Answer {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

let project: TestProject | null = null;

beforeEach(() => {
  project = null;
});
afterEach(() => {
  project?.remove();
});

function arguments_(command: string, more: readonly string[]): readonly string[] {
  return [command, "--project", project?.path ?? "/nowhere", "--no-cache", ...more];
}

/** As a process of its own, which costs as much as all that a command does here: once a command. */
function asProgram(command: string): Answer {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [ORG, ...arguments_(command, [])],
    { encoding: "utf8" },
  );
  return { code: status, out: stdout, err: stderr };
}

/** All that the program does with its arguments. */
async function org(command: string, ...more: readonly string[]): Promise<Answer> {
  const answer = { out: "", err: "" };
  const log = vi.spyOn(console, "log").mockImplementation((...said) => {
    answer.out += `${format(...said)}\n`;
  });
  const error = vi.spyOn(console, "error").mockImplementation((...said) => {
    answer.err += `${format(...said)}\n`;
  });
  try {
    return { code: await main(arguments_(command, more)), ...answer };
  } finally {
    log.mockRestore();
    error.mockRestore();
  }
}

function given(files: Readonly<Record<string, string>>): string {
  project = writeProject(files);
  return project.path;
}

const COMMANDS = ["check", "test", "serve", "gaps"] as const;

/** No stack trace of ours, whatever happens. */
function expectSentence(answer: Answer, sentence: string): void {
  expect(`${answer.out}${answer.err}`).toContain(sentence);
  expect(answer.err).not.toMatch(/^\s+at .*\.ts:\d+/mu);
  expect(answer.code).toBe(1);
}

describe.each(COMMANDS)("org %s", (command) => {
  test("names the project folder that is missing", () => {
    expectSentence(asProgram(command), "No such file or folder: /nowhere");
  });

  test("names the project file that is not JSON", async () => {
    const at = given({ "sfdx-project.json": '{ "packageDirectories": [' });

    expectSentence(await org(command), `${at}/sfdx-project.json is not JSON`);
  });

  test("names the package directory that is missing", async () => {
    const at = given({ "sfdx-project.json": '{ "packageDirectories": [{ "path": "gone" }] }' });

    expectSentence(
      await org(command),
      `${at}/sfdx-project.json names a folder that is missing: ${at}/gone`,
    );
  });
});

describe("org check", () => {
  test("says that it was given the project's file in place of its folder", async () => {
    const at = given(sfdxProject({}));
    const file = path.join(at, "sfdx-project.json");

    expectSentence(
      await org("check", "--project", file),
      `${file} is a file: give the folder it is in.`,
    );
  });

  test("says that a folder holds nothing to read", async () => {
    const at = given({});

    expectSentence(await org("check"), `${at} has neither an sfdx-project.json nor any metadata`);
  });

  test.each([
    ["a syntax error", "public class Bad { void f() { g( } }", "Bad.cls:1:32: "],
    ["a superclass that is missing", "public class Bad extends Gone {}", "Invalid type: Gone"],
    [
      "an object that is missing",
      "public class Bad { Gone__c field; }",
      "Bad.cls:1:20: Invalid type: Gone__c",
    ],
    [
      "a field that is missing",
      "public class Bad { Object o = new Account(Gone__c = 1); }",
      "Field does not exist: Gone__c on Account",
    ],
    [
      "a column that is missing",
      "public class Bad { Object o = [SELECT Gone__c FROM Account]; }",
      "No such column 'Gone__c' on entity 'Account'.",
    ],
  ])("tells of %s and counts the errors", async (_what, source, sentence) => {
    given(sfdxProject({ [`${APEX}/Bad.cls`]: source, [`${APEX}/Good.cls`]: GOOD }));

    const answer = await org("check");

    expectSentence(answer, sentence);
    expect(answer.out).toContain("1 errors");
    expect(answer.out).not.toContain("Good.cls");
  });

  test("tells of classes that inherit each other, once", async () => {
    given(
      sfdxProject({
        [`${APEX}/A.cls`]: "public virtual class A extends B {}",
        [`${APEX}/B.cls`]: "public virtual class B extends A {}",
      }),
    );

    const answer = await org("check");

    expectSentence(answer, "Circular definition: A");
    expect(answer.out).toContain("1 errors");
  });

  test("tells where XML is broken, and reads the other files", async () => {
    given(
      sfdxProject({
        "labels/CustomLabels.labels-meta.xml": "<CustomLabels>\n<labels>\n</CustomLabels>",
        [`${APEX}/Bad.cls`]: "public class Bad extends Gone {}",
      }),
    );

    const answer = await org("check");

    expectSentence(answer, "CustomLabels.labels-meta.xml:3:1: Missing end tag for element labels");
    expect(answer.out).toContain("Invalid type: Gone");
  });

  test("only notes metadata of a type it does not know", async () => {
    given(
      sfdxProject({
        "weird/a.weird-meta.xml": metadataXml("Weird", ""),
        [`${APEX}/Good.cls`]: GOOD,
      }),
    );

    const answer = await org("check");

    expect(answer.err).toContain(
      "weird/a.weird-meta.xml: Metadata of this type has no effect here",
    );
    expect(answer.code).toBe(0);
  });
});

describe("org test", () => {
  test("runs the tests that compile, and fails for the class that does not", async () => {
    given(
      sfdxProject({
        [`${APEX}/Bad.cls`]: "public class Bad { void f() { g( } }",
        [`${APEX}/Good.cls`]: GOOD,
        [`${APEX}/GoodTest.cls`]: GOOD_TEST,
      }),
    );

    const answer = await org("test");

    expectSentence(answer, "Bad.cls:1:32: ");
    expect(answer.out).toContain("1 passed, 0 failed, 0 skipped");
  });

  test("says which test class it was asked for and does not have", async () => {
    given(sfdxProject({ [`${APEX}/Good.cls`]: GOOD }));

    const answer = await org("test", "--class", "Gone");

    expect(answer.err).toContain("There is no test class Gone in the project.");
    expect(answer.code).toBe(2);
  });
});

describe("org exec", () => {
  test("names what this org lacks, and where it was reached", async () => {
    const at = given({ ...sfdxProject({}), "lacking.apex": "\nSchema.describeTabs();" });

    const answer = await org("exec", path.join(at, "lacking.apex"));

    expect(answer.err).toContain(
      "Not supported by the local org yet: System.Schema.describeTabs()\nAnonymousBlock: line 2",
    );
    expect(answer.err).not.toContain("LOCAL_ORG_DEBUG");
    expect(answer.code).toBe(1);
  });
});

describe.each([
  ["test", "--json"],
  ["test", "--sf-json"],
  ["test", "--junit"],
  ["test", "--lcov"],
  ["test", "--coverage"],
  ["types", "--out"],
])("org %s %s", (command, option) => {
  test("says before its work that the file cannot be written", async () => {
    const at = given(
      sfdxProject({ [`${APEX}/GoodTest.cls`]: GOOD_TEST, [`${APEX}/Good.cls`]: GOOD }),
    );

    for (const [file, sentence] of [
      ["", `${option} takes the name of a file.`],
      [at, `${option} takes the name of a file: ${at} is a folder.`],
      [path.join(at, "gone/file"), `there is no folder ${path.join(at, "gone")}.`],
    ] as const) {
      const answer = await org(command, option, file);

      expect(answer.err).toContain(sentence);
      expect([answer.out, answer.code]).toEqual(["", 2]);
    }
  });
});

describe("org serve", () => {
  test("does not open an org whose Apex does not compile", async () => {
    given(sfdxProject({ [`${APEX}/Bad.cls`]: "public class Bad extends Gone {}" }));

    expectSentence(await org("serve", "--port", "0"), "Invalid type: Gone");
  });

  test("says that the folder for the records cannot be made", async () => {
    const at = given(sfdxProject({}));
    const file = path.join(at, "sfdx-project.json");

    expectSentence(
      await org("serve", "--port", "0", "--data", file),
      `The folder ${file} cannot be made`,
    );
  });

  test("says that the port is taken", async () => {
    given(sfdxProject({}));
    const other = createServer();
    await new Promise<void>((resolve) => void other.listen(0, "127.0.0.1", resolve));
    // A server that listens on a TCP port has such an address.
    const { port } = other.address() as AddressInfo;

    expectSentence(await org("serve", "--port", String(port)), `Port ${port} is taken`);
    other.close();
  });

  test("says which port it was given", async () => {
    given(sfdxProject({}));

    const answer = await org("serve", "--port", "http");

    expect(answer.err).toContain('--port takes a number up to 65535, not "http".');
    expect(answer.code).toBe(2);
  });
});
