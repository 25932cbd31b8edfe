import { LightningElement } from "lwc";
import { addressOf, go } from "../../core/router";
import { ask, send } from "../../core/server";
import { signal } from "../../core/signals";

interface TracedEvent {
  readonly eventId: string;
  readonly type: string;
  readonly recordId: string | null;
  readonly steps: readonly {
    readonly name: string;
    readonly at: string;
    readonly milliseconds: number | null;
    readonly reason: string | null;
  }[];
}

interface State {
  readonly trace: readonly TracedEvent[];
  readonly isSeeding: boolean;
  readonly seedLine: string;
}

const GROUPS = [
  {
    name: "Customers",
    actions: [
      { name: "seed", label: "Fill in twelve sample customers" },
      { name: "renew", label: "Let a month pass for the samples" },
      { name: "pay", label: "Pay the newest payment link" },
      { name: "decline", label: "Decline the card there" },
      { name: "threeDSecure", label: "Fail 3-D Secure there" },
    ],
  },
  {
    name: "Banks",
    actions: [
      { name: "dispute", label: "Dispute the newest payment" },
      { name: "refundFails", label: "Send the newest refund back" },
    ],
  },
  {
    name: "Salesforce",
    actions: [
      { name: "poison", label: "Send an event that cannot be applied" },
      { name: "orgAway", label: "Away for a minute" },
      { name: "orgSlow", label: "Slow for a minute" },
      { name: "quotaGone", label: "API requests used up for a minute" },
      { name: "mendOrg", label: "Mend it now" },
    ],
  },
] as const;

const LOOK_MS = 2_000;
const EVENT = "Stripe_Webhook_Event__c";

/** Makes happen what customers, banks and outages do, and shows the way of the events that follow. */
export default class Controls extends LightningElement {
  said = "";
  /** What is being made to happen. */
  busy = "";
  state: State = { trace: [], isSeeding: false, seedLine: "" };
  #timer: ReturnType<typeof setInterval> | undefined;

  override connectedCallback(): void {
    this.#timer = setInterval(() => void this.look(), LOOK_MS);
    void this.look();
  }
  override disconnectedCallback(): void {
    clearInterval(this.#timer);
  }

  get groups(): readonly object[] {
    return GROUPS.map(({ name, actions }) => ({
      name,
      actions: actions.map((action) => ({
        ...action,
        variant: action.name === "seed" ? "brand" : "neutral",
      })),
    }));
  }
  /** The last line stays, for it says what became of it. */
  get seedLine(): string | null {
    const line = this.state.seedLine.trim();
    return line === "" ? null : line;
  }
  get hasTrace(): boolean {
    return this.state.trace.length > 0;
  }
  get trace(): readonly object[] {
    return this.state.trace.map((event) => ({
      ...event,
      address:
        event.recordId === null
          ? null
          : addressOf({
              type: "standard__recordPage",
              attributes: { objectApiName: EVENT, recordId: event.recordId },
            }),
      steps: event.steps.map(shownStep),
    }));
  }

  open(event: MouseEvent & { readonly currentTarget: HTMLAnchorElement }): void {
    if (event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    go(event.currentTarget.pathname);
  }

  async act(event: Event & { readonly currentTarget: HTMLElement }): Promise<void> {
    const { name = "" } = event.currentTarget.dataset;
    // Not disabled meanwhile: the keyboard would lose its place.
    if (this.busy === name || (name === "seed" && this.state.isSeeding)) return;
    this.busy = name;
    this.said = "It is under way.";
    try {
      const { said } = await send<{ readonly said: string }>("POST", "/page/controls", {
        action: name,
      });
      this.said = said;
    } catch (error) {
      this.said = error instanceof Error ? error.message : String(error);
    }
    this.busy = "";
    await this.look();
  }

  private async look(): Promise<void> {
    const was = this.state;
    this.state = await ask<State>("/page/controls").catch(() => was);
    // What the events changed is shown without a reload.
    if (was.isSeeding && !this.state.isSeeding) signal("changed", []);
  }
}

function shownStep(
  { name, milliseconds, reason }: TracedEvent["steps"][number],
  index: number,
): { readonly key: string; readonly words: string; readonly className: string } {
  const moment = milliseconds === null ? "" : ` +${milliseconds} ms`;
  const tone = /: (Processed|Duplicate)$/.test(name)
    ? " good"
    : /: Failed$|dead|refused/.test(name)
      ? " bad"
      : "";
  return {
    key: `${name}-${index}`,
    words: `${name}${moment}${reason === null ? "" : `: ${reason}`}`,
    className: `step${tone}`,
  };
}
