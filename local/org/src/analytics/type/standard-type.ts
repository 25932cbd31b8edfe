/**
 * The report types every custom object has: `CustomEntity$Foo__c`, a parent with its children
 * `CustomEntityCustomEntity$Foo__c$Bar__c`, and either of them with the record a lookup points to, `…@Bar__c.Baz__c`.
 * Standard report types join inside: rows without a partner are left out.
 * Source: Metadata API Developer Guide, "Report", reportType; Salesforce Help, "Standard Report Types".
 */
import type { FieldDescribe, Schema, SObjectDescribe } from "../../schema/schema.ts";
import {
  columnAt,
  type ReportTable,
  type ReportType,
  type ResolvedType,
  type TypeColumn,
} from "./report-type.ts";

/** `CUST_NAME`, `CHILD_OWNER_NAME`, `FK_CREATED_DATE`: what comes after the table's prefix. */
const NAMED_COLUMNS: Readonly<Record<string, readonly string[]>> = {
  ID: ["Id"],
  OWNER_NAME: ["Owner", "Name"],
  OWNER_ALIAS: ["Owner", "Alias"],
  CREATED_DATE: ["CreatedDate"],
  CREATED_NAME: ["CreatedBy", "Name"],
  CREATED_ALIAS: ["CreatedBy", "Alias"],
  LAST_UPDATE: ["LastModifiedDate"],
  LAST_ACTIVITY: ["LastActivityDate"],
  RECORDTYPE: ["RecordType", "Name"],
};

const PATTERN = /^CustomEntity(CustomEntity)?\$([^$@]+)(?:\$([^$@]+))?(?:@([^.]+)\.(.+))?$/u;

export function isStandardTypeName(name: string): boolean {
  return /^(CustomEntity)+\$/u.test(name);
}

export function standardType(schema: Schema, name: string): ResolvedType {
  const match = PATTERN.exec(name);
  const [, withChild, first = "", second, joined, lookup] = match ?? [];
  if (match === null || (withChild === undefined) !== (second === undefined))
    return { problem: `${name} is no report type this org can run`, kind: "gap" };
  const base = schema.object(first);
  if (base === undefined || !base.isCustom) return missing(first);
  const tables: ReportTable[] = [{ name: "CUST", describe: base, join: { kind: "base" } }];
  if (second !== undefined) {
    const child = schema.object(second);
    if (child === undefined || !child.isCustom) return missing(second);
    const link = linkTo(child, base, joined === second ? lookup : undefined);
    if (link === undefined)
      return { problem: `${second} has no lookup to ${first}`, kind: "error" };
    tables.push({
      name: "CHILD",
      describe: child,
      join: { kind: "children", of: 0, lookup: link, isOuter: false },
    });
  }
  if (joined !== undefined && lookup !== undefined) {
    const of = tables.findIndex(({ describe }) => same(describe.name, joined));
    const field = tables[of]?.describe.fields.get(lookup.toLowerCase());
    const target = schema.object(field?.referenceTo[0] ?? "");
    if (field === undefined || target === undefined)
      return { problem: `${joined} has no lookup ${lookup}`, kind: "error" };
    if (!tables.some(({ join }) => join.kind === "children" && join.lookup === field))
      tables.push({ name: "FK", describe: target, join: { kind: "parent", of, lookup: field } });
  }
  return { type: typeOver(schema, name, tables) };
}

function missing(object: string): ResolvedType {
  return { problem: `There is no custom object ${object}`, kind: "error" };
}

/** The lookup from the child to the parent that the type does not join by itself. */
function linkTo(
  child: SObjectDescribe,
  parent: SObjectDescribe,
  joined: string | undefined,
): FieldDescribe | undefined {
  const links = [...child.fields.values()].filter(
    (field) => field.relationship !== null && field.referenceTo.some((to) => same(to, parent.name)),
  );
  const others = links.filter(({ name }) => joined === undefined || !same(name, joined));
  return (
    others.find(({ relationship }) => relationship === "masterDetail") ?? others[0] ?? links[0]
  );
}

function typeOver(schema: Schema, name: string, tables: readonly ReportTable[]): ReportType {
  const known = new Map<string, TypeColumn | undefined>();
  return {
    name,
    label: tables.map(({ describe }) => describe.labelPlural).join(" with "),
    tables,
    column(key) {
      if (!known.has(key)) known.set(key, columnOf(schema, tables, key));
      return known.get(key);
    },
    sections: tables.map(({ name: prefix, describe }) => ({
      label: describe.label,
      keys: keysOf(prefix, describe),
    })),
  };
}

function columnOf(
  schema: Schema,
  tables: readonly ReportTable[],
  key: string,
): TypeColumn | undefined {
  const named = /^(CUST|CHILD|FK)_([A-Z_]+)$/u.exec(key);
  if (named !== null) {
    const table = tables.findIndex(({ name }) => name === named[1]);
    const suffix = named[2] ?? "";
    const path =
      suffix === "NAME" ? [tables[table]?.describe.nameField ?? "Name"] : NAMED_COLUMNS[suffix];
    return path === undefined ? undefined : columnAt(schema, tables, table, key, path);
  }
  const [, foreign, object = "", field = ""] = /^(FK_\$?)?([^.$]+)\.([^.]+)$/u.exec(key) ?? [];
  const table = tables.findIndex(
    ({ name, describe }) =>
      (name === "FK") === (foreign !== undefined) && same(describe.name, object),
  );
  return table === -1 ? undefined : columnAt(schema, tables, table, key, [field]);
}

function keysOf(prefix: string, describe: SObjectDescribe): readonly string[] {
  const foreign = prefix === "FK" ? "FK_$" : "";
  return [
    ...["NAME", "ID", "CREATED_DATE", "CREATED_NAME", "LAST_UPDATE"].map(
      (each) => `${prefix}_${each}`,
    ),
    ...(describe.fields.has("ownerid") ? [`${prefix}_OWNER_NAME`] : []),
    ...[...describe.fields.values()]
      .filter(({ isCustom }) => isCustom)
      .map(({ name }) => `${foreign}${describe.name}.${name}`),
  ];
}

function same(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase();
}
