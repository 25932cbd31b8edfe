/** An account has two worlds, apart from each other: what is paid for in earnest, and what is tried out. */
export type Mode = "live" | "test";

/** An object, with all the objects it holds, saying of which mode it is. Objects are kept as those of test mode. */
export function inMode<T extends object>(mode: Mode, object: T): T {
  // What is changed is the value of one property, a boolean before and after.
  return mode === "live" ? (live(object) as T) : object;
}

function live(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(live);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, held]) => [
      name,
      name === "livemode" && typeof held === "boolean" ? true : live(held),
    ]),
  );
}
