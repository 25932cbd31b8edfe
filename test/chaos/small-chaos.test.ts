/** The whole stack with every kind of fault, in less than a minute; `npm run chaos` does the same at length. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runChaos, type ChaosReport } from "./run.ts";
import { reportText } from "./table.ts";
import { isPassed } from "./verdict.ts";

const SEED = 20_261_121;

let folder: string;
let report: ChaosReport;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "chaos-"));
  report = await runChaos({
    seed: SEED,
    events: 800,
    lengths: {
      orgUnavailable: 4,
      quotaExhausted: 3,
      dynamoDbGone: 4,
      rightTakenAway: 4,
      secretMalformed: 3,
    },
    limitProbeSeconds: 2,
    requeueSeconds: 5,
    projectFolder: path.resolve(import.meta.dirname, "../.."),
    dataFolder: folder,
    signal: new AbortController().signal,
    tell: (line) => console.log(line),
    log: () => undefined,
  });
  console.log(reportText(report, SEED));
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
});

describe("800 shuffled events while the Worker is killed and org, DynamoDB and tokens fail", () => {
  it("are each in the org once or, when it refuses them for good, in SQS, and nowhere else", () => {
    expect(report.checks.filter((check) => !isPassed(check))).toEqual([]);
  });

  it("needed the sender's retries", () => {
    expect(report.attempts).toBeGreaterThan(report.deliveries);
  });
});
