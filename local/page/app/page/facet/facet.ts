import { LightningElement, api } from "lwc";
import type { ItemUi, PageUi, RelatedListUi } from "../../../metadata/types.ts";
import { nameOfComponent } from "../../core/components";
import type { FieldUi, ObjectPage } from "../../core/metadata";
import type { UiRecord } from "../../core/records";
import { session } from "../../core/session";
import { isShown, type Viewing } from "../../../metadata/visibility";

const TAB_TITLES: Readonly<Record<string, string>> = {
  "Standard.Tab.detail": "Details",
  "Standard.Tab.relatedLists": "Related",
  "Standard.Tab.activity": "Activity",
  "Standard.Tab.collaborate": "Chatter",
  "Standard.Tab.news": "News",
};

type ComponentItem = Extract<ItemUi, { readonly kind: "component" }>;

interface Drawn {
  readonly id: string;
  readonly tabs?: readonly { readonly id: string; readonly label: string; readonly body: string }[];
  readonly isHighlights?: boolean;
  /** The actions of the header that the page decides on; undefined: those of the layout. */
  readonly actions?: readonly string[] | undefined;
  readonly isDetail?: boolean;
  readonly isWithoutLists?: boolean;
  readonly related?: readonly (RelatedListUi & { readonly key: string })[];
  readonly listCard?: Readonly<Record<string, string>>;
  readonly component?: string;
  readonly properties?: Readonly<Record<string, string>>;
  readonly facet?: string;
  readonly field?: FieldUi;
  readonly text?: string;
  readonly unknown?: string;
}

/** One region of a Lightning page: its components in order; a tab's content is a region again. */
export default class Facet extends LightningElement {
  @api name = "";
  @api page: PageUi | undefined;
  @api object: ObjectPage | undefined;
  @api record: UiRecord | undefined;

  get items(): readonly Drawn[] {
    return (this.page?.regions[this.name] ?? [])
      .filter(({ visibility }) => isShown(visibility, this.viewing))
      .map((item, index) => ({ ...this.drawn(item), id: `${item.id}-${index}` }));
  }

  private get viewing(): Viewing {
    return {
      field: (path: string) => valueAt(this.record, path),
      customPermissions: session.customPermissions,
      formFactor: session.formFactor,
      user: { Id: session.user.id, Name: session.user.name },
    };
  }

  private drawn(item: ItemUi): Drawn {
    const { id } = item;
    if (item.kind === "field") {
      const field = this.object?.fields[item.field];
      return field === undefined || this.record?.fields[item.field] === undefined
        ? { id }
        : { id, field };
    }
    const { component, properties } = item;
    switch (component) {
      case "force:highlightsPanel":
      case "force:recordHighlights":
        return { id, isHighlights: true, actions: this.actionsOf(item) };
      case "force:detailPanel":
      case "force:recordDetailPanelMobile":
        return { id, isDetail: true };
      case "force:relatedListContainer":
        return {
          id,
          related: (this.object?.ui.relatedLists ?? []).map(keyed),
          isWithoutLists: this.object?.ui.sections === null,
        };
      case "force:relatedListSingleContainer":
      case "lst:dynamicRelatedList":
        return { id, related: [keyed(this.single(properties["relatedListApiName"] ?? ""))] };
      case "flexipage:tabset":
      case "flexipage:accordion":
        return { id, tabs: this.tabs(properties["tabs"] ?? properties["sections"] ?? "") };
      case "flexipage:fieldSection":
        return { id, facet: properties["columns"] ?? "" };
      case "flexipage:column":
        return { id, facet: properties["body"] ?? "" };
      case "flexipage:filterListCard":
        return { id, listCard: properties };
      case "flexipage:richText":
        return { id, text: properties["richTextValue"] ?? "" };
      default: {
        const own = nameOfComponent(component);
        return own === null ? { id, unknown: component } : { id, component: own, properties };
      }
    }
  }

  /** Dynamic actions. Source: Salesforce Help, "Dynamic Actions in the Lightning App Builder". */
  private actionsOf({ properties, lists }: ComponentItem): readonly string[] | undefined {
    if (properties["enableActionsConfiguration"] !== "true") return undefined;
    return (lists["actionNames"] ?? [])
      .filter(({ visibility }) => isShown(visibility, this.viewing))
      .map(({ value }) => value);
  }

  private tabs(facet: string): readonly { id: string; label: string; body: string }[] {
    return (this.page?.regions[facet] ?? []).flatMap((item) => {
      if (item.kind !== "component") return [];
      const title = item.properties["title"] ?? item.properties["label"] ?? "";
      return [
        {
          id: item.id,
          label: TAB_TITLES[title] ?? title,
          body: item.properties["body"] ?? "",
        },
      ];
    });
  }

  /** A list by its relationship: as the layout has it, else with the columns of its object's header. */
  private single(name: string): RelatedListUi {
    const child = this.object?.children.find(({ relationshipName }) => relationshipName === name);
    const inLayout = this.object?.ui.relatedLists.find(
      (list) => list.name === name || list.name === `${child?.object ?? ""}.${child?.field ?? ""}`,
    );
    return inLayout ?? { name, columns: [], sortField: null, isDescending: true };
  }
}

function keyed(list: RelatedListUi): RelatedListUi & { readonly key: string } {
  return { ...list, key: list.name };
}

function valueAt(record: UiRecord | undefined, path: string): unknown {
  let at: UiRecord | null | undefined = record;
  const steps = path.split(".");
  for (const [index, step] of steps.entries()) {
    const value: unknown = at?.fields[step]?.value;
    if (index === steps.length - 1) return value;
    at = value as UiRecord | null | undefined;
  }
  return undefined;
}
