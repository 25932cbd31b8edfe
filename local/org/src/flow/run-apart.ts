/** Interviews that nobody's save waits for: one that fails is taken back and told of, the others go on without it. */
import type { DmlContext } from "../dml/dml-context.ts";
import type { FlowDefinition } from "../schema/flows/flow-definition.ts";
import { FlowFault } from "./flow-fault.ts";
import { Frame, type TriggeringRecord } from "./frame.ts";
import { orgWorld } from "./org-world.ts";
import { type FlowMode, performer } from "./perform.ts";
import { runInterviews } from "./run-interviews.ts";

/** Source: Salesforce Help, "Flow Run Context": whatever runs in the background does so in system context. */
const IN_BACKGROUND: FlowMode = { access: "system", sharing: "without" };

/**
 * Runs an interview for each record, or for none, in the running transaction.
 * @param enters whether an interview begins at all
 */
export function runApart(
  flow: FlowDefinition,
  triggering: readonly (TriggeringRecord | null)[],
  context: DmlContext,
  log: (line: string) => void,
  enters: (frame: Frame) => boolean = () => true,
): void {
  const mode: FlowMode =
    flow.runsIn === "system with sharing" ? { ...IN_BACKGROUND, sharing: "with" } : IN_BACKGROUND;
  let left = triggering;
  while (left.length > 0) {
    const takeBack = context.savepoint();
    const failures = failuresOf(flow, left, context, { mode, enters });
    if (failures.size === 0) return;
    takeBack();
    for (const message of failures.values()) log(`the flow ${flow.name} failed: ${message}`);
    left = left.filter((_, index) => !failures.has(index));
  }
}

interface Manner {
  readonly mode: FlowMode;
  readonly enters: (frame: Frame) => boolean;
}

/** By position among the records. */
function failuresOf(
  flow: FlowDefinition,
  triggering: readonly (TriggeringRecord | null)[],
  context: DmlContext,
  { mode, enters }: Manner,
): ReadonlyMap<number, string> {
  const world = orgWorld(context);
  const failures = new Map<number, string>();
  const started: { readonly index: number; readonly frame: Frame }[] = [];
  for (const [index, record] of triggering.entries()) {
    try {
      // A record that was changed by an interview taken back begins as it was.
      record?.record.values.clear();
      for (const [name, value] of record?.started ?? []) record?.record.values.set(name, value);
      const frame = new Frame(flow, world, record);
      if (enters(frame)) started.push({ index, frame });
    } catch (error) {
      if (!(error instanceof FlowFault)) throw error;
      failures.set(index, error.message);
    }
  }
  const ends = runInterviews(
    started.map(({ frame }) => frame),
    performer(mode),
  );
  for (const [position, end] of ends.entries()) {
    const index = started[position]?.index;
    if (end.kind === "failed" && index !== undefined) failures.set(index, end.message);
  }
  return failures;
}
