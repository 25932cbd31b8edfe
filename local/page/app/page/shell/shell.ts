import { LightningElement } from "lwc";
import type { PageUi } from "../../../metadata/types.ts";
import { appPage, type AppPage, type TabShown } from "../../core/metadata";
import { rows } from "../../core/records";
import { go, places, routeOf, type Route } from "../../core/router";
import { session } from "../../core/session";
import { onSignal, signal, type Draft, type Toast } from "../../core/signals";

interface ShownToast extends Toast {
  readonly key: number;
  readonly className: string;
}

const TOAST_MS = 6_000;
const CONTROLS = "controls";

/** The app around a page: its tabs, who looks, what was said. */
export default class Shell extends LightningElement {
  app: AppPage | null = null;
  problem: string | null = null;
  route: Route = routeOf(window.location.pathname, window.location.search);
  toasts: readonly ShownToast[] = [];
  draft: Draft | null = null;
  /** Kept when who looks changes, which loads the page anew. */
  areControlsOpen = sessionStorage.getItem(CONTROLS) !== null;
  /** There is nobody to look at yet: whoever opens the page for the first time is told what to press. */
  isEmpty = false;
  readonly hasControls = session.hasControls;
  readonly person = session.person;
  readonly user = session.user.name;
  #stops: readonly (() => void)[] = [];
  #lastToast = 0;
  /** Another place is about to be drawn. */
  #isMoving = false;

  override connectedCallback(): void {
    const onPlace = (): void => {
      this.route = routeOf(window.location.pathname, window.location.search);
      window.scrollTo(0, 0);
      this.#isMoving = true;
    };
    places.addEventListener("change", onPlace);
    this.#stops = [
      () => places.removeEventListener("change", onPlace),
      onSignal("toast", (toast) => this.show(toast)),
      onSignal("changed", () => void this.lookForPeople()),
      onSignal("compose", (draft) => {
        this.draft = draft;
      }),
    ];
    void this.load();
  }
  /** What was pressed may have gone with the page it was on: then the keyboard is at the new one. */
  override renderedCallback(): void {
    if (!this.#isMoving) return;
    this.#isMoving = false;
    if (document.activeElement === document.body) this.skip();
  }
  override disconnectedCallback(): void {
    for (const stop of this.#stops) stop();
  }

  get heading(): string {
    return this.app?.app.label ?? "Salesforce";
  }
  get isLoading(): boolean {
    return this.app === null;
  }
  get barStyle(): string {
    return `border-bottom-color: ${this.app?.app.color ?? "#0176d3"}`;
  }
  get people(): readonly { readonly label: string; readonly value: string }[] {
    return session.people.map(({ key, label }) => ({ label, value: key }));
  }
  get hasPeople(): boolean {
    return session.people.length > 1;
  }
  get tabs(): readonly (TabShown & {
    readonly className: string;
    readonly current: string | null;
  })[] {
    return (this.app?.tabs ?? []).map((tab) => {
      const isHere = this.isAt(tab.path);
      return {
        ...tab,
        className: isHere ? "slds-context-bar__item slds-is-active" : "slds-context-bar__item",
        current: isHere ? "page" : null,
      };
    });
  }
  get isWithoutTabs(): boolean {
    return this.app !== null && this.app.tabs.length === 0;
  }
  /** A page is made anew for another place. */
  get shown(): readonly { readonly key: string; readonly route: Route }[] {
    return this.app === null ? [] : [{ key: JSON.stringify(this.route), route: this.route }];
  }
  get isReport(): boolean {
    return this.route.kind === "record" && this.route.object === "Report";
  }
  get isDashboard(): boolean {
    return this.route.kind === "record" && this.route.object === "Dashboard";
  }
  get isReportHome(): boolean {
    const { route } = this;
    return route.kind === "list" && (route.object === "Report" || route.object === "Dashboard");
  }
  get isRecord(): boolean {
    return this.route.kind === "record";
  }
  get isList(): boolean {
    return this.route.kind === "list";
  }
  get page(): PageUi | null {
    const { route, app } = this;
    if (app === null) return null;
    if (route.kind === "home") return app.homePage;
    if (route.kind !== "tab") return null;
    return app.pages[app.tabPages[route.name] ?? ""] ?? null;
  }
  get message(): string {
    if (this.route.kind === "home" && !this.isWithoutTabs) return "Choose a tab to begin.";
    if (this.isHidden) return "The person's permission sets do not show this tab.";
    return this.isWithoutTabs
      ? "This person has none of the app's permission sets, and so sees none of its tabs."
      : "There is no such page here.";
  }
  /** A tab of the app that the person may not open. */
  private get isHidden(): boolean {
    const { route, app } = this;
    if (route.kind !== "tab" || app === null) return false;
    return app.app.tabs.some((tab) => tab.kind === "page" && tab.name === route.name);
  }
  /** Sees of the app what Salesforce gives everybody, and nothing of its own. */
  get isOutsider(): boolean {
    const own = this.app?.app.tabs.filter(
      (tab) => tab.kind === "object" && /__c$/.test(tab.object),
    );
    const isShown = this.app?.tabs.some(({ path }) => /^\/lightning\/o\/\w+__c\/list$/.test(path));
    return this.route.kind === "home" && (own?.length ?? 0) > 0 && isShown === false;
  }
  get isHinted(): boolean {
    return this.isEmpty && !this.areControlsOpen;
  }
  get controlsLabel(): string {
    return this.areControlsOpen ? "Close" : "Make something happen";
  }

  follow(event: MouseEvent & { readonly currentTarget: HTMLAnchorElement }): void {
    if (event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    go(event.currentTarget.pathname);
  }
  skip(): void {
    (this.refs?.["main"] as HTMLElement | undefined)?.focus();
  }
  lookAs(event: CustomEvent<{ readonly value: string }>): void {
    const here = `${window.location.pathname}${window.location.search}`;
    window.location.assign(`/page/as/${event.detail.value}?to=${encodeURIComponent(here)}`);
  }
  toggleControls(): void {
    this.areControlsOpen = !this.areControlsOpen;
    if (this.areControlsOpen) sessionStorage.setItem(CONTROLS, "open");
    else sessionStorage.removeItem(CONTROLS);
  }
  onToast(event: CustomEvent<Partial<Toast>>): void {
    const { title = "", message = "", variant = "info" } = event.detail;
    signal("toast", { title, message, variant });
  }
  dismiss(event: Event & { readonly currentTarget: HTMLElement }): void {
    const key = Number(event.currentTarget.dataset["key"]);
    this.toasts = this.toasts.filter((toast) => toast.key !== key);
  }
  endDraft(): void {
    this.draft = null;
  }

  async load(): Promise<void> {
    try {
      this.app = await appPage();
      this.problem = null;
      await this.lookForPeople();
    } catch (error) {
      this.problem = error instanceof Error ? error.message : String(error);
    }
  }

  private async lookForPeople(): Promise<void> {
    if (!this.hasControls) return;
    const found = await rows("SELECT Id FROM Contact LIMIT 1").catch(() => null);
    this.isEmpty = found?.length === 0;
  }

  private isAt(path: string): boolean {
    const { route } = this;
    if (route.kind === "home") return path === "/lightning/page/home";
    const object = route.kind === "record" || route.kind === "list" ? route.object : null;
    return object === null
      ? route.kind === "tab" && path === `/lightning/n/${route.name}`
      : path === `/lightning/o/${object}/list`;
  }

  private show(toast: Toast): void {
    const key = ++this.#lastToast;
    const className = `slds-notify slds-notify_toast slds-theme_${toast.variant === "error" || toast.variant === "success" || toast.variant === "warning" ? toast.variant : "info"}`;
    this.toasts = [...this.toasts, { ...toast, key, className }];
    setTimeout(() => {
      this.toasts = this.toasts.filter((each) => each.key !== key);
    }, TOAST_MS);
  }
}
