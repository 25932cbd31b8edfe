/** Whom a mistake is shown to, and in which order: whoever notices it first is all that is asked for. */
import type { ReachOfTest } from "./reach.ts";

/** Methods of one test class. */
export interface Asked {
  readonly test: string;
  readonly methods: readonly string[];
}

/** Some method that noticed an earlier mistake. */
export interface Noticed {
  readonly line: number;
  readonly test: string;
  readonly method: string;
}

/** So many that noticed a mistake nearby are asked before all others. */
const NEIGHBOURS = 3;

/**
 * Those that run a line: first whoever noticed mistakes in the lines around it, then the class's own tests and its neighbours', then the
 * quickest.
 * @param noticed in the same class
 */
export function askedOf(
  reach: readonly ReachOfTest[],
  name: string,
  line: number,
  noticed: readonly Noticed[],
): readonly Asked[] {
  const reaching = reach
    .map((each) => ({ test: each.test, ...reachingIn(each, name.toLowerCase(), line) }))
    .filter(({ methods }) => methods.length > 0);
  const near = nearest(noticed, line).filter(({ test, method }) =>
    reaching.some((each) => each.test === test && each.methods.includes(method)),
  );
  const isNear = (test: string, method: string): boolean =>
    near.some((each) => each.test === test && each.method === method);
  const isOwn = (test: string): boolean => test.startsWith(name);
  const others = reaching
    .toSorted((a, b) => Number(isOwn(b.test)) - Number(isOwn(a.test)) || a.ms - b.ms)
    .map(({ test, methods }) => ({
      test,
      methods: methods.filter((method) => !isNear(test, method)),
    }))
    .filter(({ methods }) => methods.length > 0);
  return [...near.map(({ test, method }) => ({ test, methods: [method] })), ...others];
}

function reachingIn(
  { setUp, methods }: ReachOfTest,
  name: string,
  line: number,
): { readonly methods: readonly string[]; readonly ms: number } {
  const isInSetUp = setUp[name]?.includes(line) === true;
  const reaching = methods.filter(({ lines }) => isInSetUp || lines[name]?.includes(line) === true);
  return {
    methods: reaching.map((method) => method.name),
    ms: reaching.reduce((sum, { ms }) => sum + ms, 0),
  };
}

/** Each method once. */
function nearest(noticed: readonly Noticed[], line: number): readonly Noticed[] {
  const sorted = noticed.toSorted((a, b) => Math.abs(a.line - line) - Math.abs(b.line - line));
  const byMethod = new Map<string, Noticed>();
  for (const each of sorted) {
    const key = `${each.test}.${each.method}`;
    if (!byMethod.has(key)) byMethod.set(key, each);
    if (byMethod.size === NEIGHBOURS) break;
  }
  return [...byMethod.values()];
}
