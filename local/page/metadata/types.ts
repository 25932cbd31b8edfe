/** What a project's metadata says of its looks, as the page draws it: plain data, free of XML. */

export interface AppUi {
  readonly name: string;
  readonly label: string;
  /** `#635BFF`; null: the page's own. */
  readonly color: string | null;
  readonly tabs: readonly TabUi[];
}

export type TabUi =
  | { readonly kind: "home" }
  | { readonly kind: "object"; readonly object: string }
  | { readonly kind: "page"; readonly name: string; readonly label: string; readonly page: string };

export interface ObjectUi {
  readonly object: string;
  /** `custom:custom57`, from the motif of its tab; null: it has none. */
  readonly icon: string | null;
  /** Fields of the header, the first of which is the title. */
  readonly compact: readonly string[];
  /** null: the project has no layout of this object. */
  readonly sections: readonly SectionUi[] | null;
  readonly relatedLists: readonly RelatedListUi[];
  readonly listViews: readonly ListViewUi[];
  readonly actions: readonly ActionUi[];
  /** The Lightning page of a record, by form factor; null: a page of header, details and related lists. */
  readonly pages: { readonly Large: PageUi | null; readonly Small: PageUi | null };
}

export interface SectionUi {
  readonly label: string | null;
  readonly columns: readonly (readonly LayoutItemUi[])[];
}

export interface LayoutItemUi {
  readonly field: string;
  readonly behavior: "Edit" | "Required" | "Readonly";
}

export interface RelatedListUi {
  /** `Stripe_Invoice__c.Stripe_Subscription__c`, or a standard list's own name. */
  readonly name: string;
  readonly columns: readonly string[];
  readonly sortField: string | null;
  readonly isDescending: boolean;
}

export interface ListViewUi {
  readonly name: string;
  readonly label: string;
  readonly columns: readonly string[];
  readonly filters: readonly FilterUi[];
  /** `1 AND (2 OR 3)`; null: all of them. */
  readonly booleanFilter: string | null;
  readonly isOfOwnRecords: boolean;
}

export interface FilterUi {
  readonly field: string;
  readonly operation: string;
  readonly value: string;
}

export interface ActionUi {
  readonly name: string;
  readonly label: string;
  /** null: a kind of action that only Salesforce runs. */
  readonly component: string | null;
  readonly kind: string;
}

export interface PageUi {
  readonly name: string;
  readonly label: string;
  readonly template: string;
  /** Region or facet → its components in order. */
  readonly regions: Readonly<Record<string, readonly ItemUi[]>>;
}

export type ItemUi =
  | {
      readonly kind: "component";
      readonly id: string;
      readonly component: string;
      readonly properties: Readonly<Record<string, string>>;
      /** Properties that are lists: `actionNames` of a header whose actions the page decides. */
      readonly lists: Readonly<Record<string, readonly ListedUi[]>>;
      readonly visibility: VisibilityUi | null;
    }
  | {
      readonly kind: "field";
      readonly id: string;
      readonly field: string;
      readonly visibility: VisibilityUi | null;
    };

/** An entry of a property, and whether it shows. */
export interface ListedUi {
  readonly value: string;
  readonly visibility: VisibilityUi | null;
}

export interface VisibilityUi {
  readonly booleanFilter: string | null;
  readonly criteria: readonly {
    readonly left: string;
    readonly operator: string;
    readonly right: string;
  }[];
}

/** A content asset: its file has no ending that would say what it is. */
export interface AssetUi {
  readonly file: string;
  /** `.png`, from the name it was uploaded under; empty when that says nothing. */
  readonly ending: string;
}

export interface ProjectUi {
  readonly apps: readonly AppUi[];
  /** By API name. */
  readonly objects: Readonly<Record<string, ObjectUi>>;
  /** Lightning pages by name: app and home pages among them. */
  readonly pages: Readonly<Record<string, PageUi>>;
  /** Static resources by name: a file, or the folder of an archive. */
  readonly resources: Readonly<Record<string, string>>;
  readonly assets: Readonly<Record<string, AssetUi>>;
  /** Names of Lightning web components. */
  readonly components: readonly string[];
}
