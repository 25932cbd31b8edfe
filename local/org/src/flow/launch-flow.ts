/** Flows that are started by name: from Apex, from an invocable action, over REST. */
import type { DmlContext } from "../dml/dml-context.ts";
import { callerSharing } from "../runtime/caller-sharing.ts";
import { GapReached } from "../runtime/gap-reached.ts";
import type { FlowAccess, FlowLaunch, FlowOutcome } from "../runtime/host.ts";
import type { FlowDefinition } from "../schema/flows/flow-definition.ts";
import type { Schema } from "../schema/schema.ts";
import { FlowFault } from "./flow-fault.ts";
import { Frame, type TriggeringRecord, triggeringRecord } from "./frame.ts";
import { orgWorld } from "./org-world.ts";
import { type FlowMode, performer, recordsOf } from "./perform.ts";
import { settled } from "./record-elements.ts";
import { runInterviews } from "./run-interviews.ts";
import type { FlowWorld } from "./world.ts";

/** From this version of a flow's API on, Apex that heeds sharing makes the flow heed it. Source: Apex Reference, "Interview Class". */
const HEEDS_CALLER_SHARING = 62;

export function flowAccess(schema: Schema, context: () => DmlContext): FlowAccess {
  return {
    names: () =>
      [...schema.flows.values()]
        .filter((flow) => flow.isActive && isStartable(flow))
        .map(({ name }) => name),
    has: (name) => schema.flows.has(name),
    hasVariable: (flow, name) => schema.flows.get(flow)?.variables.has(name) === true,
    run(name, launches, startedBy) {
      const flow = schema.flows.get(name);
      if (flow === undefined) throw new Error(`no flow ${name}`);
      if (!isStartable(flow))
        throw new GapReached(
          `Not supported by the local org yet: starting the flow ${flow.name} by its name`,
        );
      return launch(flow, launches, modeOf(flow, startedBy), orgWorld(context()));
    },
  };
}

function isStartable({ trigger }: FlowDefinition): boolean {
  return trigger.kind === "none" || trigger.kind === "scheduled";
}

function modeOf(flow: FlowDefinition, startedBy: "apex" | "user"): FlowMode {
  if (flow.runsIn === "system with sharing") return { access: "system", sharing: "with" };
  if (flow.runsIn === "system without sharing" || flow.trigger.kind === "scheduled")
    return { access: "system", sharing: "without" };
  if (startedBy === "user") return { access: "user", sharing: "with" };
  const heeds = (flow.apiVersion ?? 0) >= HEEDS_CALLER_SHARING && callerSharing() === "with";
  return { access: "system", sharing: heeds ? "with" : "without" };
}

/** One launch is one interview; of a flow on a schedule, one for each of its records. */
interface Begun {
  readonly frames: readonly Frame[];
  /** Why it did not begin. */
  readonly fault: string | null;
}

function launch(
  flow: FlowDefinition,
  launches: readonly FlowLaunch[],
  mode: FlowMode,
  world: FlowWorld,
): readonly FlowOutcome[] {
  const begun = launches.map((inputs) => begin(flow, inputs, mode, world));
  const ends = [
    ...runInterviews(
      begun.flatMap(({ frames }) => frames),
      performer(mode),
    ),
  ];
  return begun.map(({ frames, fault }): FlowOutcome => {
    const own = ends.splice(0, frames.length);
    const failed = own.find((end) => end.kind === "failed")?.message ?? fault;
    if (failed !== null) return { isSuccess: false, message: failed };
    const [frame] = frames;
    return {
      isSuccess: true,
      variables: frame?.variables() ?? new Map(),
      outputs: new Map(frame?.outputs()),
    };
  });
}

function begin(flow: FlowDefinition, inputs: FlowLaunch, mode: FlowMode, world: FlowWorld): Begun {
  try {
    const frames = triggersOf(flow, mode, world).map((triggering) => {
      const frame = new Frame(flow, world, triggering);
      frame.take(inputs);
      return frame;
    });
    return { frames, fault: null };
  } catch (error) {
    if (!(error instanceof FlowFault)) throw error;
    return { frames: [], fault: error.message };
  }
}

function triggersOf(
  flow: FlowDefinition,
  mode: FlowMode,
  world: FlowWorld,
): readonly (TriggeringRecord | null)[] {
  const selection = flow.trigger.kind === "scheduled" ? flow.trigger.selection : null;
  if (selection === null) return [null];
  const query = { ...settled(selection, new Frame(flow, world, null)), ...EVERY_FIELD };
  return recordsOf(query, mode).map((record) => triggeringRecord(record, null, "scheduled"));
}

/** What a flow on a schedule begins with, by itself: an interview for each of its records, or one without. */
export function startedRecords(
  flow: FlowDefinition,
  context: DmlContext,
): readonly (TriggeringRecord | null)[] {
  return triggersOf(flow, { access: "system", sharing: "without" }, orgWorld(context));
}

const EVERY_FIELD = { fields: null, sortField: null, isDescending: false, limit: null } as const;
