/** Draws mistakes evenly over all places where one can be made. */
import { seededRandom, shuffled } from "../../local/stripe/deliveries/delivery-plan.ts";
import type { Mutation } from "./mutations.ts";
import { mutationsOf } from "./mutations.ts";
import type { ClassFile } from "./subjects.ts";

export interface Mutant {
  readonly name: string;
  readonly file: string;
  readonly mutation: Mutation;
}

/** Every mistake of every subject, in an order that depends on the seed alone. */
export function mutantsOf(subjects: readonly ClassFile[], seed: number): readonly Mutant[] {
  const all = subjects.flatMap(({ name, file, text }) =>
    mutationsOf(text).map((mutation) => ({ name, file, mutation })),
  );
  return shuffled(all, seededRandom(seed));
}
