import { METRICS, type Labels, type MetricName, type Sample } from "./definitions.ts";

export const EXPOSITION_TYPE = "text/plain; version=0.0.4; charset=utf-8";

/** Prometheus' text format. https://prometheus.io/docs/instrumenting/exposition_formats/ */
export function exposition(samples: readonly Sample[]): string {
  const ofMetric = Map.groupBy(samples, ({ metric }) => metric);
  return [...ofMetric].map(([metric, series]) => family(metric, series)).join("");
}

function family(metric: MetricName, series: readonly Sample[]): string {
  const { help, kind } = METRICS[metric];
  const lines = series.toSorted(byPart).map((sample) => line(metric, sample));
  return [`# HELP ${metric} ${escapedHelp(help)}`, `# TYPE ${metric} ${kind}`, ...lines, ""].join(
    "\n",
  );
}

function line(metric: MetricName, { part, labels, value }: Sample): string {
  const name = part === undefined ? metric : `${metric}_${part}`;
  return `${name}${labelText(labels)} ${value}`;
}

function labelText(labels: Labels): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escapedLabel(value)}"`);
  return pairs.length === 0 ? "" : `{${pairs.join(",")}}`;
}

/** A histogram's buckets stand together, by lane and rising bound. */
function byPart(a: Sample, b: Sample): number {
  const lanes = (a.labels["lane"] ?? "").localeCompare(b.labels["lane"] ?? "");
  const order = ["bucket", "sum", "count"];
  const parts = order.indexOf(a.part ?? "") - order.indexOf(b.part ?? "");
  return lanes || parts || bound(a) - bound(b);
}

function bound({ labels }: Sample): number {
  const le = labels["le"];
  return le === undefined ? 0 : le === "+Inf" ? Number.MAX_VALUE : Number(le);
}

function escapedHelp(text: string): string {
  return text.replaceAll("\\", "\\\\").replaceAll("\n", "\\n");
}

function escapedLabel(text: string): string {
  return escapedHelp(text).replaceAll('"', '\\"');
}
