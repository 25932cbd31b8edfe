/**
 * Steps through the elements of a flow. It changes nothing but its frame, and the record of a before-save flow: what it wants of the org
 * it yields, and goes on with the answer.
 */
import { GapReached } from "../runtime/gap-reached.ts";
import type { FlowElement } from "../schema/flows/flow-definition.ts";
import { assignItem } from "./assignment.ts";
import { collectionNamed, filterCollection, sortCollection } from "./collections.ts";
import { meets } from "./conditions.ts";
import type { FlowAnswer, FlowEffect } from "./effects.ts";
import { FlowFault } from "./flow-fault.ts";
import { mergedText } from "./formulas.ts";
import { Frame, Outputs } from "./frame.ts";
import { createRecords, deleteRecords, lookUp, updateRecords } from "./record-elements.ts";
import { byValue } from "./values.ts";

export type Interview = Generator<FlowEffect, void, FlowAnswer>;

/** How far the loops of an interview have come, by the name of the loop. */
type Loops = Map<string, { readonly items: readonly unknown[]; at: number }>;

/** @throws FlowFault for an element that fails without a fault path */
export function* runFlow(frame: Frame): Interview {
  const loops: Loops = new Map();
  let at = frame.flow.first;
  while (at !== null) {
    frame.world.tick();
    const element = frame.flow.elements.get(at);
    if (element === undefined)
      throw new FlowFault(`The flow ${frame.flow.name} has no element ${at}.`);
    at = yield* guarded(element, frame, loops);
  }
}

/** The element that follows; after a fault that of the fault path. */
function* guarded(
  element: FlowElement,
  frame: Frame,
  loops: Loops,
): Generator<FlowEffect, string | null, FlowAnswer> {
  try {
    return yield* step(element, frame, loops);
  } catch (error) {
    const fault = "fault" in element ? element.fault : null;
    if (!(error instanceof FlowFault) || fault === null) throw error;
    frame.faultMessage = error.message;
    return fault;
  }
}

function* step(
  element: FlowElement,
  frame: Frame,
  loops: Loops,
): Generator<FlowEffect, string | null, FlowAnswer> {
  switch (element.kind) {
    case "assignment":
      for (const { to, operator, value } of element.items)
        assignItem(frame, to, operator, frame.value(value));
      return element.next;
    case "decision":
      return decide(element, frame);
    case "loop":
      return nextOfLoop(element, frame, loops);
    case "sort":
      sortCollection(element, frame);
      return element.next;
    case "filter":
      filterCollection(element, frame);
      return element.next;
    case "lookup":
      yield* lookUp(element, frame);
      return element.next;
    case "create":
      yield* createRecords(element, frame);
      return element.next;
    case "update":
      yield* updateRecords(element, frame);
      return element.next;
    case "delete":
      yield* deleteRecords(element, frame);
      return element.next;
    case "apexAction":
      yield* callAction(element, frame);
      return element.next;
    case "subflow":
      yield* runSubflow(element, frame);
      return element.next;
    case "customError":
      refuseRecord(element, frame);
      return element.next;
    case "unsupported":
      throw new GapReached(
        `Not supported by the local org yet: ${element.what} (${frame.flow.name}.${element.name})`,
      );
  }
}

function decide(element: Extract<FlowElement, { kind: "decision" }>, frame: Frame): string | null {
  for (const rule of element.rules) {
    const isMet =
      meets(rule.criteria, frame) &&
      !(rule.onlyWhenChanged && frame.asBefore((before) => meets(rule.criteria, before)));
    frame.set(rule.name, isMet);
    if (isMet) return rule.next;
  }
  return element.next;
}

/** Each item is a copy: what is assigned to it does not change the collection. */
function nextOfLoop(
  element: Extract<FlowElement, { kind: "loop" }>,
  frame: Frame,
  loops: Loops,
): string | null {
  const key = element.name.toLowerCase();
  const loop = loops.get(key) ?? { items: itemsOf(element, frame), at: 0 };
  loops.set(key, loop);
  if (loop.at >= loop.items.length) {
    loops.delete(key);
    return element.next;
  }
  frame.set(element.variable ?? element.name, byValue(loop.items[loop.at]));
  loop.at += 1;
  return element.body;
}

function itemsOf(
  { collection, isDescending }: Extract<FlowElement, { kind: "loop" }>,
  frame: Frame,
): readonly unknown[] {
  const { items } = collectionNamed(frame, collection);
  return isDescending ? items.toReversed() : [...items];
}

function* callAction(
  element: Extract<FlowElement, { kind: "apexAction" }>,
  frame: Frame,
): Interview {
  const inputs = new Map(
    element.inputs.map(({ name, value }) => [name, byValue(frame.value(value))] as const),
  );
  const answer = yield {
    kind: "apexAction",
    at: `${frame.path}.${element.name}`,
    className: element.className,
    inputs,
  };
  if (answer.kind === "fault") throw new FlowFault(answer.message);
  const outputs = new Outputs(answer.kind === "outputs" ? answer.outputs : []);
  if (element.storesOutput) frame.set(element.name, outputs);
  for (const { name, assignTo } of element.outputs) frame.assign(assignTo, outputs.get(name));
}

function* runSubflow(element: Extract<FlowElement, { kind: "subflow" }>, frame: Frame): Interview {
  const flow = frame.world.flow(element.flow);
  if (flow === undefined || flow.trigger.kind !== "none")
    throw new GapReached(
      `Not supported by the local org yet: the flow ${element.flow} as a subflow of ${frame.flow.name}`,
    );
  const inner = new Frame(flow, frame.world, null, `${frame.path}.${element.name}/${flow.name}`);
  inner.take(element.inputs.map(({ name, value }) => [name, frame.value(value)] as const));
  yield* runFlow(inner);
  const outputs = new Outputs(inner.outputs());
  if (element.storesOutput) frame.set(element.name, outputs);
  for (const { name, assignTo } of element.outputs) frame.assign(assignTo, outputs.get(name));
}

/** Custom Error: the record is not saved. */
function refuseRecord(element: Extract<FlowElement, { kind: "customError" }>, frame: Frame): void {
  const record = frame.triggering?.record;
  if (record === undefined)
    throw new FlowFault(`The flow ${frame.flow.name} shows an error for no record.`);
  for (const { text, field } of element.messages)
    record.addError(mergedText(text, frame), record.fieldDescribe(field ?? "")?.name ?? null);
}
