/** A test run as JUnit XML: what CI systems read. One `testsuite` a class. */
import type { TestOutcome, TestRun } from "../outcome.ts";

export function junitOf({ tests, summary }: TestRun): string {
  const suites = [...Map.groupBy(tests, (each) => each.class)].map(suiteOf);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites tests="${tests.length}" failures="${summary.failed}" skipped="${summary.skipped}" time="${seconds(tests)}">`,
    ...suites,
    "</testsuites>",
    "",
  ].join("\n");
}

function suiteOf([name, tests]: readonly [string, readonly TestOutcome[]]): string {
  const failures = tests.filter(({ outcome }) => outcome === "fail").length;
  return [
    `  <testsuite name="${escaped(name)}" tests="${tests.length}" failures="${failures}" errors="0" time="${seconds(tests)}">`,
    ...tests.map(caseOf),
    "  </testsuite>",
  ].join("\n");
}

function caseOf(test: TestOutcome): string {
  const start = `    <testcase name="${escaped(test.method)}" classname="${escaped(test.class)}" time="${seconds([test])}"`;
  switch (test.outcome) {
    case "pass":
      return `${start}/>`;
    case "skip":
      return `${start}><skipped/></testcase>`;
    case "fail":
      return [
        `${start}>`,
        `      <failure message="${escaped(test.message ?? "")}">${escaped(test.stackTrace ?? "")}</failure>`,
        "    </testcase>",
      ].join("\n");
  }
}

function seconds(tests: readonly TestOutcome[]): string {
  return (tests.reduce((sum, { ms }) => sum + ms, 0) / 1000).toFixed(3);
}

// eslint-disable-next-line no-control-regex -- these are what is taken out
const CONTROL = /[\u0000-\u0008\u000b-\u001f]/gu;

/** Line breaks in attributes too, which a reader would take for spaces; control characters, which XML does not have, are left out. */
function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("\n", "&#10;")
    .replaceAll(CONTROL, "");
}
