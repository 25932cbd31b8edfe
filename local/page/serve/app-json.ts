/** What the page draws for one person: the project's looks, joined with what the org says the person may see. */
import type { AppUi, ObjectUi, PageUi, ProjectUi, TabUi } from "../metadata/types.ts";
import type { OrgSession } from "./org-session.ts";

/** Answers what the org is asked. */
type Asked = Pick<OrgSession, "json">;

const API = "/services/data/v66.0";

interface GlobalDescribe {
  readonly sobjects: readonly {
    readonly name: string;
    readonly label: string;
    readonly labelPlural: string;
    readonly keyPrefix: string | null;
  }[];
}

/** By tab. */
type TabVisibilities = Readonly<Record<string, "DefaultOff" | "DefaultOn" | "Hidden">>;

interface FieldDescribe {
  readonly name: string;
  readonly label: string;
  readonly type: string;
  readonly nameField: boolean;
}

interface ObjectDescribe {
  readonly name: string;
  readonly label: string;
  readonly labelPlural: string;
  readonly createable: boolean;
  readonly updateable: boolean;
  readonly fields: readonly FieldDescribe[];
  readonly childRelationships: readonly {
    readonly childSObject: string;
    readonly field: string;
    readonly relationshipName: string | null;
  }[];
}

/** An app of the usual objects, for a project without one. */
const USUAL_APP: AppUi = {
  name: "",
  label: "Salesforce",
  color: null,
  tabs: ["Account", "Contact", "Opportunity", "Lead", "Case"].map((object) => ({
    kind: "object",
    object,
  })),
};

export async function appJson(
  project: ProjectUi,
  session: Asked,
  appName: string | null,
): Promise<object> {
  const { sobjects } = await session.json<GlobalDescribe>(`${API}/sobjects`);
  const visible = new Map(sobjects.map((each) => [each.name, each]));
  const app =
    project.apps.find(({ name }) => name === appName) ?? project.apps[0] ?? ownObjects(project);
  const homePage = Object.values(project.pages).find(
    ({ template }) => /home/i.test(template) && /appHome|home:desktop/i.test(template),
  );
  const visibilityOf = await tabSettings(app, session);
  return {
    app,
    apps: project.apps.map(({ name, label }) => ({ name, label })),
    tabs: app.tabs
      .filter((tab) => visibilityOf(tab) === "DefaultOn")
      .flatMap((tab) => tabShown(tab, visible, homePage)),
    tabPages: Object.fromEntries(
      app.tabs
        .filter((tab) => tab.kind === "page")
        .filter((tab) => visibilityOf(tab) !== "Hidden")
        .map(({ name, page }) => [name, page]),
    ),
    pages: project.pages,
    homePage: homePage ?? null,
  };
}

/** What the org says of the tabs of the project's app. That of a project without one has tabs nobody could have given permission to. */
async function tabSettings(
  app: AppUi,
  session: Asked,
): Promise<(tab: TabUi) => TabVisibilities[string]> {
  if (app.name === "") return () => "DefaultOn";
  const names = encodeURIComponent(app.tabs.map(tabName).join(","));
  const told = await session.json<TabVisibilities>(`/_local/lightning/tabs?names=${names}`);
  return (tab) => told[tabName(tab)] ?? "Hidden";
}

/** As permission sets call it. */
function tabName(tab: TabUi): string {
  switch (tab.kind) {
    case "home":
      return "standard-home";
    case "page":
      return tab.name;
    case "object":
      return tab.object.endsWith("__c") ? tab.object : `standard-${tab.object}`;
  }
}

function ownObjects(project: ProjectUi): AppUi {
  const own = Object.keys(project.objects).filter((name) => name.endsWith("__c"));
  return {
    ...USUAL_APP,
    tabs: [...own.map((object): TabUi => ({ kind: "object", object })), ...USUAL_APP.tabs],
  };
}

function tabShown(
  tab: TabUi,
  visible: ReadonlyMap<string, { readonly labelPlural: string }>,
  homePage: PageUi | undefined,
): readonly { readonly label: string; readonly path: string }[] {
  switch (tab.kind) {
    case "home":
      return homePage === undefined ? [] : [{ label: "Home", path: "/lightning/page/home" }];
    case "page":
      return [{ label: tab.label, path: `/lightning/n/${tab.name}` }];
    case "object": {
      const object = visible.get(tab.object);
      return object === undefined
        ? []
        : [{ label: object.labelPlural, path: `/lightning/o/${tab.object}/list` }];
    }
  }
}

export async function prefixesJson(session: Asked): Promise<object> {
  const { sobjects } = await session.json<GlobalDescribe>(`${API}/sobjects`);
  return Object.fromEntries(
    sobjects.flatMap(({ name, keyPrefix }) => (keyPrefix === null ? [] : [[keyPrefix, name]])),
  );
}

/** @throws OrgRefusal 404 also for an object the person may not see */
export async function objectJson(
  project: ProjectUi,
  session: Asked,
  object: string,
): Promise<object> {
  const describe = await session.json<ObjectDescribe>(`${API}/sobjects/${object}/describe`);
  const ui: ObjectUi = project.objects[describe.name] ?? {
    object: describe.name,
    icon: null,
    compact: [],
    sections: null,
    relatedLists: [],
    listViews: [],
    actions: [],
    pages: { Large: null, Small: null },
  };
  return {
    ui,
    label: describe.label,
    labelPlural: describe.labelPlural,
    createable: describe.createable,
    updateable: describe.updateable,
    fields: Object.fromEntries(
      describe.fields.map((field) => [field.name, { ...field, label: labelOnPage(field) }]),
    ),
    nameField: describe.fields.find(({ nameField }) => nameField)?.name ?? "Id",
    children: describe.childRelationships.map(({ childSObject, field, relationshipName }) => ({
      object: childSObject,
      field,
      relationshipName,
      label: childSObject,
    })),
  };
}

/** A lookup is labelled by what it leads to, "Created By", where its describe says "Created By ID". */
function labelOnPage({ name, label, type }: FieldDescribe): string {
  if (type !== "reference") return label;
  return label.replace(/ ID$/, name === "AccountId" ? " Name" : "");
}
