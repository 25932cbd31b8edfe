import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { writeProject } from "../schema/fixture/project.ts";
import { suiteClone } from "./suite-clone.ts";
import type { Suite } from "./suite.ts";

const files = writeProject({
  "force-app/Price.cls": "public class Price {}",
  "docs/notes.md": "notes",
});
afterAll(() => files.remove());

function git(...args: readonly string[]): string {
  const who = ["-c", "user.name=Anyone", "-c", "user.email=anyone@example.com"];
  return execFileSync("git", ["-C", files.path, ...who, ...args], { encoding: "utf8" }).trim();
}
git("init", "--quiet");
git("add", ".");
git("commit", "--quiet", "--message", "first");

const suite: Suite = {
  name: "some",
  repository: "https://github.com/some/suite",
  commit: git("rev-parse", "HEAD"),
  paths: ["force-app"],
  tests: 1,
  failures: [],
};

describe("a clone of a suite", () => {
  it("is read in the folders its file names", () => {
    const { folder, paths } = suiteClone(suite, files.path);

    expect(paths).toEqual([path.join(folder, "force-app")]);
  });

  it("is refused at another commit, and where it is none", () => {
    const other = { ...suite, commit: "0123456789012345678901234567890123456789" };

    expect(() => suiteClone(other, files.path)).toThrow(/is at [0-9a-f]{40}; git checkout 0123/);
    expect(() => suiteClone(suite, "/nowhere")).toThrow("is no clone of");
  });

  it("is refused with changes in those folders, not beside them", () => {
    writeFileSync(path.join(files.path, "docs/notes.md"), "other notes");
    expect(() => suiteClone(suite, files.path)).not.toThrow();
    writeFileSync(
      path.join(files.path, "force-app/Price.cls"),
      "public class Price { Integer i; }",
    );
    expect(() => suiteClone(suite, files.path)).toThrow("has changes");
  });

  it("needs a clone of each suite it stands on", () => {
    const needing = { ...suite, needs: ["fflib-apex-mocks"] };

    expect(() => suiteClone(needing, files.path)).toThrow(
      "needs a clone of each of: fflib-apex-mocks",
    );
    expect(() => suiteClone(suite, files.path, [files.path])).toThrow("needs no other suite");
    expect(() => suiteClone(needing, files.path, ["/nowhere"])).toThrow("is no clone of");
  });
});
