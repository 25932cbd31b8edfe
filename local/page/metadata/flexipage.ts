/** Lightning pages. Source: Metadata API Developer Guide, "FlexiPage". */
import type { XmlElement } from "../../org/src/schema/metadata/xml.ts";
import type { ItemUi, ListedUi, PageUi, VisibilityUi } from "./types.ts";

export function readFlexiPage(name: string, root: XmlElement): PageUi {
  return {
    name,
    label: root.text("masterLabel") ?? name,
    template: root.child("template")?.text("name") ?? "flexipage:defaultAppHomeTemplate",
    regions: Object.fromEntries(
      root
        .children("flexiPageRegions")
        .map((region) => [
          region.text("name") ?? "",
          region.children("itemInstances").flatMap(itemOf),
        ]),
    ),
  };
}

function itemOf(item: XmlElement): readonly ItemUi[] {
  const component = item.child("componentInstance");
  if (component !== null) {
    return [
      {
        kind: "component",
        id: component.text("identifier") ?? component.text("componentName") ?? "",
        component: component.text("componentName") ?? "",
        properties: Object.fromEntries(
          component
            .children("componentInstanceProperties")
            .map((property) => [property.text("name") ?? "", property.text("value") ?? ""]),
        ),
        lists: Object.fromEntries(
          component
            .children("componentInstanceProperties")
            .flatMap((property) => listOf(property.text("name") ?? "", property)),
        ),
        visibility: visibilityOf(component.child("visibilityRule")),
      },
    ];
  }
  const field = item.child("fieldInstance");
  const path = field?.text("fieldItem") ?? null;
  if (field === null || path === null) return [];
  return [
    {
      kind: "field",
      id: field.text("identifier") ?? path,
      field: path.replace(/^Record\./, ""),
      visibility: visibilityOf(field.child("visibilityRule")),
    },
  ];
}

function listOf(
  name: string,
  property: XmlElement,
): readonly (readonly [string, readonly ListedUi[]])[] {
  const list = property.child("valueList");
  if (list === null) return [];
  const entries = list.children("valueListItems").map((entry) => ({
    value: entry.text("value") ?? "",
    visibility: visibilityOf(entry.child("visibilityRule")),
  }));
  return [[name, entries]];
}

function visibilityOf(rule: XmlElement | null): VisibilityUi | null {
  if (rule === null) return null;
  return {
    booleanFilter: rule.text("booleanFilter"),
    criteria: rule.children("criteria").map((criterion) => ({
      left: criterion.text("leftValue") ?? "",
      operator: criterion.text("operator") ?? "EQUAL",
      right: criterion.text("rightValue") ?? "",
    })),
  };
}
