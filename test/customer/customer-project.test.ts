/**
 * Acme's org lived before this product came: its trigger, its jobs and its thirty tests, its habits, and the rules it may have. They stay
 * green with us installed, ours are green beside them, and nothing of Acme's is replaced.
 */
import { globSync, readdirSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { CACHE_FOLDER } from "../../local/org/src/cache-folder.ts";
import {
  compileProject,
  type CompiledProject,
} from "../../local/org/src/compile/compile-project.ts";
import { openLocalOrg } from "../../local/org/src/open-local-org.ts";
import { withCustomMetadata } from "../../local/org/src/serve/custom-metadata-changes.ts";
import { ApexDecimal } from "../../local/org/src/runtime/decimal.ts";

const root = path.resolve(import.meta.dirname, "../..");
const ACME = path.join(import.meta.dirname, "project");
const OURS = path.join(root, "force-app");
/** What Acme does with its contacts, as tests: they change nothing in the org. */
const HABITS = path.join(import.meta.dirname, "habits");
/**
 * A folder for each kind of rule. All rules of a kind stand in one org, for running our tests once takes longer than all else here. What
 * refuses, refuses no less beside another that refuses; and those that change something change each something else.
 */
const RULES = path.join(import.meta.dirname, "rules");
const KINDS = readdirSync(RULES);

interface Outcome {
  readonly passed: readonly string[];
  readonly failed: readonly string[];
}

function compiled(...paths: readonly string[]): CompiledProject {
  const project = compileProject({ paths, cacheFolder: CACHE_FOLDER });
  expect(project.diagnostics.filter(({ kind }) => kind === "error")).toEqual([]);
  return project;
}

function tested(...paths: readonly string[]): Outcome {
  return outcomeIn(compiled(...paths), paths);
}

function outcomeIn(project: CompiledProject, paths: readonly string[]): Outcome {
  const opened = openLocalOrg(project);
  // An org of several currencies has another besides its own: two of it are one dollar.
  if (paths.some((folder) => path.basename(folder) === "several-currencies"))
    opened.org.keep("CurrencyType", null, {
      IsoCode: "EUR",
      IsActive: true,
      ConversionRate: ApexDecimal.parse("2"),
    });
  const outcomes = opened.runTests().tests.map(({ class: name, method, outcome, message }) => ({
    name: `${name}.${method}`,
    outcome,
    message,
  }));
  return {
    passed: outcomes.filter(({ outcome }) => outcome === "pass").map(({ name }) => name),
    failed: outcomes
      .filter(({ outcome }) => outcome === "fail")
      .map(({ name, message }) => `${name}: ${message ?? ""}`),
  };
}

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

test("ours are green where administrators have set and switched everything otherwise, as a next release meets it", () => {
  const project = compiled(OURS);
  const switches = globSync("Manage_Trigger.*", {
    cwd: path.join(OURS, "main/default/customMetadata"),
  });
  const schema = withCustomMetadata(project.schema, {
    "Stripe_Setting.Default": {
      Accept_Both_Modes__c: false,
      Account_ID__c: "acct_1Acme",
      Checkout_Success_URL__c: null,
      Close_Time_Zone__c: "Pacific/Auckland",
      Create_Customers__c: false,
      Customer_Of__c: "Company",
      Event_Retention_Days__c: 1,
      Finance_Queue__c: null,
      Livemode__c: true,
      MRR_Discounts__c: "None",
      MRR_Past_Due__c: "Leave out",
      Nightly_Repair__c: true,
      Requests_Per_Second__c: 1,
    },
    ...Object.fromEntries(
      switches.map((file) => [path.basename(file, ".md-meta.xml"), { Is_Active__c: false }]),
    ),
  });

  const outcome = outcomeIn({ ...project, schema }, [OURS]);

  expect(outcome.failed).toEqual([]);
  expect(outcome.passed.length).toBeGreaterThan(500);
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
