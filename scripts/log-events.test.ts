import path from "node:path";
import { format, resolveConfig } from "prettier";
import { expect, test } from "vitest";
import { LOG_EVENTS, type LogEvent } from "../worker/log-events.ts";

const page = path.resolve(import.meta.dirname, "../docs/log-events.md");

/** The page made of the table; `npx vitest run scripts/log-events.test.ts -u` writes it. */
async function pageOf(events: Readonly<Record<string, LogEvent>>): Promise<string> {
  const rows = Object.entries(events).map(([name, { level, means, fields, counted, raises }]) => {
    const outcome = counted !== undefined && "outcome" in counted ? ` ${counted.outcome}` : "";
    const as = counted === undefined ? "" : `${counted.as}${outcome}`.replace("_", " ");
    return `| \`${name}\` | ${level} | ${means} | ${fields.join(", ")} | ${as} | ${raises ?? ""} |`;
  });
  const text = [
    "# The Worker's log",
    "",
    "One JSON line each, with `level`, `event`, `time` and what stands below; a name that ends in `?` may be missing. Made from",
    "`worker/log-events.ts`, as are the counters of `/metrics`, CloudWatch's figures and the alerts. Every line of level error also counts",
    "into `stripe_relay_errors_total` and the alert `errors`, every line of level warn into `stripe_relay_warnings_total`.",
    "",
    "| Event | Level | Means | Carries | Counted as | Raises |",
    "| --- | --- | --- | --- | --- | --- |",
    ...rows,
    "",
  ].join("\n");
  return format(text, { ...(await resolveConfig(page)), parser: "markdown" });
}

test("docs/log-events.md is the table of log events", async () => {
  await expect(await pageOf(LOG_EVENTS)).toMatchFileSnapshot(page);
});
