import { readFileSync } from "node:fs";
import path from "node:path";
import { Script } from "node:vm";
import { describe, expect, it } from "vitest";
import { parseDocument, visit, type ScalarTag, type CollectionTag } from "yaml";
import { z } from "zod";
import { stackName } from "./target.ts";

const text = readFileSync(path.resolve(import.meta.dirname, "../../config/aws.yaml"), "utf8");

const sentMetrics = z.array(
  z.object({
    MetricName: z.string(),
    Dimensions: z.array(z.object({ Name: z.string(), Value: z.string() })).default([]),
  }),
);

/** The Worker's own function. Imported by a name the type check does not follow: the Worker's types are workerd's, not Node's. */
const cloudwatch = path.resolve(import.meta.dirname, "../../worker/ops/alerts/cloudwatch.ts");
const { metricData } = z
  .object({
    metricData: z.custom<(watch: unknown) => unknown>((each) => typeof each === "function"),
  })
  .parse(await import(cloudwatch));

function metricsOf(watch: unknown): z.infer<typeof sentMetrics> {
  return sentMetrics.parse(metricData(watch));
}

/** What wrangler.toml calls CLOUDWATCH_NAMESPACE, as the template writes it. */
const NAMESPACE = { Sub: "StripeRelay/${Environment}" };

/** CloudFormation's short forms, as the objects they stand for. */
const scalarTags: ScalarTag[] = ["Ref", "GetAtt", "Sub"].map((name) => ({
  tag: `!${name}`,
  resolve: (value: string) => ({ [name]: value }),
}));
const listTags: CollectionTag[] = ["Join"].map((name) => ({
  tag: `!${name}`,
  collection: "seq",
  resolve: (list) => ({ [name]: list.toJSON() as unknown }),
}));

const parsed = parseDocument(text, { customTags: [...scalarTags, ...listTags] });

const resource = z.object({
  Type: z.string(),
  Properties: z.record(z.string(), z.unknown()).default({}),
  DependsOn: z.string().optional(),
  DeletionPolicy: z.string().optional(),
});
const template = z
  .object({
    Parameters: z.record(z.string(), z.unknown()),
    Resources: z.record(z.string(), resource),
    Outputs: z.record(z.string(), z.object({ Value: z.unknown() })),
  })
  .parse(parsed.toJS());

type Resource = z.infer<typeof resource>;

function ofType(type: string): [string, Resource][] {
  return Object.entries(template.Resources).filter(([, each]) => each.Type === type);
}

/** Figures for the dashboard, which no alarm watches. */
const WITHOUT_ALARM: Readonly<Record<string, string>> = {
  BreakerOpen: "AlertActive breaker_open says when it stays open",
  DeadLetters: "EventsDead tells of each, AWS's ApproximateAgeOfOldestMessage of those left lying",
  Errors: "AlertActive errors counts the same lines",
  SalesforceCalls: "ApiBudgetUsed is its share of the limit",
  WebhooksRefused: "SignatureFailures and AlertActive webhooks_refused tell its two kinds apart",
  "AlertActive Alert=api_budget": "ApiBudgetUsed",
  "AlertActive Alert=dead_letters_growing": "EventsDead",
  "AlertActive Alert=error_rate": "EventsPublished, EventsRetried and EventsDead",
  "AlertActive Alert=lag": "LagSeconds",
  "AlertActive Alert=queue_growing": "OpenEvents",
  "AlertActive Alert=signature_failures": "SignatureFailures",
};

/** Every object within a value, itself included. */
function objectsIn(value: unknown): Record<string, unknown>[] {
  if (Array.isArray(value)) return value.flatMap(objectsIn);
  if (typeof value !== "object" || value === null) return [];
  // An object that is no array has text keys.
  const object = value as Record<string, unknown>;
  return [object, ...Object.values(object).flatMap(objectsIn)];
}

function texts(value: unknown, key: string): string[] {
  return objectsIn(value).flatMap((object) => {
    const found = object[key];
    return typeof found === "string" ? [found] : [];
  });
}

const statement = z.object({
  Effect: z.string(),
  Action: z.union([z.string(), z.array(z.string())]),
  Resource: z.unknown(),
  Condition: z.unknown().optional(),
});

function policyStatements(): (z.infer<typeof statement> & { owner: string })[] {
  return ["AWS::IAM::Role", "AWS::IAM::User", "AWS::IAM::ManagedPolicy"]
    .flatMap(ofType)
    .flatMap(([owner, { Properties }]) =>
      objectsIn(Properties)
        .filter((object) => "Effect" in object && "Resource" in object)
        .map((object) => ({ owner, ...statement.parse(object) })),
    );
}

describe("config/aws.yaml", () => {
  it("is YAML that CloudFormation reads: no mistake, no alias, no merge key", () => {
    const borrowed: string[] = [];
    visit(parsed, {
      Alias: (_, { source }) => void borrowed.push(source),
      Pair: (_, { key }) => {
        if (String(key) === "<<") borrowed.push("<<");
      },
    });

    expect(parsed.errors).toEqual([]);
    expect(parsed.warnings).toEqual([]);
    expect(borrowed).toEqual([]);
  });

  it("refers only to what it declares", () => {
    const declared = new Set([
      ...Object.keys(template.Parameters),
      ...Object.keys(template.Resources),
    ]);
    const everything = { ...template.Resources, ...template.Outputs };
    const references = [
      ...texts(everything, "Ref"),
      ...texts(everything, "GetAtt").map((path_) => path_.split(".")[0] ?? ""),
      ...texts(everything, "Sub").flatMap((pattern) =>
        [...pattern.matchAll(/\$\{([^}!]+)\}/g)].map(([, name = ""]) => name.split(".")[0] ?? ""),
      ),
      ...Object.values(template.Resources).flatMap(({ DependsOn }) => DependsOn ?? []),
    ].filter((name) => !name.startsWith("AWS::"));

    expect(references.length).toBeGreaterThan(50);
    expect(references.filter((name) => !declared.has(name))).toEqual([]);
  });

  it("grants nothing on everything, except metrics, which know no resource", () => {
    const wild = policyStatements().filter((each) => JSON.stringify(each.Resource).includes('"*"'));

    expect(policyStatements().length).toBeGreaterThan(5);
    for (const each of wild) {
      expect(each.Action, each.owner).toBe("cloudwatch:PutMetricData");
      expect(each.Condition).toEqual({ StringEquals: { "cloudwatch:namespace": NAMESPACE } });
    }
  });

  it("grants no action by wildcard", () => {
    for (const { owner, Action } of policyStatements())
      expect(
        [Action].flat().filter((action) => action.includes("*")),
        owner,
      ).toEqual([]);
  });

  it("keeps dead letters encrypted, for 14 days, when the stack goes too", () => {
    const [[, queue] = []] = ofType("AWS::SQS::Queue");

    expect(queue?.Properties).toMatchObject({
      MessageRetentionPeriod: 14 * 86_400,
      MaximumMessageSize: 1_048_576,
      KmsMasterKeyId: { Ref: "EncryptionKey" },
    });
    expect(queue?.DeletionPolicy).toBe("Retain");
  });

  it("calls the relay's user as the check names it when it tells to make a key", () => {
    const [[, user] = []] = ofType("AWS::IAM::User");

    expect(user?.Properties["UserName"]).toEqual({ Sub: "stripe-relay-${Environment}" });
    expect(stackName("staging")).toBe("stripe-relay-staging");
  });

  it("lets DynamoDB forget what has expired", () => {
    const [[, table] = []] = ofType("AWS::DynamoDB::Table");

    expect(table?.Properties["TimeToLiveSpecification"]).toEqual({
      AttributeName: "expires_at",
      Enabled: true,
    });
  });

  it("holds no value of a secret", () => {
    for (const [name, { Properties }] of ofType("AWS::SecretsManager::Secret"))
      expect(Object.keys(Properties), name).not.toContain("SecretString");
  });

  it.each(ofType("AWS::Lambda::Function"))("has code in %s that Lambda takes", (_, lambda) => {
    const { ZipFile: code } = z.object({ ZipFile: z.string() }).parse(lambda.Properties["Code"]);

    // https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-lambda-function-code.html
    expect(code.length).toBeLessThanOrEqual(4096);
    expect(() => new Script(`(function (require, exports) {${code}})`)).not.toThrow();
    expect(code).toContain("exports.handler");
  });

  it("records who reads a secret, and tells of those who are neither the relay nor the rotation", () => {
    const [[, trail] = []] = ofType("AWS::CloudTrail::Trail");
    const [[, filter] = []] = ofType("AWS::Logs::MetricFilter");
    const selectors = z
      .array(z.object({ ExcludeManagementEventSources: z.array(z.string()) }))
      .parse(trail?.Properties["EventSelectors"]);
    const { Sub: pattern } = z
      .object({ Sub: z.string() })
      .parse(filter?.Properties["FilterPattern"]);

    expect(trail?.Properties).toMatchObject({
      IsLogging: true,
      EnableLogFileValidation: true,
      EventSelectors: [{ IncludeManagementEvents: true, ReadWriteType: "All" }],
    });
    expect(selectors[0]?.ExcludeManagementEventSources).not.toContain(
      "secretsmanager.amazonaws.com",
    );
    expect(filter?.Properties["LogGroupName"]).toEqual({ Ref: "AuditLog" });
    // Ref of a user is its name.
    expect(pattern).toContain('$.userIdentity.userName != "${Relay}"');
    expect(pattern).toContain('sessionIssuer.arn != "${RotationRole.Arn}"');
    for (const [name, { Properties }] of ofType("AWS::SecretsManager::Secret"))
      expect(texts(Properties, "Sub")[0], name).toMatch(/^stripe-relay\/\$\{Environment\}\//);
    expect(pattern).toContain('secretId = "*stripe-relay/${Environment}/*"');
  });

  it("forgets every log after a time", () => {
    for (const [name, { Properties }] of ofType("AWS::Logs::LogGroup"))
      expect(Properties["RetentionInDays"], name).toBe(90);
    for (const [name, { Properties }] of ofType("AWS::S3::Bucket"))
      expect(JSON.stringify(Properties["LifecycleConfiguration"]), name).toMatch(
        /"ExpirationInDays":\d+/,
      );
    // A function without a group of its own would get one that keeps everything for ever.
    const groups = ofType("AWS::Logs::LogGroup").flatMap(([, each]) => texts(each, "Sub"));
    for (const [name, { Properties }] of ofType("AWS::Lambda::Function"))
      expect(groups, name).toContain(`/aws/lambda/${texts(Properties, "Sub")[0] ?? ""}`);
  });

  it.each(ofType("AWS::S3::Bucket"))("opens %s to nobody, and to no plain HTTP", (name, bucket) => {
    const policy = ofType("AWS::S3::BucketPolicy").find(
      ([, { Properties }]) =>
        JSON.stringify(Properties["Bucket"]) === JSON.stringify({ Ref: name }),
    );

    expect(bucket.Properties["PublicAccessBlockConfiguration"]).toEqual({
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    });
    expect(bucket.DeletionPolicy).toBe("Retain");
    expect(JSON.stringify(policy)).toContain('"aws:SecureTransport":"false"');
  });

  describe("what it watches", () => {
    const metric = z.object({
      Namespace: z.union([z.string(), z.object({ Sub: z.string() })]),
      MetricName: z.string(),
      Dimensions: z.array(z.object({ Name: z.string(), Value: z.unknown() })).optional(),
    });
    /** What the Worker sends after a reading that could read everything. */
    const sent = metricsOf({
      readings: [
        {
          atMs: 0,
          totals: {
            accepted: 0,
            refused: 0,
            signatureFailures: 0,
            published: 0,
            retried: 0,
            dead: 0,
            salesforceCalls: 0,
            errors: 0,
          },
          openEvents: 0,
          lagSeconds: 0,
          deadLetters: 0,
          budgetShare: 0,
          breakerOpen: false,
        },
      ],
      alerts: [],
    });
    const series = new Set([
      ...sent.map(({ MetricName, Dimensions }) =>
        [MetricName, ...Dimensions.map(({ Name, Value }) => `${Name}=${Value}`)].join(" "),
      ),
      // Sent by the Lambda SecretAge.
      "SecretAgeDays",
      // Counted by the metric filter over the trail.
      "SecretReadsByOthers",
    ]);

    it.each(ofType("AWS::CloudWatch::Alarm"))("watches in %s what is sent", (_, { Properties }) => {
      const watched = objectsIn(Properties)
        .filter((object) => "MetricName" in object)
        .map((object) => metric.parse(object));

      expect(watched.length).toBeGreaterThan(0);
      for (const { Namespace, MetricName, Dimensions = [] } of watched) {
        if (Namespace === "AWS/SQS") {
          expect(MetricName).toBe("ApproximateAgeOfOldestMessage");
          continue;
        }
        expect(Namespace).toEqual(NAMESPACE);
        const dimensions = Dimensions.map(
          ({ Name, Value }) =>
            `${Name}=${typeof Value === "string" ? Value : JSON.stringify(Value)}`,
        );
        expect(series).toContain([MetricName, ...dimensions].join(" "));
      }
      expect(Properties["AlarmActions"]).toEqual([{ Ref: "Alarms" }]);
    });

    it("watches every figure the Worker sends, or says why not", () => {
      const watched = new Set(
        ofType("AWS::CloudWatch::Alarm").flatMap(([, { Properties }]) =>
          objectsIn(Properties)
            .filter((object) => "MetricName" in object)
            .map((object) => metric.parse(object))
            .map(({ MetricName, Dimensions = [] }) =>
              [MetricName, ...Dimensions.map(({ Name, Value }) => `${Name}=${String(Value)}`)].join(
                " ",
              ),
            ),
        ),
      );
      const unwatched = [...series].filter((each) => !watched.has(each));

      expect(unwatched.toSorted()).toEqual(Object.keys(WITHOUT_ALARM).toSorted());
    });

    it("keeps the key as long as what only it can open", () => {
      const kept = Object.entries(template.Resources).filter(
        ([, each]) => each.DeletionPolicy === "Retain",
      );
      expect(kept.map(([name]) => name)).toEqual(
        expect.arrayContaining([
          "EncryptionKey",
          "DeadLetters",
          "WebhookSecret",
          "SalesforceClientSecret",
        ]),
      );
    });

    it("shows on the dashboard what is sent, and every alarm", () => {
      const [[, dashboard] = []] = ofType("AWS::CloudWatch::Dashboard");
      const { Sub: body } = z
        .object({ Sub: z.string() })
        .parse(dashboard?.Properties["DashboardBody"]);
      const { widgets } = z
        .object({
          widgets: z.array(
            z.object({
              type: z.string(),
              properties: z.object({
                metrics: z.array(z.array(z.unknown())).optional(),
                alarms: z.array(z.string()).optional(),
              }),
            }),
          ),
        })
        .parse(JSON.parse(body));

      const shown = widgets
        .flatMap(({ properties }) => properties.metrics ?? [])
        .map(([namespace, name]) => `${String(namespace)} ${String(name)}`);
      const known = new Set(
        [...series].map((each) => `${NAMESPACE.Sub} ${each.split(" ")[0] ?? ""}`),
      );
      expect(shown.filter((each) => !known.has(each))).toEqual([]);
      expect(widgets.flatMap(({ properties }) => properties.alarms ?? []).toSorted()).toEqual(
        ofType("AWS::CloudWatch::Alarm")
          .map(([name]) => `\${${name}.Arn}`)
          .toSorted(),
      );
    });
  });
});
