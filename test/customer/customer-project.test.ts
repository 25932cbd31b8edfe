/**
 * Acme's org lived before this product came: its trigger, its jobs and its thirty tests, its habits, and the rules it may have. They stay
 * green with us installed, ours are green beside them, and nothing of Acme's is replaced.
 */
import { globSync, readdirSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { OURS, tested, type Outcome } from "./tested-project.ts";

const ACME = path.join(import.meta.dirname, "project");
/** What Acme does with its contacts, as tests: they change nothing in the org. */
const HABITS = path.join(import.meta.dirname, "habits");
/**
 * A folder for each kind of rule. All rules of a kind stand in one org, for running our tests once takes longer than all else here. What
 * refuses, refuses no less beside another that refuses; and those that change something change each something else.
 */
const RULES = path.join(import.meta.dirname, "rules");
const KINDS = readdirSync(RULES);

function acmes({ passed }: Outcome): readonly string[] {
  return passed.filter((name) => !name.startsWith("Stripe"));
}

function rulesOf(kind: string): readonly string[] {
  return readdirSync(path.join(RULES, kind)).map((rule) => path.join(RULES, kind, rule));
}

describe("Acme's tests", () => {
  test("are thirty and those of its habits, and green without us", () => {
    const outcome = tested(ACME, HABITS);

    expect(outcome.failed).toEqual([]);
    expect(outcome.passed).toHaveLength(36);
  });

  test("are green with us, and ours beside them", () => {
    const outcome = tested(ACME, HABITS, OURS);

    expect(outcome.failed).toEqual([]);
    expect(acmes(outcome)).toHaveLength(36);
    expect(outcome.passed.length).toBeGreaterThan(500);
  });

  test.each(KINDS)("and ours are green where Acme has rules that are %s", (kind) => {
    const outcome = tested(ACME, OURS, ...rulesOf(kind));

    expect(outcome.failed).toEqual([]);
    expect(acmes(outcome).length).toBeGreaterThan(30);
  });
});

test("nothing that is Acme's has a name of ours", () => {
  const namesIn = (folder: string): readonly string[] =>
    globSync("**/*-meta.xml", { cwd: folder }).map((file) =>
      // What an object gets is a part of its own; of the object itself nothing is said.
      file.replace(/^.*main\/default\//, "").toLowerCase(),
    );
  const acme = new Set([ACME, HABITS, ...KINDS.flatMap(rulesOf)].flatMap(namesIn));

  expect(namesIn(OURS).filter((name) => acme.has(name))).toEqual([]);
  // Of standard objects and their layouts we bring no whole, only parts that begin with our names.
  expect(
    namesIn(OURS).filter((name) =>
      /^(objects\/(account|contact)\/\w+\.object-meta|layouts\/(account|contact)-|profiles\/)/.test(
        name,
      ),
    ),
  ).toEqual([]);
});
