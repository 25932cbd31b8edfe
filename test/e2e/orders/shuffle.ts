/** Seeded disorder: the same seed always gives the same order, so that a failure can be played again. */

/** Numbers from 0 to 1, without 1. Source: mulberry32, public domain. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const order = [...items];
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    // Both are positions of the list.
    [order[last], order[other]] = [order[other] as T, order[last] as T];
  }
  return order;
}

/** In any order, some of them twice, in one batch or several. */
export function disordered<T>(items: readonly T[], seed: number): T[][] {
  const random = randomFrom(seed);
  const repeated = items.filter(() => random() < 0.1);
  const order = shuffled([...items, ...repeated], random);
  const batches: T[][] = [[]];
  // From one batch for all to batches of a few.
  const cut = random() < 0.5 ? 0 : random() * 0.2;
  for (const item of order) {
    if (random() < cut) batches.push([]);
    batches.at(-1)?.push(item);
  }
  return batches.filter((batch) => batch.length > 0);
}

/** Every order of the items. */
export function permutations<T>(items: readonly T[]): T[][] {
  if (items.length < 2) return [[...items]];
  return items.flatMap((first, at) =>
    permutations(items.toSpliced(at, 1)).map((rest) => [first, ...rest]),
  );
}
