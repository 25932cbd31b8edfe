/** A report as text. */
import { nameOf, type ChaosReport } from "./run.ts";
import { isPassed, type Check } from "./verdict.ts";

export function reportText(report: ChaosReport, seed: number): string {
  const { deliveries, attempts, stale, repeatsAbsorbed, deadLetterMessages, touched, seconds } =
    report;
  return [
    "",
    `What went wrong on purpose (seed ${seed}):`,
    ...report.schedule.map(
      (fault) => `  at ${(fault.at * 100).toFixed(0).padStart(2)} %  ${nameOf(fault)}`,
    ),
    "",
    `${deliveries} deliveries took ${attempts} attempts and ${seconds.delivering.toFixed(0)} s; everything ${seconds.inAll.toFixed(0)} s.`,
    `${stale} events came after a newer one, ${repeatsAbsorbed} repeats reached the org and were absorbed, ${deadLetterMessages} dead letters.`,
    `${touched.redriven} dead letters were taken back during the outage, ${touched.alarmsLost} shards lost their alarm, queues failed now and then.`,
    "",
    ...checkLines(report.checks),
  ].join("\n");
}

function checkLines(checks: readonly Check[]): string[] {
  const width = Math.max(...checks.map(({ what }) => what.length));
  const row = (what: string, expected: string, found: string, verdict: string): string =>
    `${what.padEnd(width)}  ${expected.padStart(8)}  ${found.padStart(8)}  ${verdict}`;
  return [
    row("", "expected", "found", ""),
    ...checks.flatMap((check) => [
      row(
        check.what,
        String(check.expected),
        String(check.found),
        isPassed(check) ? "ok" : "WRONG",
      ),
      ...check.examples.map((example) => `    ${example}`),
    ]),
  ];
}
