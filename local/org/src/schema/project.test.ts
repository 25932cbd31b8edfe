import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { writeProject, type TestProject } from "./fixture/project.ts";
import { forceIgnore } from "./force-ignore.ts";
import { projectFiles } from "./project.ts";

let project: TestProject | null = null;
afterEach(() => {
  project?.remove();
  project = null;
});

function filesOf(files: Readonly<Record<string, string>>, ...paths: string[]): readonly string[] {
  const { path } = (project = writeProject(files));
  const roots = paths.length === 0 ? [path] : paths.map((each) => join(path, each));
  return projectFiles(roots).files.map((file) => file.slice(path.length + 1));
}

const twoPackages = JSON.stringify({
  packageDirectories: [{ path: "one" }, { path: "two" }],
  sourceApiVersion: "66.0",
});

test("every package directory is looked through, and nothing else", () => {
  expect(
    filesOf({
      "sfdx-project.json": twoPackages,
      "two/B.cls": "",
      "one/a/A.cls": "",
      "scripts/c.apex": "",
    }),
  ).toEqual(["one/a/A.cls", "two/B.cls"]);
});

test("a package directory may be written with the separators of Windows", () => {
  const configuration = JSON.stringify({ packageDirectories: [{ path: "plugins\\Other" }] });

  expect(filesOf({ "sfdx-project.json": configuration, "plugins/Other/A.cls": "" })).toEqual([
    "plugins/Other/A.cls",
  ]);
});

test("Lightning components and hidden folders are skipped", () => {
  expect(
    filesOf({
      "lwc/a/a.js-meta.xml": "",
      "aura/b/b.cmp-meta.xml": "",
      ".git/C.cls": "",
      "node_modules/d/D.cls": "",
      "A.cls": "",
    }),
  ).toEqual(["A.cls"]);
});

test(".forceignore of the project counts, also for a folder inside it", () => {
  const files = {
    "sfdx-project.json": twoPackages,
    ".forceignore": "# comment\n\n**/jsconfig.json\none/drafts/\n",
    "one/jsconfig.json": "",
    "one/drafts/A.cls": "",
    "one/B.cls": "",
    "two/C.cls": "",
  };

  expect(filesOf(files, "one")).toEqual(["one/B.cls"]);
});

test("several paths are one project, each file once", () => {
  expect(filesOf({ "a/A.cls": "", "b/B.cls": "" }, "a", "b", "a/A.cls")).toEqual([
    "a/A.cls",
    "b/B.cls",
  ]);
});

test("the API version is the project's", () => {
  project = writeProject({ "sfdx-project.json": twoPackages, "one/A.cls": "", "two/B.cls": "" });

  expect(projectFiles([project.path]).sourceApiVersion).toBe("66.0");
});

describe("a path that cannot be loaded is told apart", () => {
  test.each([
    [{}, "missing", "No such file or folder"],
    [{ "sfdx-project.json": "{" }, "", "is not JSON"],
    [{ "sfdx-project.json": "{}" }, "", "names no packageDirectories"],
    [{ "sfdx-project.json": '{"packageDirectories":[{}]}' }, "", "has no path"],
    [{ "sfdx-project.json": twoPackages }, "", "names a folder that is missing"],
  ])("%j", (files, path, message) => {
    expect(() => filesOf(files, path)).toThrow(message);
  });
});

describe(".forceignore", () => {
  test.each([
    ["*.ts", "a/b/c.ts", true],
    ["*.ts", "a/b/c.tsx", false],
    ["**/__tests__/**", "a/__tests__/b.js", true],
    ["**/__tests__/**", "__tests__/b.js", true],
    ["package.xml", "manifest/package.xml", true],
    ["/package.xml", "manifest/package.xml", false],
    ["/package.xml", "package.xml", true],
    ["a/b", "a/b/c/d", true],
    ["a/b", "x/a/b", false],
    ["a/*/c", "a/b/c", true],
    ["a/*/c", "a/b/b/c", false],
    ["a/**/c", "a/c", true],
    ["a/**/c", "a/b/b/c", true],
    ["drafts/", "x/drafts/A.cls", true],
    ["drafts/", "x/drafts", false],
    ["file?.cls", "file1.cls", true],
    ["file[0-9].cls", "filex.cls", false],
    ["file[!0-9].cls", "filex.cls", true],
    ["a+b(c).cls", "a+b(c).cls", true],
    ["*.cls\n!Keep.cls", "Keep.cls", false],
    ["!Keep.cls\n*.cls", "Keep.cls", true],
  ])("%j for %s: %s", (patterns, path, isIgnored) => {
    expect(forceIgnore(patterns)(path)).toBe(isIgnored);
  });
});
