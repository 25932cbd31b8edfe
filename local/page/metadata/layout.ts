/** Page layouts, compact layouts and list views. Source: Metadata API Developer Guide, "Layout", "CompactLayout", "ListView". */
import type { XmlElement } from "../../org/src/schema/metadata/xml.ts";
import type { LayoutItemUi, ListViewUi, RelatedListUi, SectionUi } from "./types.ts";

/** List views and related lists spell some fields of their own: `NAME`, `CONTACT.EMAIL`, `OWNER.ALIAS`. */
const SPELLINGS: Readonly<Record<string, string>> = {
  "OWNER.ALIAS": "OwnerId",
  "CREATEDBY_USER.ALIAS": "CreatedById",
  "UPDATEDBY_USER.ALIAS": "LastModifiedById",
  NAME: "Name",
  FULL_NAME: "Name",
  CREATED_DATE: "CreatedDate",
  LAST_UPDATE: "LastModifiedDate",
  CREATEDBY_USER: "CreatedById",
  UPDATEDBY_USER: "LastModifiedById",
  OWNER_NAME: "OwnerId",
  ACCOUNT_NAME: "AccountId",
  PHONE1: "Phone",
};

export function fieldName(column: string): string {
  const last = column.split(".").at(-1) ?? column;
  const known = SPELLINGS[column] ?? SPELLINGS[last];
  if (known !== undefined) return known;
  if (!/^[A-Z0-9_]+$/.test(last)) return last;
  return last
    .toLowerCase()
    .split("_")
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");
}

export function readSections(root: XmlElement): readonly SectionUi[] {
  return root
    .children("layoutSections")
    .map((section) => ({
      label: section.text("label"),
      columns: section
        .children("layoutColumns")
        .map((column) => column.children("layoutItems").flatMap(itemOf)),
    }))
    .filter(({ columns }) => columns.some((column) => column.length > 0));
}

function itemOf(item: XmlElement): readonly LayoutItemUi[] {
  const field = item.text("field");
  const behavior = item.text("behavior");
  if (field === null) return [];
  return [
    { field, behavior: behavior === "Edit" || behavior === "Required" ? behavior : "Readonly" },
  ];
}

export function readRelatedLists(root: XmlElement): readonly RelatedListUi[] {
  return root.children("relatedLists").map((list) => ({
    name: list.text("relatedList") ?? "",
    columns: list.texts("fields").map(fieldName),
    sortField: list.text("sortField") === null ? null : fieldName(list.text("sortField") ?? ""),
    isDescending: list.text("sortOrder") === "Desc",
  }));
}

/** Actions of a layout, in its order. */
export function readLayoutActions(root: XmlElement): readonly string[] {
  const platform = root
    .child("platformActionList")
    ?.children("platformActionListItems")
    .map((item) => item.text("actionName") ?? "");
  const quick = root
    .child("quickActionList")
    ?.children("quickActionListItems")
    .map((item) => item.text("quickActionName") ?? "");
  return [...new Set([...(platform ?? []), ...(quick ?? [])])].filter((name) => name !== "");
}

export function readListView(name: string, root: XmlElement): ListViewUi {
  return {
    name,
    label: root.text("label") ?? name,
    columns: root.texts("columns").map(fieldName),
    filters: root.children("filters").map((filter) => ({
      field: fieldName(filter.text("field") ?? ""),
      operation: filter.text("operation") ?? "equals",
      value: filter.text("value") ?? "",
    })),
    booleanFilter: root.text("booleanFilter"),
    isOfOwnRecords: root.text("filterScope") === "Mine",
  };
}
