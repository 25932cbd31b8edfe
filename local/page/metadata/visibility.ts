/** Whether a component of a Lightning page shows. Source: Metadata API Developer Guide, "FlexiPage", UiFormulaRule. */
import type { VisibilityUi } from "./types.ts";

export interface Viewing {
  /** A field of the record, by its path; undefined: not readable. */
  readonly field: (path: string) => unknown;
  readonly customPermissions: readonly string[];
  readonly formFactor: "Large" | "Small";
  readonly user: Readonly<Record<string, unknown>>;
}

export function isShown(rule: VisibilityUi | null, viewing: Viewing): boolean {
  if (rule === null) return true;
  const met = rule.criteria.map(({ left, operator, right }) =>
    compares(valueOf(left, viewing), operator, right),
  );
  return rule.booleanFilter === null ? met.every(Boolean) : combined(rule.booleanFilter, met);
}

function valueOf(expression: string, viewing: Viewing): unknown {
  const path = expression.replace(/^\{!(.*)\}$/, "$1");
  if (path.startsWith("Record.")) return viewing.field(path.slice("Record.".length));
  if (path.startsWith("$Permission.CustomPermission."))
    return viewing.customPermissions.includes(path.slice("$Permission.CustomPermission.".length));
  if (path === "$Client.FormFactor") return viewing.formFactor;
  if (path.startsWith("$User.")) return viewing.user[path.slice("$User.".length)];
  return undefined;
}

function compares(value: unknown, operator: string, expected: string): boolean {
  const text = value === null || value === undefined ? "" : textOf(value);
  const numbers = [Number(text), Number(expected)] as const;
  switch (operator) {
    case "NE":
      return text !== expected;
    case "CONTAINS":
      return text.includes(expected);
    case "GT":
      return numbers[0] > numbers[1];
    case "GE":
      return numbers[0] >= numbers[1];
    case "LT":
      return numbers[0] < numbers[1];
    case "LE":
      return numbers[0] <= numbers[1];
    default:
      return text.toLowerCase() === expected.toLowerCase();
  }
}

/** `1 AND (2 OR 3)`, read by descent: no text of metadata is run as code. */
function combined(filter: string, met: readonly boolean[]): boolean {
  const tokens = filter.toUpperCase().match(/\d+|AND|OR|NOT|[()]/g) ?? [];
  let at = 0;
  const any = (): boolean => {
    let result = all();
    while (tokens[at] === "OR") {
      at += 1;
      const next = all();
      result = result || next;
    }
    return result;
  };
  const all = (): boolean => {
    let result = one();
    while (tokens[at] === "AND") {
      at += 1;
      const next = one();
      result = result && next;
    }
    return result;
  };
  const one = (): boolean => {
    const token = tokens[at];
    at += 1;
    if (token === "NOT") return !one();
    if (token !== "(") return met[Number(token) - 1] ?? false;
    const result = any();
    at += 1;
    return result;
  };
  return any();
}

/** Field values are texts, numbers and checkboxes. */
function textOf(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
