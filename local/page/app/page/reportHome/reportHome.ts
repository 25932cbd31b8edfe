import { LightningElement, api } from "lwc";
import { listed, type ListedItem } from "../../core/analytics";
import { go } from "../../core/router";

/** The reports, or the dashboards, that are shared with who looks. */
export default class ReportHome extends LightningElement {
  @api kind: "Report" | "Dashboard" = "Report";

  items: readonly ListedItem[] = [];
  isLoading = true;
  problem: string | null = null;

  override connectedCallback(): void {
    document.title = this.heading;
    void this.load();
  }

  get heading(): string {
    return `${this.kind}s`;
  }
  get count(): string {
    if (this.isLoading) return "";
    const { length } = this.items;
    return `${length} ${length === 1 ? "item" : "items"}`;
  }
  get isEmpty(): boolean {
    return this.items.length === 0;
  }
  get empty(): string {
    return `No ${this.heading.toLowerCase()} are shared with you.`;
  }
  get lines(): readonly (ListedItem & { readonly address: string })[] {
    return this.items.map((item) => ({
      ...item,
      address: `/lightning/r/${this.kind}/${item.id}/view`,
    }));
  }

  open(event: MouseEvent & { readonly currentTarget: HTMLAnchorElement }): void {
    if (event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    go(event.currentTarget.pathname);
  }

  async load(): Promise<void> {
    try {
      this.items = await listed(this.kind);
      this.problem = null;
    } catch (error) {
      this.problem = error instanceof Error ? error.message : String(error);
    }
    this.isLoading = false;
  }
}
