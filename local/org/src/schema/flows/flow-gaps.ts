/** What of a project's flows this org does not run: said beforehand, so that it surprises nobody. */
import type { Diagnostic } from "../../syntax/diagnostic.ts";
import type { Notice } from "../metadata/project-metadata.ts";
import type { FlowDefinition } from "./flow-definition.ts";

/** Flows and paths that never start: nothing fails, and they have no effect. What is switched off would not start anyway. */
export function flowNotices(flows: readonly FlowDefinition[]): readonly Notice[] {
  return flows
    .filter(({ isActive }) => isActive)
    .flatMap(({ file, gaps }) =>
      [...new Set(gaps.filter(({ reached }) => reached === "never").map(({ what }) => what))].map(
        (what) => ({ file, message: `${what} are not run here` }),
      ),
    );
}

/** Elements that fail where an interview reaches them. */
export function flowGaps(flows: readonly FlowDefinition[]): readonly Diagnostic[] {
  return flows.flatMap(({ file, gaps }) =>
    gaps
      .filter(({ reached }) => reached === "fails")
      .map(({ what, line }) => ({
        file,
        at: { line, column: 1 },
        message: `Not supported by the local org yet: ${what}`,
        kind: "gap" as const,
      })),
  );
}
