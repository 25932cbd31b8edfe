import type { FlowDefinition, FlowTrigger } from "../schema/flows/flow-definition.ts";

export type RecordTrigger = Extract<FlowTrigger, { kind: "record" }>;
export type Triggered = FlowDefinition & { readonly trigger: RecordTrigger };

export function isRecordTriggered(flow: FlowDefinition): flow is Triggered {
  return flow.isActive && flow.trigger.kind === "record";
}
