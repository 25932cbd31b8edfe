import { unstable_readConfig } from "wrangler";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { ENVIRONMENTS, type Environment } from "./command.ts";
import { DEFAULT_CONFIG, readTarget } from "./target.ts";

const config = z.looseObject({ name: z.string(), vars: z.record(z.string(), z.string()) });

function read(environment?: Environment): z.infer<typeof config> {
  const chosen = environment === undefined ? {} : { env: environment };
  return config.parse(
    unstable_readConfig({ config: DEFAULT_CONFIG, ...chosen }, { hideWarnings: true }),
  );
}

/** Without the numbers that tell the counters of one account apart. */
function limitsOf({ ratelimits }: z.infer<typeof config>): unknown {
  return z
    .array(z.looseObject({ namespace_id: z.string() }))
    .parse(ratelimits)
    .map((each) => ({
      ...each,
      namespace_id: "",
    }));
}

/** Variables that name what belongs to one environment. */
const OWN = [
  "SALESFORCE_LOGIN_URL",
  "AWS_REGION",
  "SECRETS_PREFIX",
  "DEAD_LETTER_QUEUE_URL",
  "API_BUDGET_TABLE",
  "CLOUDWATCH_NAMESPACE",
];

describe.each(ENVIRONMENTS)("[env.%s] of wrangler.toml", (environment) => {
  const shared = read();
  const own = read(environment);

  it("is the configuration the tests run with, but for names that end in its own", () => {
    const parts = ["main", "durable_objects", "migrations", "queues", "triggers", "secrets"];
    const pick = (from: typeof shared, suffix: string): unknown =>
      JSON.parse(
        JSON.stringify(parts.map((part) => from[part])).replaceAll(
          /"(stripe-events-[a-z]+)"/g,
          `"$1${suffix}"`,
        ),
      );

    expect(pick(own, "")).toEqual(pick(shared, `-${environment}`));
    expect(own.name).toBe(`${shared.name}-${environment}`);
  });

  it("inherits what is no variable and no binding", () => {
    for (const part of [
      "compatibility_date",
      "compatibility_flags",
      "observability",
      "upload_source_maps",
      "workers_dev",
      "preview_urls",
      "minify",
      "logpush",
    ])
      expect(own[part], part).toEqual(shared[part]);
    // Or what is deployed is not what is measured, and its log is gone in a week.
    expect([own["minify"], own["logpush"]]).toEqual([true, true]);
  });

  it("has every variable, and changes only those that name what is its own", () => {
    const without = (vars: Record<string, string>): Record<string, string> =>
      Object.fromEntries(Object.entries(vars).filter(([name]) => !OWN.includes(name)));

    expect(Object.keys(own.vars)).toEqual(Object.keys(shared.vars));
    expect(without(own.vars)).toEqual(without(shared.vars));
  });

  it("answers at a domain of its own alone, and slows down strangers", () => {
    const target = readTarget(environment, null);

    expect(target.customDomains).toHaveLength(1);
    expect(target.isOnWorkersDev).toBe(false);
    expect(limitsOf(own)).toEqual(limitsOf(shared));
  });

  it("names what config/aws.yaml makes for it", () => {
    const target = readTarget(environment, null);

    expect(target.secretsPrefix).toBe(`stripe-relay/${environment}/`);
    expect(target.apiBudgetTable).toBe(`stripe-api-budget-${environment}`);
    expect(own.vars["CLOUDWATCH_NAMESPACE"]).toBe(`StripeRelay/${environment}`);
    expect(new URL(target.deadLetterQueueUrl).host).toBe(`sqs.${target.region}.amazonaws.com`);
    expect(target.deadLetterQueueUrl).toMatch(
      new RegExp(`/stripe-events-dead-letters-${environment}$`),
    );
  });

  it("shares no queue, secret, table or figures with another environment", () => {
    const others = ENVIRONMENTS.filter((other) => other !== environment);
    const target = readTarget(environment, null);
    for (const other of others.map((name) => readTarget(name, null))) {
      expect(target.queues.filter((queue) => other.queues.includes(queue))).toEqual([]);
      expect(target.secretsPrefix).not.toBe(other.secretsPrefix);
      expect(target.apiBudgetTable).not.toBe(other.apiBudgetTable);
      expect(target.customDomains.filter((each) => other.customDomains.includes(each))).toEqual([]);
    }
    for (const other of others)
      expect(own.vars["CLOUDWATCH_NAMESPACE"]).not.toBe(read(other).vars["CLOUDWATCH_NAMESPACE"]);
  });
});
