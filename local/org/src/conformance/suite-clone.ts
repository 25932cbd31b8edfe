/** A public suite on disk: its clone at the commit its file names, and what compiling it gives. */
import { execFileSync } from "node:child_process";
import path from "node:path";
import type { CompiledProject } from "../compile/compile-project.ts";
import { testClassesOf } from "../org/run-project-tests.ts";
import { readSuite, SuiteError, type Suite } from "./suite.ts";

export interface SuiteClone {
  readonly suite: Suite;
  /** Of the clone. */
  readonly folder: string;
  /** Folders that are read: those of the suites it needs first. */
  readonly paths: readonly string[];
}

/**
 * @param needed clones of what the suite needs, in that order
 * @throws SuiteError where a folder is no clone, or not as the suite's file knows it
 */
export function suiteClone(
  suite: Suite,
  folder: string,
  needed: readonly string[] = [],
): SuiteClone {
  const { needs = [] } = suite;
  if (needs.length !== needed.length)
    throw new SuiteError(
      needs.length === 0
        ? `${suite.name} needs no other suite.`
        : `${suite.name} needs a clone of each of: ${needs.join(", ")}.`,
    );
  const others = needs.map((name, index) => ({
    suite: readSuite(name),
    folder: needed[index] ?? "",
  }));
  for (const each of [...others, { suite, folder }]) requireCommit(each.suite, each.folder);
  const pathsIn = (each: { suite: Suite; folder: string }): readonly string[] =>
    each.suite.paths.map((relative) => path.resolve(each.folder, relative));
  return {
    suite,
    folder: path.resolve(folder),
    paths: [...others, { suite, folder }].flatMap(pathsIn),
  };
}

/** Test classes of the suite itself, without those of what it needs. */
export function ownTestClasses(
  { folder }: SuiteClone,
  project: CompiledProject,
): readonly string[] {
  return testClassesOf(project)
    .filter(({ file }) => path.resolve(file).startsWith(folder + path.sep))
    .map(({ name }) => name);
}

/** Other sources would have other tests. */
function requireCommit({ commit, repository, paths }: Suite, clone: string): void {
  const git = (...args: readonly string[]): string => {
    try {
      return execFileSync("git", ["-C", clone, ...args], {
        encoding: "utf8",
        stdio: ["ignore", "pipe", "ignore"],
      }).trim();
    } catch {
      throw new SuiteError(`${clone} is no clone of ${repository}.`);
    }
  };
  const head = git("rev-parse", "HEAD");
  if (head !== commit)
    throw new SuiteError(`${clone} is at ${head}; git checkout ${commit} is what is expected of.`);
  const changed = git("status", "--porcelain", "--", ...paths);
  if (changed !== "") throw new SuiteError(`${clone} has changes:\n${changed}`);
}
