import type { CompiledUnits } from "../../compile/compile-project.ts";
import type { CompiledClass } from "../../compile/output-cache.ts";

/** Takes the classes that no other thread has taken, one after the other, until there is none. */
export function* takeClasses(
  { classes }: CompiledUnits,
  names: readonly string[],
  next: Int32Array<SharedArrayBuffer>,
): Generator<{ readonly place: number; readonly testClass: CompiledClass }> {
  const byName = new Map(classes.map((each) => [each.name, each]));
  for (;;) {
    const place = Atomics.add(next, 0, 1);
    const testClass = byName.get(names[place] ?? "");
    if (testClass === undefined) return;
    yield { place, testClass };
  }
}
