import { LightningElement, api } from "lwc";
import type { PageUi } from "../../../metadata/types.ts";
import { regionsOf } from "../../../metadata/regions";
import { fetchAhead } from "../../core/components";
import { objectOfId, objectPage, type ObjectPage } from "../../core/metadata";
import { readRecord, type UiRecord } from "../../core/records";
import { fieldsShown } from "../../core/sections";
import { session } from "../../core/session";
import { onSignal } from "../../core/signals";

type View =
  | { readonly kind: "loading" }
  | { readonly kind: "failed"; readonly message: string; readonly canPass: boolean }
  | { readonly kind: "ready"; readonly object: ObjectPage; readonly record: UiRecord };

/** What Salesforce draws where nobody made a page. */
const USUAL_PAGE: PageUi = {
  name: "",
  label: "",
  template: "flexipage:recordHomeTemplateDesktop",
  regions: {
    header: [component("force:highlightsPanel")],
    main: [component("force:detailPanel")],
    sidebar: [component("force:relatedListContainer")],
  },
};

function component(name: string): PageUi["regions"][string][number] {
  return {
    kind: "component",
    id: name,
    component: name,
    properties: {},
    lists: {},
    visibility: null,
  };
}

/** A record on its Lightning page. */
export default class RecordPage extends LightningElement {
  /** Empty: the id says which. */
  @api object = "";
  @api recordId = "";

  view: View = { kind: "loading" };
  #stop: (() => void) | undefined;

  override connectedCallback(): void {
    this.#stop = onSignal("changed", (ids) => {
      if (ids.length === 0 || ids.includes(this.recordId)) void this.load();
    });
    void this.load();
  }
  override disconnectedCallback(): void {
    this.#stop?.();
  }

  get isLoading(): boolean {
    return this.view.kind === "loading";
  }
  get failure(): Extract<View, { kind: "failed" }> | null {
    return this.view.kind === "failed" ? this.view : null;
  }
  get record(): UiRecord | null {
    return this.view.kind === "ready" ? this.view.record : null;
  }
  get objectPage(): ObjectPage | null {
    return this.view.kind === "ready" ? this.view.object : null;
  }
  get page(): PageUi {
    return this.objectPage?.ui.pages[session.formFactor] ?? USUAL_PAGE;
  }
  get middle(): readonly string[] {
    return regionsOf(this.page).middle;
  }
  get sides(): readonly string[] {
    return regionsOf(this.page).sides;
  }
  get hasSides(): boolean {
    return this.sides.length > 0;
  }
  get middleClass(): string {
    return this.hasSides
      ? "slds-col slds-size_1-of-1 slds-large-size_8-of-12"
      : "slds-col slds-size_1-of-1";
  }

  async load(): Promise<void> {
    try {
      const name = this.object === "" ? await objectOfId(this.recordId) : this.object;
      const object = await objectPage(name ?? "");
      fetchAhead(object.ui.pages[session.formFactor]);
      const shown = [...fieldsShown(object), ...fieldsOfPage(object)];
      const record = await readRecord(object, this.recordId, shown);
      this.view = { kind: "ready", object, record };
      const title = record.fields[object.nameField]?.value;
      document.title = typeof title === "string" ? `${title} | ${object.label}` : object.label;
    } catch (error) {
      const status: unknown = error instanceof Error ? Reflect.get(error, "status") : 0;
      this.view =
        status === 404
          ? {
              kind: "failed",
              message: "This record does not exist, or you may not see it.",
              canPass: false,
            }
          : {
              kind: "failed",
              message: error instanceof Error ? error.message : String(error),
              canPass: true,
            };
    }
  }
}

/** Fields of a dynamic form, and those that decide whether a component shows. */
function fieldsOfPage({ ui }: ObjectPage): readonly string[] {
  const page = ui.pages[session.formFactor];
  if (page === null) return [];
  return Object.values(page.regions).flatMap((items) =>
    items.flatMap((item) => [
      ...(item.kind === "field" ? [item.field] : []),
      ...(item.visibility?.criteria ?? []).flatMap(
        ({ left }) => /^\{!Record\.(.+)\}$/.exec(left)?.[1] ?? [],
      ),
    ]),
  );
}
