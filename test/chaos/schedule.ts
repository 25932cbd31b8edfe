/** What goes wrong in a run, and when: drawn from the seed. */
import type { Random } from "../traffic/random.ts";

export type FaultKind =
  | "worker killed"
  | "org unavailable"
  | "tokens expired"
  | "quota exhausted"
  | "rows locked"
  | "batch delivered twice"
  | "DynamoDB gone"
  | "right taken away"
  | "secret rotated"
  | "secret malformed"
  | "deployed with more shards, alarms lost";

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
  readonly rightTakenAway: number;
  readonly secretMalformed: number;
}

/** The deployment comes when this share of the deliveries has been accepted. */
export const DEPLOYED_AT = 0.5;

/**
 * Every kind strikes once, the Worker is killed twice: once early, once late. The org is away when there are dead letters to take back, and the
 * secret is malformed when it has a version before. In the order in which they strike.
 */
export function drawSchedule(random: Random, lengths: FaultLengths): readonly ScheduledFault[] {
  const between = (least: number, most: number): number => least + random.next() * (most - least);
  const anyTime = (): number => between(0.05, 0.9);
  const faults: readonly ScheduledFault[] = [
    { kind: "worker killed", at: between(0.1, 0.4), seconds: 0 },
    { kind: "worker killed", at: between(0.6, 0.9), seconds: 0 },
    { kind: "org unavailable", at: between(0.3, 0.9), seconds: lengths.orgUnavailable },
    { kind: "tokens expired", at: anyTime(), seconds: 0 },
    { kind: "quota exhausted", at: anyTime(), seconds: lengths.quotaExhausted },
    { kind: "rows locked", at: anyTime(), seconds: 0 },
    { kind: "batch delivered twice", at: anyTime(), seconds: 0 },
    { kind: "DynamoDB gone", at: anyTime(), seconds: lengths.dynamoDbGone },
    { kind: "right taken away", at: anyTime(), seconds: lengths.rightTakenAway },
    { kind: "secret rotated", at: between(0.1, 0.4), seconds: 0 },
    { kind: "secret malformed", at: between(0.6, 0.9), seconds: lengths.secretMalformed },
    { kind: "deployed with more shards, alarms lost", at: DEPLOYED_AT, seconds: 0 },
  ];
  return faults.toSorted((a, b) => a.at - b.at);
}
