/** What a report can show: the objects of its report type, joined, and the columns they have. */
import type { FieldDescribe, Schema, SObjectDescribe } from "../../schema/schema.ts";
import { resolveFieldPath, type FieldPath } from "../../soql/field-path.ts";
import { QueryError } from "../../soql/query-error.ts";

/** How the rows of a table are found from those of an earlier one. */
export type Join =
  | { readonly kind: "base" }
  /** Records that point to it. */
  | {
      readonly kind: "children";
      readonly of: number;
      readonly lookup: FieldDescribe;
      readonly isOuter: boolean;
    }
  /** The record it points to; without one the row is left out. */
  | { readonly kind: "parent"; readonly of: number; readonly lookup: FieldDescribe };

export interface ReportTable {
  /** `CUST`, `CHILD`, `FK`; of custom types the path: `Account.Contacts`. */
  readonly name: string;
  readonly describe: SObjectDescribe;
  readonly join: Join;
}

/** A column of a report type: a field of one of its tables, or of a record that one points to. */
export interface TypeColumn {
  /** As reports name it. */
  readonly key: string;
  readonly label: string;
  readonly table: number;
  readonly path: FieldPath;
  /** Of a lookup: where the name is that is shown for it. */
  readonly namePath: FieldPath | null;
}

export interface ReportType {
  /** As reports name it. */
  readonly name: string;
  readonly label: string;
  readonly tables: readonly ReportTable[];
  /** undefined: the type has no such column. */
  column(key: string): TypeColumn | undefined;
  readonly sections: readonly { readonly label: string; readonly keys: readonly string[] }[];
}

export type ResolvedType =
  | { readonly type: ReportType }
  /** `gap`: Salesforce has such types, this org does not. */
  | { readonly problem: string; readonly kind: "error" | "gap" };

/** The column behind a path of names from a table; undefined when there is none. */
export function columnAt(
  schema: Schema,
  tables: readonly ReportTable[],
  table: number,
  key: string,
  path: readonly string[],
  label: string | null = null,
): TypeColumn | undefined {
  const describe = tables[table]?.describe;
  if (describe === undefined) return undefined;
  const found = resolved(schema, describe, relationshipPath(schema, describe, path));
  if (found === undefined) return undefined;
  return {
    key,
    label: label ?? labelOf(describe, found),
    table,
    path: found,
    namePath: namePathOf(schema, describe, found),
  };
}

function resolved(
  schema: Schema,
  describe: SObjectDescribe,
  path: readonly string[],
): FieldPath | undefined {
  try {
    return resolveFieldPath(schema, describe, path, new Map());
  } catch (error) {
    if (error instanceof QueryError) return undefined;
    throw error;
  }
}

/** Reports write `Account__c.Name` and `Owner` where queries write `Account__r.Name` and `OwnerId`. */
function relationshipPath(
  schema: Schema,
  describe: SObjectDescribe,
  path: readonly string[],
): readonly string[] {
  const names: string[] = [];
  let object: SObjectDescribe | undefined = describe;
  for (const [index, name] of path.entries()) {
    const isLast = index === path.length - 1;
    const direct: FieldDescribe | undefined = object?.fields.get(name.toLowerCase());
    const related: FieldDescribe | undefined = object?.parentRelationships.get(name.toLowerCase());
    const lookup: FieldDescribe | undefined = related ?? direct;
    if (isLast) names.push(direct?.name ?? related?.name ?? name);
    else names.push(lookup?.relationshipName ?? name);
    object = schema.object(lookup?.referenceTo[0] ?? "");
  }
  return names;
}

function namePathOf(
  schema: Schema,
  describe: SObjectDescribe,
  { steps, field }: FieldPath,
): FieldPath | null {
  if (field.type !== "reference" || field.relationshipName === null) return null;
  const target = schema.object(field.referenceTo[0] ?? "");
  const nameField = field.referenceTo.length > 1 ? "Name" : target?.nameField;
  if (nameField === null || nameField === undefined) return null;
  const relationships = steps.map((step) => step.relationshipName ?? step.name);
  return resolved(schema, describe, [...relationships, field.relationshipName, nameField]) ?? null;
}

/** `Customer: Name` of a field behind a lookup. */
function labelOf(describe: SObjectDescribe, { steps, field }: FieldPath): string {
  const last = steps.at(-1);
  if (last === undefined) return field.isNameField ? nameLabel(describe, field) : field.label;
  return `${last.label.replace(/ ID$/u, "")}: ${field.label}`;
}

function nameLabel(describe: SObjectDescribe, field: FieldDescribe): string {
  return describe.isCustom && field.label === "Name" ? `${describe.label} Name` : field.label;
}
