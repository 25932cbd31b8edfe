import { describe, expect, it } from "vitest";

import type { Sample } from "./definitions.ts";
import { exposition } from "./exposition.ts";
import { samplesOf } from "./from-log-line.ts";
import { Tally } from "./tally.ts";

describe("the text for Prometheus", () => {
  it("names each metric once, with its help and kind, and escapes labels", () => {
    const samples: Sample[] = [
      { metric: "stripe_relay_errors_total", labels: { event: 'a "b"\\\n' }, value: 2 },
      { metric: "stripe_relay_dead_letters", labels: {}, value: 0 },
      { metric: "stripe_relay_errors_total", labels: { event: "c" }, value: 1 },
    ];

    expect(exposition(samples)).toBe(
      [
        "# HELP stripe_relay_errors_total Log lines of level error, by their event.",
        "# TYPE stripe_relay_errors_total counter",
        'stripe_relay_errors_total{event="a \\"b\\"\\\\\\n"} 2',
        'stripe_relay_errors_total{event="c"} 1',
        "# HELP stripe_relay_dead_letters Messages in the SQS dead letter queue, roughly.",
        "# TYPE stripe_relay_dead_letters gauge",
        "stripe_relay_dead_letters 0",
        "",
      ].join("\n"),
    );
  });

  it("shows a histogram's buckets cumulated and in order, with sum and count", () => {
    const tally = new Tally();
    for (const latencyMs of [200, 700, 4_000, 2_000_000]) {
      tally.add(samplesOf("relay.published", { lane: "urgent", latencyMs }));
    }
    tally.add(samplesOf("relay.published", { lane: "bulk", latencyMs: 100 }));
    const lines = exposition(tally.take()).split("\n");
    const urgent = lines.filter(
      (line) => line.includes("latency_seconds") && line.includes('"urgent"'),
    );

    expect(urgent.map((line) => line.replace("stripe_relay_publish_latency_seconds_", ""))).toEqual(
      [
        'bucket{lane="urgent",le="0.25"} 1',
        'bucket{lane="urgent",le="0.5"} 1',
        'bucket{lane="urgent",le="1"} 2',
        'bucket{lane="urgent",le="2.5"} 2',
        'bucket{lane="urgent",le="5"} 3',
        'bucket{lane="urgent",le="10"} 3',
        'bucket{lane="urgent",le="30"} 3',
        'bucket{lane="urgent",le="60"} 3',
        'bucket{lane="urgent",le="300"} 3',
        'bucket{lane="urgent",le="900"} 3',
        'bucket{lane="urgent",le="+Inf"} 4',
        'sum{lane="urgent"} 2004.9',
        'count{lane="urgent"} 4',
      ],
    );
    expect(lines.findIndex((line) => line.includes('"bulk"'))).toBeLessThan(
      lines.findIndex((line) => line.includes('"urgent"')),
    );
  });
});

describe("a log line", () => {
  it.each([
    ["webhook.accepted", {}, "stripe_relay_webhooks_total", { outcome: "accepted" }],
    ["webhook.ignored", {}, "stripe_relay_webhooks_total", { outcome: "ignored" }],
    [
      "bulk.superseded",
      { lane: "bulk" },
      "stripe_relay_events_total",
      { lane: "bulk", outcome: "superseded" },
    ],
    ["ledger.revived", {}, "stripe_relay_events_total", { lane: "unknown", outcome: "revived" }],
    [
      "salesforce.called",
      { kind: "collections", result: "ok" },
      "stripe_relay_salesforce_calls_total",
      { kind: "collections", result: "ok" },
    ],
  ] as const)("%s counts", (event, fields, metric, labels) => {
    expect(samplesOf(event, fields)).toEqual([{ metric, labels, value: 1 }]);
  });

  it("of a refusal counts by reason, and as an error when it is ours", () => {
    const samples = samplesOf("webhook.deferred", { reason: "shard_unavailable" });

    expect(samples.map(({ metric, labels }) => [metric, labels])).toEqual([
      ["stripe_relay_errors_total", { event: "webhook.deferred" }],
      ["stripe_relay_webhooks_total", { outcome: "deferred" }],
      ["stripe_relay_webhooks_refused_total", { reason: "shard_unavailable" }],
    ]);
  });

  it("without a latency counts the event alone, and another counts nothing", () => {
    expect(samplesOf("relay.published", { lane: "urgent" })).toHaveLength(1);
    expect(samplesOf("relay.batch", { lane: "urgent" })).toEqual([]);
  });
});
