/** One delivery of one event to one endpoint. */
export interface PlannedDelivery {
  readonly eventId: string;
  readonly endpointId: string;
  /** Milliseconds to wait before the first attempt. */
  readonly delayMs: number;
  /** Filed, and never sent. */
  readonly dropped?: boolean;
}

export interface DeliveryWishes {
  /** How many times at once; 1 is the normal case. More than 1 adds one delivery later. */
  readonly copies: number;
  /** How much later, in milliseconds. */
  readonly laterMs: number;
  /** Shuffles the deliveries; the same seed gives the same order. */
  readonly shuffleSeed: number | undefined;
}

/** The deliveries of a run of events, in the order they are to be attempted. */
export function planDeliveries(
  once: readonly PlannedDelivery[],
  { copies, laterMs, shuffleSeed }: DeliveryWishes,
): readonly PlannedDelivery[] {
  const atOnce = once.flatMap((delivery) => Array.from({ length: copies }, () => delivery));
  const later =
    copies > 1
      ? once.map((delivery) => ({ ...delivery, delayMs: delivery.delayMs + laterMs }))
      : [];
  const planned = [...atOnce, ...later];
  return shuffleSeed === undefined ? planned : shuffled(planned, seededRandom(shuffleSeed));
}

/** Fisher and Yates's shuffle. */
export function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const result = [...items];
  for (let last = result.length - 1; last > 0; last--) {
    const picked = Math.floor(random() * (last + 1));
    const [a, b] = [result[last], result[picked]];
    if (a === undefined || b === undefined) break;
    result[last] = b;
    result[picked] = a;
  }
  return result;
}

/** mulberry32: a small generator of repeatable numbers in [0, 1). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
