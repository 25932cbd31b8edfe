/** Draws mistakes evenly over all places where one can be made. */
import type { Mutation } from "./mutations.ts";
import { mutationsOf } from "./mutations.ts";
import type { ClassFile } from "./subjects.ts";

export interface Mutant {
  readonly name: string;
  readonly file: string;
  readonly mutation: Mutation;
}

/** Every mistake of every subject, in an order that depends on the seed alone. */
export function mutantsOf(subjects: readonly ClassFile[], random: () => number): Mutant[] {
  const all = subjects.flatMap(({ name, file, text }) =>
    mutationsOf(text).map((mutation) => ({ name, file, mutation })),
  );
  for (let last = all.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    // Both are places of the list.
    [all[last], all[other]] = [all[other] as Mutant, all[last] as Mutant];
  }
  return all;
}

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
