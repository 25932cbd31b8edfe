/** A public Apex suite, at one commit, and which of its tests do not pass in this org, each with the reason. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

export interface Suite {
  readonly name: string;
  /** `https://github.com/owner/name`. */
  readonly repository: string;
  /** 40 hex digits. */
  readonly commit: string;
  /** Folders of its clone that are read, as `org test --path` takes them. */
  readonly paths: readonly string[];
  /** How many test methods it has. */
  readonly tests: number;
  readonly failures: readonly ExpectedFailures[];
  /** Suites whose sources it stands on, each at the commit of its own file; not there where it stands on none. */
  readonly needs?: readonly string[];
  /** How many reports and dashboards it has, each of which is run; not there where it has none. */
  readonly analytics?: { readonly reports: number; readonly dashboards: number };
}

export interface ExpectedFailures {
  /** What the tests need and this org lacks, or what is not understood yet. */
  readonly reason: string;
  /** `Class.method`. */
  readonly tests: readonly string[];
}

const FOLDER = path.join(import.meta.dirname, "../../conformance");

/** Whatever the file says, it has this shape or is refused: an expectation that is not read expects nothing. */
export class SuiteError extends Error {}

export function suiteNames(): readonly string[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith(".json"))
    .map((file) => path.basename(file, ".json"))
    .sort();
}

export function suiteFile(name: string): string {
  return path.join(FOLDER, `${name}.json`);
}

/** @throws SuiteError where there is no such suite, or its file is not one. */
export function readSuite(name: string): Suite {
  if (!suiteNames().includes(name))
    throw new SuiteError(`There is no suite ${name}. There are: ${suiteNames().join(", ")}.`);
  return { name, ...parseSuite(readFileSync(suiteFile(name), "utf8"), name) };
}

export function parseSuite(text: string, name: string): Omit<Suite, "name"> {
  const refuse = (what: string): never => {
    throw new SuiteError(`${name}.json: ${what}`);
  };
  const given = JSON.parse(text) as Partial<Record<keyof Suite, unknown>>;
  const { repository, commit, paths, tests, failures, needs, analytics } = given;
  if (typeof repository !== "string") return refuse("repository is an address");
  if (typeof commit !== "string" || !/^[0-9a-f]{40}$/u.test(commit))
    return refuse("commit is 40 hex digits");
  if (!isTexts(paths) || paths.length === 0) return refuse("paths is a list of folders");
  if (typeof tests !== "number") return refuse("tests is a number");
  if (!Array.isArray(failures) || !failures.every(isFailures))
    return refuse("failures is a list of { reason, tests }, each with a reason and a test");
  const named = failures.flatMap((each) => each.tests);
  const twice = named.find((test, index) => named.indexOf(test) !== index);
  if (twice !== undefined) return refuse(`${twice} is named twice`);
  if (needs !== undefined && !(isTexts(needs) && needs.every((each) => isSuite(each, name))))
    return refuse("needs is a list of other suites");
  if (analytics !== undefined && !isAnalytics(analytics))
    return refuse("analytics is { reports, dashboards }, both numbers");
  return {
    repository,
    commit,
    paths,
    ...(needs === undefined ? {} : { needs }),
    tests,
    failures,
    ...(analytics === undefined ? {} : { analytics }),
  };
}

function isSuite(name: string, other: string): boolean {
  return name !== other && suiteNames().includes(name);
}

function isAnalytics(value: unknown): value is NonNullable<Suite["analytics"]> {
  if (typeof value !== "object" || value === null) return false;
  const { reports, dashboards } = value as Partial<Record<string, unknown>>;
  return typeof reports === "number" && typeof dashboards === "number";
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((each) => typeof each === "string");
}

function isFailures(value: unknown): value is ExpectedFailures {
  if (typeof value !== "object" || value === null) return false;
  const { reason, tests } = value as Partial<Record<keyof ExpectedFailures, unknown>>;
  return typeof reason === "string" && reason.trim() !== "" && isTexts(tests) && tests.length > 0;
}
