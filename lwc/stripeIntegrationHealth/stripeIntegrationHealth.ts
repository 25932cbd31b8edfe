import { LightningElement, wire } from "lwc";
import { refreshApex, type Provisioned } from "@salesforce/apex";
import state, {
  type Category,
  type StripeIntegrationHealth as State,
} from "@salesforce/apex/StripeIntegrationController.state";
import { registerRefreshHandler, unregisterRefreshHandler } from "lightning/refresh";
import { filled } from "c/stripeFilled";
import { following } from "c/stripeFollow";
import { failureOf, type Failure } from "c/stripeRefusal";
import { BAR_WIDTH, barsOf, CHART_HEIGHT, type Bar } from "./bars";
import { labels } from "./labels";
import { momentText, sentenceOfReason } from "./reason";

type View =
  | { readonly kind: "loading" }
  | Failure
  | { readonly kind: "ready"; readonly state: State; readonly at: number };

interface Figure {
  readonly key: string;
  readonly label: string;
  readonly text: string;
}
interface Light {
  readonly text: string;
  readonly icon: string;
  readonly variant: string;
  readonly className: string;
}

const LEGEND = [
  { className: "applied-key", text: labels.applied },
  { className: "waiting-key", text: labels.waitingCount },
  { className: "failed-key", text: labels.failedCount },
];
const AXIS_HOURS = 6;

/** The page is open all day. */
const LOOK_EVERY_MS = 60_000;

const LIGHTS: Readonly<Record<string, Light>> = {
  green: {
    text: labels.green,
    icon: "utility:success",
    variant: "success",
    className: "light green",
  },
  yellow: {
    text: labels.yellow,
    icon: "utility:warning",
    variant: "warning",
    className: "light yellow",
  },
  red: { text: labels.red, icon: "utility:error", variant: "error", className: "light red" },
};
const BREAKERS: Readonly<Record<string, string>> = {
  closed: labels.breakerClosed,
  narrowed: labels.breakerNarrowed,
  open: labels.breakerIsOpen,
};

/** Whether what happens in Stripe arrives here: one light, why it is not green, and the events behind it. */
export default class StripeIntegrationHealth extends LightningElement {
  readonly labels = labels;
  readonly legend = LEGEND;
  readonly chartBox = `0 0 ${24 * BAR_WIDTH} ${CHART_HEIGHT}`;
  readonly barWidth = BAR_WIDTH - 4;
  view: View = { kind: "loading" };

  private provisioned: Provisioned<State> | undefined;
  /** Asks again by itself until Salesforce answers, or refuses for good. */
  private readonly following = following(
    async () => this.refresh(),
    () => this.isFailedForNow,
  );
  private registration: unknown;
  private timer: ReturnType<typeof setInterval> | undefined;

  @wire(state)
  receive(provisioned: Provisioned<State>): void {
    this.provisioned = provisioned;
    const { data, error } = provisioned;
    if (data !== undefined) this.view = { kind: "ready", state: data, at: Date.now() };
    else if (error !== undefined) {
      this.view = failureOf(error);
      if (this.isFailedForNow) this.following.begin();
    }
  }

  override connectedCallback(): void {
    this.registration = registerRefreshHandler(this, async () => {
      await this.refresh();
      return true;
    });
    this.timer = setInterval(() => {
      if (!document.hidden && !this.isRefused) void this.refresh();
    }, LOOK_EVERY_MS);
  }
  override disconnectedCallback(): void {
    unregisterRefreshHandler(this.registration);
    clearInterval(this.timer);
    this.following.end();
  }

  get isLoading(): boolean {
    return this.view.kind === "loading";
  }
  get problem(): string | null {
    return this.view.kind === "failed" ? this.view.message : null;
  }
  get light(): Light | null {
    return this.state === null ? null : (LIGHTS[this.state.light ?? "green"] ?? null);
  }
  get reasons(): readonly { readonly key: string; readonly text: string }[] {
    return (this.state?.reasons ?? []).map((reason) => ({
      key: reason.kind ?? "",
      text: sentenceOfReason(reason),
    }));
  }
  get figures(): readonly Figure[] {
    const { state } = this;
    if (state === null) return [];
    const { reportedAt, apiUsed, apiMaximum, budgetUsed, breaker } = state;
    return [
      figure(
        labels.heartbeat,
        reportedAt === null || reportedAt === undefined ? labels.nobody : momentText(reportedAt),
      ),
      figure(labels.lag, lagOf(state)),
      figure(labels.failedCount, worded("{0}", state.failed)),
      figure(labels.waitingCount, worded("{0}", state.waiting)),
      figure(labels.openEvents, worded("{0}", state.openEvents)),
      figure(labels.deadLetterCount, worded("{0}", state.deadLetters)),
      figure(labels.budgetUsed, worded(labels.percent, budgetUsed)),
      figure(
        labels.orgApi,
        apiMaximum === null || apiMaximum === undefined
          ? labels.unknown
          : filled(labels.ofMany, apiUsed ?? 0, apiMaximum),
      ),
      figure(labels.breaker, BREAKERS[breaker ?? ""] ?? labels.unknown),
    ];
  }
  get bars(): readonly Bar[] {
    return this.view.kind === "ready" ? barsOf(this.view.state.hours ?? [], this.view.at) : [];
  }
  /** Below the bars: the first hour, every sixth, and the last. */
  get axis(): readonly Bar[] {
    const { bars } = this;
    return bars.filter((_, index) => index % AXIS_HOURS === 0 || index === bars.length - 1);
  }
  get hasEvents(): boolean {
    return (this.state?.hours ?? []).length > 0;
  }
  get categories(): readonly (Category & { readonly times: string })[] {
    return (this.state?.categories ?? []).map((category) => ({
      ...category,
      times: filled(labels.times, category.count ?? 0),
    }));
  }
  get hasCategories(): boolean {
    return this.categories.length > 0;
  }
  get mayReplay(): boolean {
    return this.state?.mayReplay === true;
  }

  /** What the list of events shows is asked for again only by who looks: it is not to move under somebody who reads. */
  async lookAgain(): Promise<void> {
    const list = this.template?.querySelector<HTMLElement & { refresh(): Promise<void> }>(
      "c-stripe-event-list",
    );
    await Promise.all([this.refresh(), list?.refresh()]);
  }

  async refresh(): Promise<void> {
    if (this.provisioned !== undefined) await refreshApex(this.provisioned);
  }

  private get state(): State | null {
    return this.view.kind === "ready" ? this.view.state : null;
  }
  private get isFailedForNow(): boolean {
    return this.view.kind === "failed" && !this.view.isForGood;
  }
  /** The one who looks lacks the right to. */
  private get isRefused(): boolean {
    return this.view.kind === "failed" && this.view.isForGood;
  }
}

function figure(label: string, text: string): Figure {
  return { key: label, label, text };
}

/** Of a single event there is nothing more to say, of few no share. */
function lagOf({ lagSeconds, mostLagSeconds, fewEvents }: State): string {
  if (lagSeconds === null || lagSeconds === undefined) return labels.unknown;
  const half = secondsOf(lagSeconds);
  const most = secondsOf(mostLagSeconds ?? lagSeconds);
  if (fewEvents === 1 || most === half) return filled(labels.seconds, most);
  const isFew = fewEvents !== null && fewEvents !== undefined;
  return isFew ? filled(labels.lagFew, half, most, fewEvents) : filled(labels.lagMost, half, most);
}

/** Salesforce keeps moments to the second: what took none took less than one. */
function secondsOf(seconds: number): number | string {
  return seconds < 1 ? filled("< {0}", 1) : seconds;
}

function worded(text: string, value: number | null | undefined): string {
  return value === null || value === undefined ? labels.unknown : filled(text, value);
}
