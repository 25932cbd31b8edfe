import { waitUntil } from "cloudflare:workers";

import type { AdmittedEvent } from "../event.ts";

/** `known`: its row is there already, and nothing changes. */
export type Admission = "accepted" | "known" | "revived";

export type AdmitCall = (events: readonly AdmittedEvent[]) => Promise<readonly Admission[]>;

/** Even of the largest events no call carries more than the 32 MiB a call to a Durable Object may. */
const EVENTS_A_CALL = 100;
/** A call nobody heard of again no longer holds up the next. */
const LOST_AFTER_MS = 8_000;

/** What a waiting admission is told: its outcome, or that it is the one to make the next call. */
type Turn =
  | { readonly kind: "call" }
  | { readonly kind: "admitted"; readonly admission: Admission }
  | { readonly kind: "failed"; readonly error: unknown };

interface Place {
  readonly event: AdmittedEvent;
  readonly tell: (turn: Turn) => void;
}

/**
 * The admissions of one isolate to one shard: one call is under way at a time, and what comes meanwhile shares the next, and so one
 * commit. Nothing waits for company: a lone admission is called for at once.
 *
 * Whoever makes a call is one of those it admits, because the platform ties every call to the request that makes it.
 */
export class SharedAdmission {
  readonly #call: AdmitCall;
  #waiting: Place[] = [];
  #underWaySinceMs: number | null = null;

  constructor(call: AdmitCall) {
    this.#call = call;
  }

  /** @throws whatever the call throws, for each event it carried */
  async admit(event: AdmittedEvent): Promise<Admission> {
    const admission = this.#admit(event);
    // Others may depend on this request's call, whether or not its own client has gone.
    waitUntil(admission.catch(() => undefined));
    return admission;
  }

  async #admit(event: AdmittedEvent): Promise<Admission> {
    const { promise, resolve } = Promise.withResolvers<Turn>();
    const place: Place = { event, tell: resolve };
    this.#waiting.push(place);
    if (this.#isFree()) this.#giveTurn();
    const turn = await promise;
    switch (turn.kind) {
      case "call":
        return this.#callFor(place);
      case "admitted":
        return turn.admission;
      case "failed":
        throw turn.error;
    }
  }

  #isFree(): boolean {
    return this.#underWaySinceMs === null || Date.now() - this.#underWaySinceMs > LOST_AFTER_MS;
  }

  #giveTurn(): void {
    const next = this.#waiting.shift();
    this.#underWaySinceMs = next === undefined ? null : Date.now();
    next?.tell({ kind: "call" });
  }

  async #callFor(first: Place): Promise<Admission> {
    const others = this.#waiting.splice(0, EVENTS_A_CALL - 1);
    try {
      const [own, ...rest] = await this.#call([first, ...others].map(({ event }) => event));
      if (own === undefined || rest.length < others.length) {
        throw new Error("The shard did not answer for every event.");
      }
      for (const [index, admission] of rest.entries()) {
        others[index]?.tell({ kind: "admitted", admission });
      }
      return own;
    } catch (error) {
      for (const other of others) other.tell({ kind: "failed", error });
      throw error;
    } finally {
      this.#giveTurn();
    }
  }
}
