import { describe, expect, test } from "vitest";
import type { PageUi, ProjectUi, TabUi } from "../metadata/types.ts";
import { appJson } from "./app-json.ts";

const TABS: readonly TabUi[] = [
  { kind: "object", object: "Contact" },
  { kind: "object", object: "Report" },
  { kind: "object", object: "Bike__c" },
  { kind: "page", name: "Rides", label: "Rides", page: "Rides_Page" },
  { kind: "page", name: "Service", label: "Service", page: "Service_Page" },
];

const pageNamed = (name: string): PageUi => ({ name, label: name, template: "", regions: {} });

const PROJECT: ProjectUi = {
  apps: [{ name: "Bikes", label: "Bikes", color: null, tabs: TABS }],
  objects: {},
  pages: { Rides_Page: pageNamed("Rides_Page"), Service_Page: pageNamed("Service_Page") },
  resources: {},
  assets: {},
  components: [],
};

interface Shown {
  readonly tabs: readonly { readonly label: string }[];
  readonly tabPages: Readonly<Record<string, string>>;
}

/** The app of somebody who may read these objects and has the tabs so. */
async function shown(
  project: ProjectUi,
  objects: readonly string[],
  settings: Readonly<Record<string, string>>,
): Promise<Shown> {
  const sobjects = objects.map((name) => ({ name, labelPlural: `${name}s` }));
  const asked: string[] = [];
  const session = {
    json: <Answer>(path: string): Promise<Answer> => {
      asked.push(path);
      const answer = path.endsWith("/sobjects") ? { sobjects } : settings;
      // What is asked for decides the shape, here as over HTTP.
      return Promise.resolve(answer as Answer);
    },
  };
  // The answer is plain JSON for the browser, whose own type it is.
  const app = (await appJson(project, session, null)) as Shown;
  if (project.apps.length > 0)
    expect(asked).toContain(
      "/_local/lightning/tabs?names=standard-Contact%2Cstandard-Report%2CBike__c%2CRides%2CService",
    );
  return app;
}

describe("the tabs of an app", () => {
  const objects = ["Contact", "Report", "Bike__c"];

  test("are those the person's permissions make visible", async () => {
    const app = await shown(PROJECT, objects, {
      "standard-Contact": "DefaultOn",
      "standard-Report": "Hidden",
      Bike__c: "DefaultOn",
      Rides: "DefaultOff",
      Service: "Hidden",
    });

    expect(app.tabs.map(({ label }) => label)).toEqual(["Contacts", "Bike__cs"]);
    // What is not in the navigation may still be opened by its address, unless it is hidden.
    expect(app.tabPages).toEqual({ Rides: "Rides_Page" });
  });

  test("of an object need the right to read it as well", async () => {
    const everything = Object.fromEntries(
      ["standard-Contact", "standard-Report", "Bike__c", "Rides", "Service"].map((name) => [
        name,
        "DefaultOn",
      ]),
    );
    const app = await shown(PROJECT, ["Contact"], everything);

    expect(app.tabs.map(({ label }) => label)).toEqual(["Contacts", "Rides", "Service"]);
  });

  test("of a project without an app are its objects, for which no tab was made", async () => {
    const objectless = { ...PROJECT, apps: [] };
    const app = await shown(objectless, ["Account"], {});

    expect(app.tabs.map(({ label }) => label)).toEqual(["Accounts"]);
  });
});
