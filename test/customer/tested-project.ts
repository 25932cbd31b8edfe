/** Runs the Apex tests of several folders' metadata together, as one org would have it. */
import path from "node:path";
import { expect } from "vitest";
import { CACHE_FOLDER } from "../../local/org/src/cache-folder.ts";
import {
  compileProject,
  type CompiledProject,
} from "../../local/org/src/compile/compile-project.ts";
import { openLocalOrg } from "../../local/org/src/open-local-org.ts";
import { ApexDecimal } from "../../local/org/src/runtime/decimal.ts";

export const OURS = path.resolve(import.meta.dirname, "../../force-app");

export interface Outcome {
  readonly passed: readonly string[];
  readonly failed: readonly string[];
}

export function compiled(...paths: readonly string[]): CompiledProject {
  const project = compileProject({ paths, cacheFolder: CACHE_FOLDER });
  expect(project.diagnostics.filter(({ kind }) => kind === "error")).toEqual([]);
  return project;
}

export function tested(...paths: readonly string[]): Outcome {
  return outcomeIn(compiled(...paths), paths);
}

export function outcomeIn(project: CompiledProject, paths: readonly string[]): Outcome {
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
