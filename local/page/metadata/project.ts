/** Everything a project says of its looks, read from its files. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { projectFiles } from "../../org/src/schema/project.ts";
import { readXml, type XmlElement } from "../../org/src/schema/metadata/xml.ts";
import { readFlexiPage } from "./flexipage.ts";
import { assetOf, resourceOf } from "./resources.ts";
import { readLayoutActions, readListView, readRelatedLists, readSections } from "./layout.ts";
import type {
  ActionUi,
  AppUi,
  AssetUi,
  ListViewUi,
  ObjectUi,
  PageUi,
  ProjectUi,
  RelatedListUi,
  SectionUi,
  TabUi,
} from "./types.ts";

interface Gathered {
  readonly apps: { readonly name: string; readonly root: XmlElement }[];
  readonly pages: Record<string, PageUi>;
  readonly layouts: Record<
    string,
    {
      readonly sections: readonly SectionUi[];
      readonly relatedLists: readonly RelatedListUi[];
      readonly actions: readonly string[];
    }
  >;
  readonly compacts: Record<string, readonly string[]>;
  /** Object → the name of its compact layout. */
  readonly chosenCompacts: Record<string, string>;
  readonly listViews: Record<string, ListViewUi[]>;
  readonly actions: Record<string, ActionUi>;
  readonly tabs: Record<
    string,
    { readonly label: string; readonly page: string | null; readonly motif: string | null }
  >;
  readonly objectPages: Record<string, { Large: string | null; Small: string | null }>;
  readonly resources: Record<string, string>;
  readonly assets: Record<string, AssetUi>;
}

export function readProjectUi(folder: string): ProjectUi {
  const gathered: Gathered = {
    apps: [],
    pages: {},
    layouts: {},
    compacts: {},
    chosenCompacts: {},
    listViews: {},
    actions: {},
    tabs: {},
    objectPages: {},
    resources: {},
    assets: {},
  };
  const { files } = projectFiles([folder]);
  for (const file of files) gather(file, gathered);
  for (const { root } of gathered.apps) gatherOverrides(root, gathered);
  const objects = new Set([
    ...Object.keys(gathered.layouts),
    ...Object.keys(gathered.listViews),
    ...Object.keys(gathered.objectPages),
    ...Object.keys(gathered.chosenCompacts),
  ]);
  return {
    apps: gathered.apps.map(({ name, root }) => appOf(name, root, gathered)),
    objects: Object.fromEntries([...objects].map((name) => [name, objectOf(name, gathered)])),
    pages: gathered.pages,
    resources: gathered.resources,
    assets: gathered.assets,
    components: componentFolders(files).map((each) => path.basename(each)),
  };
}

/** Folders of Lightning web components: `lwc/<name>/<name>.js`. */
export function componentFoldersOf(folder: string): readonly string[] {
  return componentFolders(projectFiles([folder]).files);
}

function componentFolders(files: readonly string[]): readonly string[] {
  // The files of components are left out of a project's metadata; their folder is beside what is not.
  const homes = new Set(
    files.flatMap((file) => {
      const parts = file.split(path.sep);
      return parts.map((_, index) => parts.slice(0, index + 1).join(path.sep));
    }),
  );
  const found: string[] = [];
  for (const home of homes) {
    const folder = path.join(home, "lwc");
    for (const name of entriesOf(folder)) {
      if (entriesOf(path.join(folder, name)).includes(`${name}.js`))
        found.push(path.join(folder, name));
    }
  }
  return [...new Set(found)].toSorted();
}

function entriesOf(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function gather(file: string, into: Gathered): void {
  const name = path.basename(file).replace(/\.[\w-]+-meta\.xml$/, "");
  const root = (element: string): XmlElement | null => {
    const read = readXml(file, readFileSync(file, "utf8"), element);
    return "error" in read ? null : read.element;
  };
  const ending = /\.(\w+)-meta\.xml$/.exec(file)?.[1] ?? "";
  switch (ending) {
    case "app": {
      const app = root("CustomApplication");
      if (app !== null) into.apps.push({ name, root: app });
      return;
    }
    case "flexipage": {
      const page = root("FlexiPage");
      if (page === null) return;
      into.pages[name] = readFlexiPage(name, page);
      // A record page nobody assigned is still the only one there is.
      const object = page.text("sobjectType");
      if (object !== null && page.text("type") === "RecordPage")
        into.objectPages[object] ??= { Large: name, Small: name };
      return;
    }
    case "layout": {
      const layout = root("Layout");
      const [object = ""] = name.split("-");
      if (layout === null) return;
      into.layouts[object] ??= {
        sections: readSections(layout),
        relatedLists: readRelatedLists(layout),
        actions: readLayoutActions(layout),
      };
      return;
    }
    case "compactLayout": {
      const compact = root("CompactLayout");
      const object = objectFolder(file);
      if (compact !== null) into.compacts[`${object}.${name}`] = compact.texts("fields");
      return;
    }
    case "listView": {
      const view = root("ListView");
      if (view !== null) (into.listViews[objectFolder(file)] ??= []).push(readListView(name, view));
      return;
    }
    case "object": {
      const object = root("CustomObject");
      const chosen = object?.text("compactLayoutAssignment") ?? null;
      if (object === null) return;
      if (chosen !== null) into.chosenCompacts[name] = chosen;
      for (const override of object.children("actionOverrides"))
        gatherOverride(override, name, into);
      return;
    }
    case "quickAction": {
      const action = root("QuickAction");
      if (action === null) return;
      const component = action.text("lightningWebComponent");
      into.actions[name] = {
        name,
        label: action.text("label") ?? action.text("standardLabel") ?? name,
        component,
        kind: action.text("type") ?? "",
      };
      return;
    }
    case "resource": {
      const found = resourceOf(file, name);
      if (found !== null) into.resources[name] = found;
      return;
    }
    case "asset": {
      const asset = root("ContentAsset");
      if (asset !== null) into.assets[name] = assetOf(file, asset);
      return;
    }
    case "tab": {
      const tab = root("CustomTab");
      if (tab !== null)
        into.tabs[name] = {
          label: tab.text("label") ?? name,
          page: tab.text("flexiPage"),
          motif: tab.text("motif"),
        };
      return;
    }
  }
}

function objectFolder(file: string): string {
  return path.basename(path.dirname(path.dirname(file)));
}

function gatherOverrides(app: XmlElement, into: Gathered): void {
  for (const override of app.children("actionOverrides"))
    gatherOverride(override, override.text("pageOrSobjectType") ?? "", into);
}

function gatherOverride(override: XmlElement, object: string, into: Gathered): void {
  const content = override.text("content");
  const isView = override.text("actionName")?.toLowerCase() === "view";
  if (content === null || !isView || override.text("type")?.toLowerCase() !== "flexipage") return;
  const pages = (into.objectPages[object] ??= { Large: null, Small: null });
  if (override.text("formFactor") === "Small") pages.Small = content;
  else pages.Large = content;
}

function appOf(name: string, root: XmlElement, gathered: Gathered): AppUi {
  return {
    name,
    label: root.text("label") ?? name,
    color: root.child("brand")?.text("headerColor") ?? null,
    tabs: root.texts("tabs").flatMap((tab) => tabOf(tab, gathered)),
  };
}

function tabOf(tab: string, gathered: Gathered): readonly TabUi[] {
  if (tab.toLowerCase() === "standard-home") return [{ kind: "home" }];
  // Metadata writes `standard-report` beside `standard-Dashboard`.
  if (tab === "standard-report") return [{ kind: "object", object: "Report" }];
  if (tab.startsWith("standard-")) return [{ kind: "object", object: tab.slice(9) }];
  const own = gathered.tabs[tab];
  if (own?.page !== null && own?.page !== undefined)
    return [{ kind: "page", name: tab, label: own.label, page: own.page }];
  return tab.endsWith("__c") ? [{ kind: "object", object: tab }] : [];
}

function objectOf(object: string, gathered: Gathered): ObjectUi {
  const layout = gathered.layouts[object];
  const compact = gathered.compacts[`${object}.${gathered.chosenCompacts[object] ?? ""}`];
  const pages = gathered.objectPages[object] ?? { Large: null, Small: null };
  const page = (name: string | null): PageUi | null =>
    name === null ? null : (gathered.pages[name] ?? null);
  const large = page(pages.Large);
  const ofObject = Object.values(gathered.actions).filter(({ name }) =>
    name.startsWith(`${object}.`),
  );
  const ofLayout = (layout?.actions ?? []).flatMap((name) => gathered.actions[name] ?? []);
  const motif = /^Custom(\d+)/.exec(gathered.tabs[object]?.motif ?? "")?.[1];
  return {
    object,
    icon: motif === undefined ? null : `custom:custom${motif}`,
    compact: compact ?? [],
    sections: layout?.sections ?? null,
    relatedLists: layout?.relatedLists ?? [],
    listViews: gathered.listViews[object] ?? [],
    actions: [...new Set([...ofLayout, ...ofObject])],
    pages: { Large: large, Small: page(pages.Small) ?? large },
  };
}
