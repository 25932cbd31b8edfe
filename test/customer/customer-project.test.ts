/**
 * Acme's org lived before this product came: its trigger, its jobs and its thirty tests, and the rules it may have. They stay green with us
 * installed, ours are green beside them, and nothing of Acme's is replaced.
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
const RULES = path.join(import.meta.dirname, "rules");

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

describe("Acme's tests", () => {
  test("are thirty, and green without us", () => {
    const outcome = tested(ACME);

    expect(outcome.failed).toEqual([]);
    expect(outcome.passed).toHaveLength(30);
  });

  test("are green with us, and ours beside them", () => {
    const outcome = tested(ACME, OURS);

    expect(outcome.failed).toEqual([]);
    expect(acmes(outcome)).toHaveLength(30);
    expect(outcome.passed.length).toBeGreaterThan(500);
  });

  test.each(readdirSync(RULES))("and ours are green where Acme has %s", (rule) => {
    const outcome = tested(ACME, OURS, path.join(RULES, rule));

    expect(outcome.failed).toEqual([]);
    expect(acmes(outcome).length).toBeGreaterThanOrEqual(30);
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
  const acme = new Set([ACME, RULES].flatMap(namesIn));

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
