import { LightningElement, api } from "lwc";
import { fetchComponent } from "../../core/components";
import type { ObjectPage } from "../../core/metadata";
import type { UiRecord } from "../../core/records";

/** A Lightning web component of the project, loaded when a page first shows it; in its place, what prevents that. */
export default class ProjectComponent extends LightningElement {
  @api name = "";
  @api properties: Readonly<Record<string, unknown>> = {};
  @api object: ObjectPage | undefined;
  @api record: UiRecord | undefined;

  constructorOfIt: unknown = null;
  problem: string | null = null;
  /** Its code could not be fetched: the page was built anew since it was opened, or its server is away. */
  isOutdated = false;

  override connectedCallback(): void {
    void this.load();
  }

  get given(): Readonly<Record<string, unknown>> {
    const typed = Object.fromEntries(
      Object.entries(this.properties).map(([name, value]) => [
        name,
        value === "true" ? true : value === "false" ? false : value,
      ]),
    );
    return this.record === undefined
      ? typed
      : { ...typed, recordId: this.record.id, objectApiName: this.object?.ui.object };
  }

  reload(): void {
    window.location.reload();
  }

  private async load(): Promise<void> {
    const fetched = fetchComponent(this.name);
    if (fetched === undefined) {
      this.problem = `The project has no component ${this.name}.`;
      return;
    }
    try {
      this.constructorOfIt = (await fetched).default;
    } catch (error) {
      this.isOutdated = error instanceof TypeError;
      this.problem = `${this.name} cannot be drawn here: ${error instanceof Error ? error.message : String(error)}`;
    }
  }

  override errorCallback(error: Error): void {
    this.constructorOfIt = null;
    this.problem = `${this.name} failed: ${error.message}`;
    console.error(error);
  }
}
