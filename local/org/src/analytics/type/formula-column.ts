/**
 * What formulas of reports call the columns of a custom report type: as reports do but with points, or by the object and the field, of
 * which the second table with the same object is called `Object__c2`. Source: reports of SalesforceFoundation/OutboundFundsModule.
 */
import type { ReportType } from "./report-type.ts";

/** The key of the column; undefined where the type has none of that name. */
export function keyOfFormula(type: ReportType, name: string): string | undefined {
  const keys = type.sections.flatMap((section) => section.keys);
  return (
    keys.find((key) => key.replaceAll("$", ".") === name) ??
    keys.find((key) => nameByObject(type, key) === name)
  );
}

function nameByObject(type: ReportType, key: string): string | null {
  const { tables } = type;
  const found = type.column(key);
  const object = found === undefined ? undefined : tables[found.table]?.describe.name;
  if (found === undefined || object === undefined) return null;
  const nth = tables.slice(0, found.table + 1).filter(({ describe }) => describe.name === object);
  const number = nth.length === 1 ? "" : String(nth.length);
  return `${object}${number}.${key.slice(key.indexOf("$") + 1)}`;
}
