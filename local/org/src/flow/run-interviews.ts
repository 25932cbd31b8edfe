/**
 * Runs interviews together. Each goes on until it wants something of the org; those that have come to the same element are carried out
 * together, then those at the next, until all have ended.
 * Source: Salesforce Help, "Flow Bulkification in Transactions".
 */
import type { FlowAnswer, FlowEffect } from "./effects.ts";
import { FlowFault } from "./flow-fault.ts";
import type { Frame } from "./frame.ts";
import { type Interview, runFlow } from "./interview.ts";

export type InterviewEnd =
  { readonly kind: "finished" } | { readonly kind: "failed"; readonly message: string };

/** Carries out effects of one element: an answer each, in order. */
export type Performer = (effects: readonly FlowEffect[]) => readonly FlowAnswer[];

interface Waiting {
  readonly interview: Interview;
  readonly effect: FlowEffect;
}

/** One end per frame, in order. What is no fault of a flow comes through: a limit, a gap. */
export function runInterviews(
  frames: readonly Frame[],
  perform: Performer,
): readonly InterviewEnd[] {
  const ends = new Map<number, InterviewEnd>();
  const waiting = new Map<number, Waiting>();
  const goOn = (index: number, interview: Interview, answer: FlowAnswer | null): void => {
    waiting.delete(index);
    try {
      const { done, value } = answer === null ? interview.next() : interview.next(answer);
      if (done === true) ends.set(index, { kind: "finished" });
      else waiting.set(index, { interview, effect: value });
    } catch (error) {
      if (!(error instanceof FlowFault)) throw error;
      ends.set(index, { kind: "failed", message: error.message });
    }
  };
  for (const [index, frame] of frames.entries()) goOn(index, runFlow(frame), null);
  for (;;) {
    const [next] = waiting.values();
    if (next === undefined) break;
    const together = [...waiting].filter(([, { effect }]) => isAlike(effect, next.effect));
    const answers = perform(together.map(([, { effect }]) => effect));
    for (const [position, [index, { interview }]] of together.entries()) {
      const answer = answers[position];
      if (answer === undefined) throw new Error("an effect without an answer");
      goOn(index, interview, answer);
    }
  }
  return frames.map((_frame, index) => ends.get(index) ?? { kind: "finished" });
}

function isAlike(left: FlowEffect, right: FlowEffect): boolean {
  return left.at === right.at && left.kind === right.kind;
}
