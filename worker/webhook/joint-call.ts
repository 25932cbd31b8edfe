/** What one call carries at most; events are under 131,072 characters each, and a call takes 32 MiB. */
const MOST_ITEMS = 50;
/** Nobody waits longer for a call that somebody else makes: its request may have ended, and the call with it. */
export const TRUSTED_MS = 2_000;

export type Call<Item, Answer> = (items: readonly Item[]) => Promise<readonly Answer[]>;

type Turn<Answer> =
  | { readonly kind: "answered"; readonly answer: Answer }
  | { readonly kind: "failed"; readonly error: unknown }
  /** The call before has ended: it is this one's turn to call. */
  | { readonly kind: "next" };

interface Waiting<Item, Answer> {
  readonly item: Item;
  readonly tell: (turn: Turn<Answer>) => void;
}

/**
 * Calls to one place, one at a time: what comes while one is under way goes together with the next, which one of those that wait makes. Nothing
 * waits when no call is under way, unless the one before carried several: then more are about to come, and the next waits until there are as many
 * as that one answered or left waiting, for a moment at most. A request is answered by another's call, so the runtime has to settle promises across
 * requests, as it does since the compatibility date 2024-10-14 (handle_cross_request_promise_resolution); Cloudflare's Vitest plugin alone turns that
 * off.
 */
export class JointCall<Item, Answer> {
  #waiting: Waiting<Item, Answer>[] = [];
  #underWay: { readonly untilMs: number } | null = null;
  /** How many the next call waits for; 0 when nobody is to be waited for. */
  #expected = 0;
  /** Ends the wait for them. */
  #allCame: (() => void) | null = null;
  readonly #moment: () => Promise<unknown>;

  /** @param moment ends when nobody is waited for any longer; must outlive the request it is called in */
  constructor(moment: () => Promise<unknown>) {
    this.#moment = moment;
  }

  /**
   * @param call answers for each item in their order; made by whoever's turn it is, within its own request
   * @throws what the call throws, for every item it carried
   */
  async answerTo(item: Item, call: Call<Item, Answer>): Promise<Answer> {
    const { promise: turn, resolve: tell } = Promise.withResolvers<Turn<Answer>>();
    const own = { item, tell };
    this.#waiting.push(own);
    if (this.#waiting.length >= this.#expected) this.#allCame?.();
    if (this.#underWay === null || this.#underWay.untilMs <= Date.now())
      return this.#lead(own, call);
    // The timer is needed in any case: a request with nothing of its own under way is ended by the runtime, for it would never be answered.
    const trusted = setTimeout(() => tell({ kind: "next" }), TRUSTED_MS);
    const told = await turn;
    clearTimeout(trusted);
    switch (told.kind) {
      case "answered":
        return told.answer;
      case "failed":
        throw told.error;
      case "next":
        return this.#lead(own, call);
    }
  }

  /** Carries its own item and what waits. An item that a lost call carried already goes again: who is called knows a repeat. */
  async #lead(own: Waiting<Item, Answer>, call: Call<Item, Answer>): Promise<Answer> {
    const underWay = { untilMs: Date.now() + TRUSTED_MS };
    this.#underWay = underWay;
    if (this.#waiting.length < this.#expected) await this.#gather();
    const others = this.#waiting.filter((each) => each !== own);
    const group = [own, ...others.slice(0, MOST_ITEMS - 1)];
    this.#waiting = others.slice(MOST_ITEMS - 1);
    try {
      const answers = await call(group.map(({ item }) => item));
      const [ownAnswer] = answers;
      if (ownAnswer === undefined || answers.length !== group.length)
        throw new Error("The call did not answer for every item.");
      for (const [place, { tell }] of group.entries()) {
        const answer = answers[place];
        if (answer !== undefined) tell({ kind: "answered", answer });
      }
      return ownAnswer;
    } catch (error) {
      for (const { tell } of group) tell({ kind: "failed", error });
      throw error;
    } finally {
      if (this.#underWay === underWay) this.#passOn(group.length);
    }
  }

  async #gather(): Promise<void> {
    const { promise: allCame, resolve } = Promise.withResolvers<undefined>();
    this.#allCame = () => resolve(undefined);
    await Promise.race([allCame, this.#moment()]);
    this.#allCame = null;
  }

  #passOn(carried: number): void {
    this.#expected = carried > 1 ? Math.min(MOST_ITEMS, carried + this.#waiting.length) : 0;
    const [next] = this.#waiting;
    this.#underWay = next === undefined ? null : { untilMs: Date.now() + TRUSTED_MS };
    next?.tell({ kind: "next" });
  }
}
