/**
 * Report types of the project, `Name__c` in reports: a base object, up to three more joined by child relationships, and the columns
 * its sections list, named `Base__c.Children__r$Field__c`. Source: Metadata API Developer Guide, "ReportType".
 */
import type { Schema } from "../../schema/schema.ts";
import type { ReportTypeDefinition } from "../source/report-definition.ts";
import { columnAt, type ReportTable, type ReportType, type TypeColumn } from "./report-type.ts";

const MAX_JOINS = 3;

export interface TypeProblem {
  readonly message: string;
  readonly line: number;
}

export type BuiltType =
  | { readonly type: ReportType; readonly problems: readonly TypeProblem[] }
  | { readonly type: null; readonly problems: readonly TypeProblem[] };

export function customType(schema: Schema, definition: ReportTypeDefinition): BuiltType {
  const tables = tablesOf(schema, definition);
  if ("message" in tables) return { type: null, problems: [tables] };
  const problems: TypeProblem[] = [];
  const columns = new Map<string, TypeColumn>();
  const sections = new Map<string, string[]>();
  for (const { table, field, section, label, line } of definition.columns) {
    const index = tables.findIndex(({ name }) => name === table);
    if (index === -1) {
      problems.push({ message: `The report type has no table ${table}`, line });
      continue;
    }
    const key = `${table}$${field}`;
    const column = columnAt(schema, tables, index, key, field.split("."), label);
    if (column === undefined) {
      const object = tables[index]?.describe.name ?? "";
      problems.push({ message: `There is no field ${field} on ${object}`, line });
      continue;
    }
    columns.set(key, column);
    const keys = sections.get(section) ?? [];
    sections.set(section, [...keys, key]);
  }
  const type = {
    name: `${definition.developerName}__c`,
    label: definition.label,
    tables,
    column: (key: string) => columns.get(key),
    sections: [...sections].map(([label, keys]) => ({ label, keys })),
  };
  return { type, problems };
}

function tablesOf(
  schema: Schema,
  { baseObject, joins, line }: ReportTypeDefinition,
): readonly ReportTable[] | TypeProblem {
  const base = schema.object(baseObject);
  if (base === undefined) return { message: `There is no object ${baseObject}`, line };
  if (joins.length > MAX_JOINS)
    return { message: `A report type joins at most ${MAX_JOINS + 1} objects`, line };
  const tables: ReportTable[] = [{ name: base.name, describe: base, join: { kind: "base" } }];
  let isOuter = false;
  for (const join of joins) {
    const above = tables.at(-1);
    const children = above?.describe.childRelationships.get(join.relationship.toLowerCase());
    const describe = schema.object(children?.childObject ?? "");
    const lookup = describe?.fields.get(children?.field.toLowerCase() ?? "");
    if (above === undefined || describe === undefined || lookup === undefined)
      return {
        message: `${above?.describe.name ?? ""} has no child relationship ${join.relationship}`,
        line: join.line,
      };
    if (isOuter && !join.isOuter)
      return { message: "An inner join cannot follow an outer join", line: join.line };
    ({ isOuter } = join);
    tables.push({
      name: `${above.name}.${join.relationship}`,
      describe,
      join: { kind: "children", of: tables.length - 1, lookup, isOuter },
    });
  }
  return tables;
}
