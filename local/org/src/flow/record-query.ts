/** A record query of a flow as SOQL. */
import type { FieldDescribe, SObjectDescribe } from "../schema/schema.ts";
import type { RecordQuery, SettledFilter } from "./effects.ts";
import { GapReached } from "../runtime/gap-reached.ts";
import { shownText } from "./values.ts";

export interface QueryOfFlow {
  readonly text: string;
  readonly binds: ReadonlyMap<string, unknown>;
}

export function queryOf(query: RecordQuery, describe: SObjectDescribe): QueryOfFlow {
  const binds = new Map<string, unknown>();
  const conditions = query.filters.map((filter, index) => {
    const { condition, value } = conditionOf(filter, `v${index}`, describe);
    binds.set(`v${index}`, value);
    return condition;
  });
  const where = conditions.length === 0 ? "" : ` WHERE ${joined(conditions, query.logic)}`;
  const order =
    query.sortField === null
      ? ""
      : ` ORDER BY ${query.sortField} ${query.isDescending ? "DESC" : "ASC"}`;
  const limit = query.limit === null ? "" : ` LIMIT ${query.limit}`;
  const fields = [...new Set(["Id", ...(query.fields ?? everyField(describe))])].join(", ");
  return { text: `SELECT ${fields} FROM ${describe.name}${where}${order}${limit}`, binds };
}

/** What a record variable holds: compound fields are left to their parts, files to whoever asks for them. */
function everyField(describe: SObjectDescribe): readonly string[] {
  return [...describe.fields.values()].filter(isHeld).map(({ name }) => name);
}

function isHeld({ type }: FieldDescribe): boolean {
  return !["address", "location", "base64", "complexvalue", "anyType"].includes(type);
}

/** `and`, `or`, or `1 AND (2 OR 3)`. */
function joined(conditions: readonly string[], logic: string): string {
  const word = logic.toLowerCase();
  if (word === "and" || word === "or") return conditions.join(` ${word.toUpperCase()} `);
  return logic.replaceAll(/\d+/gu, (number) => `(${conditions[Number(number) - 1] ?? ""})`);
}

const COMPARISONS: Readonly<Record<string, string>> = {
  EqualTo: "=",
  NotEqualTo: "!=",
  GreaterThan: ">",
  GreaterThanOrEqualTo: ">=",
  LessThan: "<",
  LessThanOrEqualTo: "<=",
  In: "IN",
  NotIn: "NOT IN",
};

function conditionOf(
  { field, operator, value }: SettledFilter,
  bind: string,
  describe: SObjectDescribe,
): { readonly condition: string; readonly value: unknown } {
  const comparison = COMPARISONS[operator];
  if (comparison !== undefined) return { condition: `${field} ${comparison} :${bind}`, value };
  if (operator === "IsNull")
    return { condition: `${field} ${value === false ? "!=" : "="} :${bind}`, value: null };
  const text = shownText(value);
  if (operator === "Contains" && describe.fields.get(field.toLowerCase())?.type === "multipicklist")
    return { condition: `${field} INCLUDES (:${bind})`, value: text };
  const pattern = patternOf(operator, text.replaceAll(/[\\%_]/gu, String.raw`\$&`));
  return { condition: `${field} LIKE :${bind}`, value: pattern };
}

function patternOf(operator: string, text: string): string {
  switch (operator) {
    case "StartsWith":
      return `${text}%`;
    case "EndsWith":
      return `%${text}`;
    case "Contains":
      return `%${text}%`;
    default:
      throw new GapReached(`Not supported by the local org yet: the operator ${operator} of flows`);
  }
}
