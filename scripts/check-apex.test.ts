import { spawnSync } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

const script = path.join(import.meta.dirname, "check-apex.ts");
const hasJava = spawnSync("javac", ["-version"]).status === 0;

let project: string;

beforeEach(async () => {
  project = await mkdtemp(path.join(tmpdir(), "apex-project-"));
  await mkdir(path.join(project, "force-app", "classes"), { recursive: true });
  await writeFile(
    path.join(project, "sfdx-project.json"),
    JSON.stringify({
      packageDirectories: [{ path: "force-app", default: true }],
      sourceApiVersion: "66.0",
    }),
  );
});

afterEach(async () => {
  await rm(project, { recursive: true, force: true });
});

async function writeClass(name: string, ...lines: string[]): Promise<void> {
  const file = path.join(project, "force-app", "classes", `${name}.cls`);
  await writeFile(file, lines.join("\n"));
  await writeFile(
    `${file}-meta.xml`,
    '<ApexClass xmlns="http://soap.sforce.com/2006/04/metadata"><apiVersion>66.0</apiVersion></ApexClass>',
  );
}

function check(environment: NodeJS.ProcessEnv = process.env): {
  status: number | null;
  lines: string[];
  errors: string;
} {
  const run = spawnSync(process.execPath, [script, project], {
    cwd: project,
    env: environment,
    encoding: "utf8",
  });
  return { status: run.status, lines: run.stdout.trim().split("\n"), errors: run.stderr };
}

describe("check-apex", () => {
  it("says in one sentence that Java is needed when there is none", () => {
    const { status, errors } = check({ ...process.env, JAVA_HOME: "/nonexistent", NO_COLOR: "1" });

    expect(status).toBe(1);
    expect(errors.trim()).toBe(
      "Checking Apex needs a JDK, Java 11 or later, and no Java was found in JAVA_HOME or on the PATH.",
    );
  });
});

/** A machine that is to check everything has no excuse. */
it.runIf(process.env["CI"] !== undefined)("finds a JDK in CI", () => {
  expect(hasJava).toBe(true);
});

describe.runIf(hasJava)("check-apex with Java", { timeout: 300_000 }, () => {
  it("passes a project without errors", async () => {
    await writeClass(
      "Greeting",
      "public with sharing class Greeting {",
      "  public static String forName(String name) {",
      "    return 'Hello ' + name;",
      "  }",
      "}",
    );

    expect(check()).toMatchObject({ status: 0, lines: ["Apex: 1 files checked, 0 errors"] });
  });

  // Three Java machines start for each run, so one run answers for all that is wrong.
  it("tells everything that is wrong at once, by file and line", async () => {
    await writeClass("Calm", "public class Calm extends Exception {}");
    await writeClass("Angry", "public class Angry extends Exception {}");
    await writeClass(
      "Moods",
      "public with sharing class Moods {",
      "  public static Exception current(Boolean isCalm) {",
      "    return isCalm ? new Calm() : new Angry();",
      "  }",
      "}",
    );
    await writeClass(
      "Shadow",
      "public with sharing class Shadow {",
      "  private static final Id CONTACT = idOf(Contact.SObjectType);",
      "  private static Id idOf(SObjectType type) {",
      "    return null;",
      "  }",
      "}",
    );
    await writeClass(
      "Reader",
      "public with sharing class Reader implements Database.Batchable<SObject> {",
      "  public Database.QueryLocator start(Database.BatchableContext context) {",
      "    return Database.getQueryLocator('SELECT Id FROM Contact', AccessLevel.USER_MODE);",
      "  }",
      "  public void execute(Database.BatchableContext context, List<SObject> rows) {",
      "    if (Schema.SObjectType.Contact.isUpdateable()) {",
      "      Database.update(rows, false, AccessLevel.USER_MODE);",
      "    }",
      "  }",
      "  public void finish(Database.BatchableContext context) {",
      "    throw new EventBus.RetryableException(String.valueOf(StatusCode.UNABLE_TO_LOCK_ROW));",
      "  }",
      "}",
    );
    await writeClass(
      "Broken",
      "public with sharing class Broken {",
      "  public static Integer count() {",
      "    return [SELECT COUNT() FROM Unknown__c WHERE Id != NULL WITH SYSTEM_MODE];",
      "  }",
      "  public static Boolean isPretending() {",
      "    return Test.isRunningTest();",
      "  }",
      "  public static String text() {",
      "    return missing;",
      "  }",
      "}",
    );
    await writeClass(
      "Open",
      "public class Open {",
      "  public static List<Contact> all() {",
      "    return [SELECT Id FROM Contact];",
      "  }",
      "}",
    );

    const { status, lines } = check();

    expect(status).toBe(1);
    const all = lines.join("\n");
    expect(all, "two sibling exceptions in one ternary").toMatch(
      /Moods\.cls:3: Incompatible types in ternary operator/,
    );
    expect(all, "a constant that hides the type it is made with").toMatch(
      /Shadow\.cls:2: Illegal forward reference/,
    );
    expect(
      lines.filter((line) => /Reader\.cls.*\(Salesforce's compiler\)/.test(line)),
      "generics, DML with an access level and describes are as the platform declares them",
    ).toEqual([]);
    expect(all, "a name there is not").toMatch(/Broken\.cls:9: .*missing/);
    expect(all, "a rule of ours").toMatch(/Broken\.cls:6: .*\(PMD NoIsRunningTest\)/);
    expect(all, "whose records a class works on").toMatch(/Open\.cls:1: .*\(PMD SharingStated\)/);
    expect(all, "whose rights a query reads with").toMatch(
      /Open\.cls:3: .*\(PMD QueryModeStated\)/,
    );
    expect(all, "a mode that is stated").not.toMatch(/Broken\.cls.*QueryModeStated/);
    const folder = path.join("force-app", "classes");
    expect(lines.slice(0, -1).every((line) => line.startsWith(folder))).toBe(true);
  });
});
