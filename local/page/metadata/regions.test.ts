import { expect, test } from "vitest";
import { regionsOf } from "./regions.ts";
import type { ItemUi, PageUi } from "./types.ts";

function component(name: string, properties: Readonly<Record<string, string>> = {}): ItemUi {
  return { kind: "component", id: name, component: name, properties, lists: {}, visibility: null };
}

test("what a tab shows stands in its tab, whatever its region is called", () => {
  const page: PageUi = {
    name: "Account",
    label: "Account",
    template: "flexipage:recordHomeTemplateDesktop",
    regions: {
      header: [component("force:highlightsPanel")],
      main: [component("flexipage:tabset", { tabs: "maintabs" })],
      maintabs: [component("flexipage:tab", { body: "detailTabContent" })],
      detailTabContent: [component("force:detailPanel")],
      sidebar: [component("flexipage:tabset", { tabs: "sidebartabs" })],
      sidebartabs: [component("flexipage:tab", { body: "activityTabContent" })],
      activityTabContent: [],
    },
  };

  expect(regionsOf(page)).toEqual({ middle: ["main"], sides: ["sidebar"] });
});
