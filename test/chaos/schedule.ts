/** What goes wrong in a run, and when: drawn from the seed. */
import type { Random } from "../traffic/random.ts";

export type FaultKind =
  | "worker killed"
  | "org unavailable"
  | "tokens expired"
  | "quota exhausted"
  | "rows locked"
  | "batch delivered twice"
  | "DynamoDB gone";

export interface ScheduledFault {
  readonly kind: FaultKind;
  /** Strikes when this share of the deliveries has been accepted, in (0, 1). */
  readonly at: number;
  /** How long it lasts; 0 for what happens in a moment. */
  readonly seconds: number;
}

/** Seconds that the lasting faults last. */
export interface FaultLengths {
  readonly orgUnavailable: number;
  readonly quotaExhausted: number;
  readonly dynamoDbGone: number;
}

/** Every kind strikes once, the Worker is killed twice: once early, once late. In the order in which they strike. */
export function drawSchedule(random: Random, lengths: FaultLengths): readonly ScheduledFault[] {
  const between = (least: number, most: number): number => least + random.next() * (most - least);
  const anyTime = (): number => between(0.05, 0.9);
  const faults: readonly ScheduledFault[] = [
    { kind: "worker killed", at: between(0.1, 0.45), seconds: 0 },
    { kind: "worker killed", at: between(0.55, 0.9), seconds: 0 },
    { kind: "org unavailable", at: anyTime(), seconds: lengths.orgUnavailable },
    { kind: "tokens expired", at: anyTime(), seconds: 0 },
    { kind: "quota exhausted", at: anyTime(), seconds: lengths.quotaExhausted },
    { kind: "rows locked", at: anyTime(), seconds: 0 },
    { kind: "batch delivered twice", at: anyTime(), seconds: 0 },
    { kind: "DynamoDB gone", at: anyTime(), seconds: lengths.dynamoDbGone },
  ];
  return faults.toSorted((a, b) => a.at - b.at);
}
