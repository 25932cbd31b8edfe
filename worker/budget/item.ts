import type { AttributeValue, Item, Update } from "../aws/dynamodb.ts";
import type { Quota } from "./limit-info.ts";
import type { Counts, LearntQuota, Plan, WindowStep } from "./plan.ts";
import { WINDOWS, type WindowName } from "./verdict.ts";
import type { WindowCount } from "./window.ts";

type Grant = Extract<Plan, { kind: "take" }>;

/** Both of a day's buckets are over by then. Seconds, as DynamoDB's TTL wants it. */
const KEPT_S = 2 * 86_400;

/** One item per org: its buckets, what the org said last, and when DynamoDB may delete it. */
export function itemKey(org: string): Item {
  return { pk: { S: `salesforce#${org}` } };
}

/** The counts in an item; undefined for one that is absent, incomplete, or expired and only not deleted yet. */
export function countsIn(item: Item | undefined, nowMs: number): Counts | undefined {
  if (item === undefined || !((numberIn(item, "expires_at") ?? 0) * 1000 > nowMs)) return undefined;
  const [minute, hour, day] = WINDOWS.map((window) => windowIn(item, window));
  if (minute === undefined || hour === undefined || day === undefined) return undefined;
  return { windows: { minute, hour, day }, quota: quotaStored(item) };
}

/** Counts a granted take, on the condition that it would be granted on what is stored by then as well. */
export function takeUpdate(
  org: string,
  counts: Counts | undefined,
  grant: Grant,
  nowMs: number,
): Update {
  const nowS = Math.floor(nowMs / 1000);
  const values: Record<string, AttributeValue> = {
    ":calls": number(grant.calls),
    ":expires": number(nowS + KEPT_S),
  };
  const set = ["expires_at = :expires"];
  const conditions: string[] = [];
  for (const window of WINDOWS) {
    const step = grant.windows[window];
    set.push(...setWindow(window, step, values));
    if (counts === undefined) continue;
    values[`:${window}_was`] = number(counts.windows[window].startMs);
    conditions.push(`${window}_start = :${window}_was`);
    if (step.maxUsed !== null) {
      values[`:${window}_most`] = number(step.maxUsed);
      conditions.push(`${window}_used <= :${window}_most`);
    }
  }

  if (counts === undefined) {
    values[":now"] = number(nowS);
    return {
      key: itemKey(org),
      update: `SET ${set.join(", ")} REMOVE quota_used, quota_max, quota_at`,
      condition:
        "attribute_not_exists(pk) OR attribute_not_exists(expires_at) OR expires_at <= :now",
      values,
    };
  }
  if (counts.quota === null) conditions.push("attribute_not_exists(quota_max)");
  else {
    set.push("quota_used = quota_used + :calls");
    values[":quota_max"] = number(counts.quota.max);
    conditions.push("quota_max = :quota_max");
    if (grant.maxQuotaUsed !== null) {
      values[":quota_most"] = number(grant.maxQuotaUsed);
      conditions.push("quota_used <= :quota_most");
    }
  }
  return {
    key: itemKey(org),
    update: `SET ${set.join(", ")}`,
    condition: conditions.join(" AND "),
    values,
  };
}

/** Stores what the org reported, unless a newer report is there. Without an item nothing was taken, and there is nothing to correct. */
export function quotaUpdate(org: string, quota: Quota, nowMs: number): Update {
  return {
    key: itemKey(org),
    update: "SET quota_used = :used, quota_max = :max, quota_at = :at",
    condition: "attribute_exists(pk) AND (attribute_not_exists(quota_at) OR quota_at < :at)",
    values: { ":used": number(quota.used), ":max": number(quota.max), ":at": number(nowMs) },
  };
}

/** Adds to `values` what the assignments name: DynamoDB refuses a value that no expression uses. */
function setWindow(
  window: WindowName,
  { carry, startMs }: WindowStep,
  values: Record<string, AttributeValue>,
): string[] {
  const start = `${window}_start = :${window}_start`;
  switch (carry) {
    case "kept":
      return [`${window}_used = ${window}_used + :calls`];
    case "rotated":
      values[`:${window}_start`] = number(startMs);
      return [start, `${window}_previous = ${window}_used`, `${window}_used = :calls`];
    case "cleared":
      values[`:${window}_start`] = number(startMs);
      values[":none"] = number(0);
      return [start, `${window}_previous = :none`, `${window}_used = :calls`];
  }
}

function windowIn(item: Item, window: WindowName): WindowCount | undefined {
  const startMs = numberIn(item, `${window}_start`);
  const used = numberIn(item, `${window}_used`);
  const previous = numberIn(item, `${window}_previous`);
  return startMs === undefined || used === undefined || previous === undefined
    ? undefined
    : { startMs, used, previous };
}

function quotaStored(item: Item): LearntQuota | null {
  const used = numberIn(item, "quota_used");
  const max = numberIn(item, "quota_max");
  const atMs = numberIn(item, "quota_at");
  return used === undefined || max === undefined || atMs === undefined ? null : { used, max, atMs };
}

function numberIn(item: Item, name: string): number | undefined {
  const value = item[name];
  return value !== undefined && "N" in value ? Number(value.N) : undefined;
}

function number(value: number): AttributeValue {
  return { N: String(value) };
}
