import { stackTextOf } from "../runtime/stack.ts";
import type { Diagnostic } from "../syntax/diagnostic.ts";

/** A fault of the compiler is an error of the file it happens in: the others still compile. */
export function guarded<T>(file: string, work: () => T, broken: (fault: Diagnostic) => T): T {
  try {
    return work();
  } catch (thrown) {
    const text = thrown instanceof Error ? stackTextOf(thrown) : String(thrown);
    const message = `The local org failed to compile this file: ${text}`;
    return broken({ file, at: { line: 1, column: 1 }, message, kind: "error" });
  }
}
