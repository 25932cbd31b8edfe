import path from "node:path";
import type { Diagnostic } from "../../syntax/diagnostic.ts";

/** What is wrong with a file of reports, at a line of it. */
export function problemAt(
  file: string,
  line: number,
  message: string,
  kind: Diagnostic["kind"] = "error",
): Diagnostic {
  const relative = path.relative(process.cwd(), file);
  return {
    file: relative.startsWith("..") ? file : relative,
    at: { line, column: 1 },
    message,
    kind,
  };
}
