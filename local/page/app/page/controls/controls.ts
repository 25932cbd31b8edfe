import { LightningElement } from "lwc";
import { ask, send } from "../../core/server";
import { signal } from "../../core/signals";

interface TracedEvent {
  readonly eventId: string;
  readonly type: string;
  readonly steps: readonly {
    readonly name: string;
    readonly at: string;
    readonly milliseconds: number;
    readonly reason: string | null;
  }[];
}

interface State {
  readonly trace: readonly TracedEvent[];
  readonly isSeeding: boolean;
  readonly seedLine: string;
}

const ACTIONS = [
  { name: "seed", label: "Fill in twelve sample customers" },
  { name: "pay", label: "Pay the newest payment link" },
  { name: "decline", label: "Decline the card there" },
  { name: "renew", label: "Let a month pass for the samples" },
  { name: "dispute", label: "Dispute the newest payment" },
  { name: "poison", label: "Send an event that cannot be applied" },
  { name: "orgAway", label: "Salesforce away for a minute" },
  { name: "orgSlow", label: "Salesforce slow for a minute" },
  { name: "quotaGone", label: "API requests used up" },
  { name: "mendOrg", label: "Mend Salesforce now" },
] as const;

const LOOK_MS = 2_000;

/** Makes happen what customers, banks and outages do, and shows the way of the events that follow. */
export default class Controls extends LightningElement {
  readonly actions = ACTIONS;
  said = "";
  state: State = { trace: [], isSeeding: false, seedLine: "" };
  #timer: ReturnType<typeof setInterval> | undefined;

  override connectedCallback(): void {
    this.#timer = setInterval(() => void this.look(), LOOK_MS);
    void this.look();
  }
  override disconnectedCallback(): void {
    clearInterval(this.#timer);
  }

  get seedLine(): string | null {
    return this.state.isSeeding ? this.state.seedLine : null;
  }
  get hasTrace(): boolean {
    return this.state.trace.length > 0;
  }
  get trace(): readonly object[] {
    return this.state.trace.map((event) => ({
      ...event,
      steps: event.steps.map((step, index) => ({
        key: `${step.name}-${index}`,
        words: `${step.name} +${step.milliseconds} ms${step.reason === null ? "" : `: ${step.reason}`}`,
      })),
    }));
  }

  async act(event: Event & { readonly currentTarget: HTMLElement }): Promise<void> {
    const { name } = event.currentTarget.dataset;
    try {
      const { said } = await send<{ readonly said: string }>("POST", "/page/controls", {
        action: name,
      });
      this.said = said;
    } catch (error) {
      this.said = error instanceof Error ? error.message : String(error);
    }
    await this.look();
  }

  private async look(): Promise<void> {
    const was = this.state;
    this.state = await ask<State>("/page/controls").catch(() => was);
    // What the events changed is shown without a reload.
    if (was.isSeeding && !this.state.isSeeding) signal("changed", []);
  }
}
