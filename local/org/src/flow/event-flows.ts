/** Flows that a platform event starts: an interview for each event message, those of a batch together. */
import type { DmlContext } from "../dml/dml-context.ts";
import type { SObjectValue } from "../runtime/sobject.ts";
import type { FlowDefinition, FlowTrigger } from "../schema/flows/flow-definition.ts";
import type { Schema } from "../schema/schema.ts";
import { meets } from "./conditions.ts";
import { triggeringRecord } from "./frame.ts";
import { runApart } from "./run-apart.ts";

type EventTrigger = Extract<FlowTrigger, { kind: "event" }>;
type Subscribed = FlowDefinition & { readonly trigger: EventTrigger };

export class EventFlows {
  readonly #schema: Schema;
  readonly #context: () => DmlContext;
  readonly #log: (line: string) => void;

  constructor(schema: Schema, context: () => DmlContext, log: (line: string) => void) {
    this.#schema = schema;
    this.#context = context;
    this.#log = log;
  }

  /** Names of the flows that an event of this object starts. */
  of(object: string): readonly string[] {
    return [...this.#schema.flows.values()]
      .filter(isSubscribed)
      .filter(({ trigger }) => trigger.object.toLowerCase() === object.toLowerCase())
      .map(({ name }) => name);
  }

  /** In the running transaction. */
  run(name: string, events: readonly SObjectValue[]): void {
    const flow = this.#schema.flows.get(name);
    if (flow === undefined || !isSubscribed(flow)) return;
    const messages = events.map((event) => triggeringRecord(event, null, "scheduled"));
    const { criteria } = flow.trigger;
    runApart(flow, messages, this.#context(), this.#log, (frame) => meets(criteria, frame));
  }
}

function isSubscribed(flow: FlowDefinition): flow is Subscribed {
  return flow.isActive && flow.trigger.kind === "event";
}
