import { z } from "zod";
import type { Settings } from "../store/settings.ts";
import type { PlannedDelivery } from "./delivery-plan.ts";
import { seededRandom, shuffled } from "./delivery-plan.ts";

const share = z.number().min(0).max(1).default(1);

/**
 * What happens to deliveries on request. Each part befalls a share of them, chosen by the seed and the delivery's number;
 * no part, nothing happens.
 */
export const disturbance = z.strictObject({
  /** These event types only. */
  types: z.array(z.string().min(1)).optional(),
  seed: z.int().default(1),
  late: z.strictObject({ seconds: z.number().min(0), share }).optional(),
  twice: z.strictObject({ laterSeconds: z.number().min(0).default(0), share }).optional(),
  drop: z.strictObject({ share }).optional(),
  /** Each delivery waits a time of its own, up to this. */
  outOfOrder: z.strictObject({ withinSeconds: z.number().positive() }).optional(),
});

export type Disturbance = z.output<typeof disturbance>;

/**
 * The deliveries as disturbed.
 * @param firstNumber how many deliveries have been disturbed before; with the seed it makes a run repeatable
 */
export function disturbed(
  planned: readonly (PlannedDelivery & { readonly type: string })[],
  wishes: Disturbance,
  firstNumber: number,
): PlannedDelivery[] {
  const { seed, late, twice, drop, outOfOrder } = wishes;
  const deliveries = planned.flatMap(({ type, ...delivery }, index): PlannedDelivery[] => {
    if (wishes.types !== undefined && !wishes.types.includes(type)) return [delivery];
    const random = seededRandom(Math.imul(seed, 0x9e3779b1) + firstNumber + index);
    const befalls = (part: { readonly share: number } | undefined): boolean =>
      random() < (part?.share ?? 0);
    if (befalls(drop)) return [{ ...delivery, dropped: true }];
    const lateMs = befalls(late) ? (late?.seconds ?? 0) * 1000 : 0;
    const jitterMs = Math.floor(random() * (outOfOrder?.withinSeconds ?? 0) * 1000);
    const moved = { ...delivery, delayMs: delivery.delayMs + lateMs + jitterMs };
    return befalls(twice)
      ? [moved, { ...moved, delayMs: moved.delayMs + (twice?.laterSeconds ?? 0) * 1000 }]
      : [moved];
  });
  return outOfOrder === undefined
    ? deliveries
    : shuffled(deliveries, seededRandom(seed + firstNumber));
}

const DISTURBANCE = "disturbance";

/** What deliveries are disturbed by from now on. */
export function currentDisturbance(settings: Settings): Disturbance | undefined {
  return settings.read(DISTURBANCE, disturbance);
}

export function setDisturbance(settings: Settings, wishes: Disturbance | undefined): void {
  settings.write(DISTURBANCE, wishes);
}
