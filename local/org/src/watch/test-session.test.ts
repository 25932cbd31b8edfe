import { rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import {
  metadataXml,
  sfdxProject,
  writeProject,
  type TestProject,
} from "../schema/fixture/project.ts";
import { TestSession } from "./test-session.ts";

const SOURCES = {
  "classes/Price.cls":
    "public class Price { public static Integer of(Integer n) { return n * 2; } }",
  "classes/Tax.cls": "public class Tax { public static Integer of(Integer n) { return n + 1; } }",
  "classes/Names.cls":
    "public class Names { public static Boolean has(String name) { return Type.forName(name) != null; } }",
  "classes/PriceTest.cls":
    "@IsTest private class PriceTest { @IsTest static void twice() { Assert.areEqual(6, Price.of(3)); } }",
  "classes/TaxTest.cls":
    "@IsTest private class TaxTest { @IsTest static void more() { Assert.areEqual(4, Tax.of(3)); } }",
  "classes/AccountTest.cls":
    "@IsTest private class AccountTest { @IsTest static void saved() { insert new Account(Name = 'A'); } }",
  "classes/NamesTest.cls":
    "@IsTest private class NamesTest { @IsTest static void absent() { Assert.isFalse(Names.has('Later')); } }",
  "triggers/Accounts.trigger":
    "trigger Accounts on Account (before insert) { Tax.of(Trigger.new.size()); }",
} as const;

let files: TestProject;
let session: TestSession;

beforeEach(() => {
  files = writeProject(sfdxProject(SOURCES));
  session = new TestSession({ paths: [files.path], only: null, log: () => undefined });
  expect(ranNow().sort()).toEqual(["AccountTest", "NamesTest", "PriceTest", "TaxTest"]);
});
afterEach(() => files.remove());

const fileOf = (name: string): string => path.join(files.path, "force-app/main/default", name);

function edit(
  name: keyof typeof SOURCES,
  from: string,
  to: string,
): ReturnType<TestSession["refresh"]> {
  return write(name, SOURCES[name].replace(from, to));
}

function write(name: string, text: string): ReturnType<TestSession["refresh"]> {
  writeFileSync(fileOf(name), text);
  return session.refresh(new Set([fileOf(name)]));
}

/** Runs what is due, and names it. */
function ranNow(): string[] {
  const ran: string[] = [];
  for (let next = session.runNext(); next !== null; next = session.runNext())
    ran.push(next[0]?.class ?? "");
  return ran;
}

test("an edit runs the tests that ran the class, and no other", () => {
  edit("classes/Price.cls", "* 2", "* 3");
  expect(ranNow()).toEqual(["PriceTest"]);
  expect(session.failing).toEqual(["PriceTest"]);
  edit("classes/Price.cls", "", "");
  expect(ranNow()).toEqual(["PriceTest"]);
  expect(session.failing).toEqual([]);
});

test("what a trigger runs is reached through the save", () => {
  edit("classes/Tax.cls", "+ 1", "+ 2");
  expect(ranNow().sort()).toEqual(["AccountTest", "TaxTest"]);
});

test("a test's own edit runs it alone", () => {
  edit("classes/TaxTest.cls", "Assert.areEqual(4,", "Assert.areEqual(5,");
  expect(ranNow()).toEqual(["TaxTest"]);
});

test("a new test runs, and a test that is gone does not", () => {
  write("classes/NewTest.cls", "@IsTest private class NewTest { @IsTest static void it() { } }");
  expect(ranNow()).toEqual(["NewTest"]);
  rmSync(fileOf("classes/NewTest.cls"));
  session.refresh(new Set([fileOf("classes/NewTest.cls")]));
  expect(ranNow()).toEqual([]);
});

test("a class that was looked for by name and was not there is met when it comes", () => {
  write("classes/Later.cls", "public class Later { }");
  expect(ranNow()).toEqual(["NamesTest"]);
  expect(session.failing).toEqual(["NamesTest"]);
});

test("tests wait while a class they meet does not compile, and run once it does", () => {
  expect(edit("classes/Price.cls", "* 2", "* 'two'")).toMatchObject({ kind: "apex" });
  expect(session.isWaiting).toBe(true);
  expect(ranNow()).toEqual([]);
  edit("classes/Tax.cls", "+ 1", "+ 2");
  expect(ranNow()).toEqual([]);
  edit("classes/Price.cls", "* 2", "* 4");
  expect(ranNow().sort()).toEqual(["AccountTest", "PriceTest", "TaxTest"]);
});

test("tests wait while a file does not parse, and not when it is as before again", () => {
  expect(edit("classes/Price.cls", "return", "return return").kind).toBe("unparsed");
  session.dueFailing();
  expect(session.isWaiting).toBe(true);
  expect(edit("classes/Price.cls", "", "").kind).toBe("nothing");
  expect(session.isWaiting).toBe(false);
});

test("all may be run whatever does not compile: who meets it fails", () => {
  edit("classes/Price.cls", "* 2", "* 'two'");
  session.dueAll();
  expect(ranNow()).toHaveLength(4);
  expect(session.failing).toEqual(["PriceTest"]);
});

test("tests that were run while a class did not compile are run when it does, whatever of it they meet", () => {
  const two = SOURCES["classes/Price.cls"].replace(
    "{ public",
    "{ static void other() { Integer i; } public",
  );
  write("classes/Price.cls", two);
  write("classes/Price.cls", two.replace("Integer i;", "Integer i = 'x';"));
  session.dueAll();
  ranNow();
  expect(session.failing).toEqual(["PriceTest"]);
  write("classes/Price.cls", two);
  expect(ranNow()).toEqual(["PriceTest"]);
  expect(session.failing).toEqual([]);
});

test("an edit runs the methods that ran the edited one, not their neighbours", () => {
  const price =
    "public class Price { static Integer one() {\nreturn 1; }\npublic static Integer two() {\nreturn 2; } public static Integer all() {\nreturn one() + two(); } }";
  write("classes/Price.cls", price);
  write(
    "classes/PriceTest.cls",
    "@IsTest private class PriceTest { @IsTest static void sum() { Assert.areEqual(3, Price.all()); } @IsTest static void alone() { Assert.areEqual(2, Price.two()); } }",
  );
  ranNow();
  write("classes/Price.cls", price.replace("return 1", "return 1 + 0"));
  expect(session.runNext()?.map(({ method }) => method)).toEqual(["sum"]);
  write("classes/Price.cls", price);
  session.runNext();
  write("classes/Price.cls", price.replace("return 2", "return 3 - 1"));
  expect(session.runNext()?.map(({ method }) => method)).toEqual(["sum", "alone"]);
});

test("metadata reaches all", () => {
  write("CustomLabels.labels-meta.xml", metadataXml("CustomLabels", ""));
  expect(ranNow()).toHaveLength(4);
});

test("only the classes that were named ever run", () => {
  const named = new TestSession({
    paths: [files.path],
    only: new Set(["taxtest"]),
    log: () => undefined,
  });
  expect(named.runNext()?.[0]?.class).toBe("TaxTest");
  expect(named.runNext()).toBeNull();
});
