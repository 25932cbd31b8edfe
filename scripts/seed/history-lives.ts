/** What the customers of a made-up history do, month by month: the same for the same number of months. */

export type Turn =
  | { readonly kind: "subscribe"; readonly price: string; readonly quantity: number }
  | { readonly kind: "quantity"; readonly quantity: number }
  | { readonly kind: "decline" }
  | { readonly kind: "mend" }
  | { readonly kind: "cancel" }
  | { readonly kind: "refund" };

export interface Life {
  readonly name: string;
  /** One for each month; nothing happens in the others. */
  readonly turns: readonly (Turn | undefined)[];
}

const NAMES = [
  "Acorn Bikes",
  "Birch Books",
  "Cedar Coffee",
  "Delta Dental",
  "Elm Energy",
  "Fjord Foods",
  "Grove Games",
  "Harbor Health",
  "Iris Imports",
  "Juniper Jobs",
  "Kelp Kitchens",
  "Lumen Labs",
] as const;

/** @param prices lookup keys of monthly plans, the cheapest first */
export function lifeOf(index: number, months: number, prices: readonly string[]): Life {
  const random = numbers(index * 7919 + months);
  const turns: (Turn | undefined)[] = Array.from({ length: months }, () => undefined);
  // A few are there from the beginning, the others come one after the other.
  const begins = index < 4 ? 0 : Math.min(months - 1, Math.floor(((index - 3) * months) / 10));
  const price = prices[index % prices.length] ?? "";
  turns[begins] = { kind: "subscribe", price, quantity: 1 + random(3) };
  let state: "runs" | "fails" | "left" = "runs";
  for (let month = begins + 1; month < months; month += 1) {
    const chance = random(100);
    if (state === "fails") {
      turns[month] = { kind: "mend" };
      state = "runs";
    } else if (state === "left") {
      if (chance < 25) {
        turns[month] = { kind: "subscribe", price, quantity: 1 + random(3) };
        state = "runs";
      }
    } else if (chance < 20) {
      turns[month] = { kind: "quantity", quantity: 1 + random(6) };
    } else if (chance < 28) {
      turns[month] = { kind: "decline" };
      state = "fails";
    } else if (chance < 34) {
      turns[month] = { kind: "cancel" };
      state = "left";
    } else if (chance < 38) {
      turns[month] = { kind: "refund" };
    }
  }
  return { name: NAMES[index % NAMES.length] ?? `Customer ${index}`, turns };
}

/**
 * Whole numbers below a limit, the same for the same seed.
 * Source: the linear congruential generator of Numerical Recipes, chapter 7.
 */
function numbers(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
