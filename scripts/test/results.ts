/** The results files of vitest, Jest and the local org, in one shape. Undefined: not such a file, the suite did not get that far. */
import path from "node:path";
import { z } from "zod";
import type { Failure, SuiteResults } from "./outcome.ts";

/** Jest's format, which vitest's JSON reporter writes as well. */
const jestResults = z.object({
  numPassedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string().optional(),
      assertionResults: z.array(
        z.object({
          status: z.string(),
          fullName: z.string(),
          failureMessages: z.array(z.string()).nullish(),
        }),
      ),
    }),
  ),
});

export function jestSuiteResults(root: string, json: unknown): SuiteResults | undefined {
  const parsed = jestResults.safeParse(json);
  if (!parsed.success) return undefined;
  const { numPassedTests, numPendingTests, numTodoTests, testResults } = parsed.data;
  return {
    passed: numPassedTests,
    skipped: numPendingTests + numTodoTests,
    failures: testResults.flatMap(({ name, status, message, assertionResults }) => {
      const file = path.relative(root, name);
      const failed = assertionResults
        .filter((test) => test.status === "failed")
        .map((test): Failure => {
          return { file, test: test.fullName, message: (test.failureMessages ?? []).join("\n") };
        });
      return failed.length === 0 && status === "failed"
        ? [{ file, test: undefined, message: message ?? "" }]
        : failed;
    }),
  };
}

/** Of the executable lines of classes and triggers that are no tests. Salesforce itself asks for 75 %. */
const LEAST_APEX_COVERAGE = 90;

const apexResults = z.object({
  summary: z.object({ passed: z.number(), skipped: z.number() }),
  tests: z.array(
    z.object({
      class: z.string(),
      method: z.string(),
      outcome: z.string(),
      message: z.string().nullable(),
      stackTrace: z.string().nullable(),
    }),
  ),
  compileErrors: z.array(z.object({ file: z.string(), line: z.number(), message: z.string() })),
  coverage: z.array(z.object({ lines: z.number(), covered: z.number() })),
});

export function apexSuiteResults(root: string, json: unknown): SuiteResults | undefined {
  const parsed = apexResults.safeParse(json);
  if (!parsed.success) return undefined;
  const { summary, tests, compileErrors, coverage } = parsed.data;
  return {
    ...summary,
    failures: [
      ...compileErrors.map(({ file, line, message }) => ({
        file: `${path.relative(root, path.resolve(root, file))}:${line}`,
        test: undefined,
        message,
      })),
      ...tests
        .filter(({ outcome }) => outcome === "fail")
        .map((failed) => ({
          file: failed.class,
          test: failed.method,
          message: [failed.message, failed.stackTrace].filter((text) => text !== null).join("\n"),
        })),
      ...coverageFailures(coverage),
    ],
  };
}

function coverageFailures(
  classes: readonly { readonly lines: number; readonly covered: number }[],
): Failure[] {
  const lines = classes.reduce((sum, each) => sum + each.lines, 0);
  const covered = classes.reduce((sum, each) => sum + each.covered, 0);
  if (covered * 100 >= lines * LEAST_APEX_COVERAGE) return [];
  const message = `${covered} of ${lines} lines covered, at least ${LEAST_APEX_COVERAGE} % are asked for`;
  return [{ file: "force-app", test: undefined, message }];
}
