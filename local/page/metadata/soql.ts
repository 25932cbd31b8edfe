/** List views as queries. Source: Metadata API Developer Guide, "ListView", "ListViewFilter". */
import type { FilterUi, ListViewUi } from "./types.ts";

export interface FieldOfQuery {
  readonly type: string;
  /** `Account` for AccountId; null: no lookup. */
  readonly relationshipName: string | null;
}

export interface QueryPlace {
  readonly object: string;
  readonly fields: Readonly<Record<string, FieldOfQuery>>;
  readonly nameField: string;
  readonly userId: string;
}

const OPERATORS: Readonly<Record<string, string>> = {
  equals: "=",
  notEqual: "!=",
  lessThan: "<",
  greaterThan: ">",
  lessOrEqual: "<=",
  greaterOrEqual: ">=",
};

const BARE: ReadonlySet<string> = new Set([
  "boolean",
  "int",
  "double",
  "long",
  "currency",
  "percent",
  "date",
  "datetime",
]);

export function conditionOf(view: ListViewUi, place: QueryPlace): string {
  const each = view.filters.map((filter) => filterCondition(filter, place));
  const all =
    view.booleanFilter === null
      ? each.join(" AND ")
      : view.booleanFilter.replaceAll(/\d+/g, (number) => each[Number(number) - 1] ?? "Id != null");
  const own = view.isOfOwnRecords ? `OwnerId = '${place.userId}'` : "";
  return [all === "" ? "" : `(${all})`, own].filter((part) => part !== "").join(" AND ");
}

/** Several values, divided by commas, are any of them. */
function filterCondition({ field, operation, value }: FilterUi, place: QueryPlace): string {
  const type = place.fields[field]?.type ?? "string";
  const values = value.split(",").map((each) => each.trim());
  switch (operation) {
    case "contains":
      return either(values.map((each) => `${field} LIKE '%${escaped(each)}%'`));
    case "notContain":
      return both(values.map((each) => `(NOT ${field} LIKE '%${escaped(each)}%')`));
    case "startsWith":
      return either(values.map((each) => `${field} LIKE '${escaped(each)}%'`));
    case "includes":
      return `${field} INCLUDES (${values.map((each) => `'${escaped(each)}'`).join(", ")})`;
    case "excludes":
      return `${field} EXCLUDES (${values.map((each) => `'${escaped(each)}'`).join(", ")})`;
    default: {
      const operator = OPERATORS[operation] ?? "=";
      const parts = values.map((each) => `${field} ${operator} ${literal(each, type)}`);
      return operator === "!=" ? both(parts) : either(parts);
    }
  }
}

function either(parts: readonly string[]): string {
  return parts.length === 1 ? (parts[0] ?? "") : `(${parts.join(" OR ")})`;
}

function both(parts: readonly string[]): string {
  return parts.length === 1 ? (parts[0] ?? "") : `(${parts.join(" AND ")})`;
}

function literal(value: string, type: string): string {
  if (value === "") return "null";
  if (type === "boolean") return value === "1" || value.toLowerCase() === "true" ? "true" : "false";
  // TODAY, LAST_N_DAYS:30, LAST_N_DAYS 30
  if (type === "date" || type === "datetime")
    return value.replace(/^([A-Z_]+) (\d+)$/, "$1:$2").replaceAll(" ", "_");
  return BARE.has(type) ? value : `'${escaped(value)}'`;
}

function escaped(text: string): string {
  return text.replaceAll("\\", "\\\\").replaceAll("'", "\\'");
}

/** What a query reads to show these columns: of a lookup its parent's name as well, and where the org has several currencies the record's. */
export function selectionOf(columns: readonly string[], place: QueryPlace): readonly string[] {
  const names = [place.nameField, ...columns, "CurrencyIsoCode"].filter(
    (name) => place.fields[name] !== undefined,
  );
  const selected = names.flatMap((name) => {
    const parent = place.fields[name]?.relationshipName ?? null;
    // An owner may be a queue, an activity's parent anything: both have a Name.
    return parent === null ? [name] : [name, `${parent}.Name`];
  });
  return [...new Set(["Id", ...selected])];
}
