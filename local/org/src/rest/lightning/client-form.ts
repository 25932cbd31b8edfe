/**
 * What an @AuraEnabled method gives back, as a component gets it: of objects the @AuraEnabled members only, of records the fields
 * they have, without `attributes`. Source: Lightning Web Components Developer Guide, "Call Apex Methods"; "AuraEnabled Annotation".
 */
import { ApexDatetime } from "../../runtime/datetime.ts";
import { ApexException } from "../../runtime/exception.ts";
import { ApexList } from "../../runtime/list.ts";
import { ApexMap } from "../../runtime/map.ts";
import { ApexObject, type ClassDefinition, type FieldDefinition } from "../../runtime/object.ts";
import { ApexSet } from "../../runtime/set.ts";
import { SObjectValue } from "../../runtime/sobject.ts";
import { serialize } from "../../platform/json/serialize.ts";
import { rawNumber } from "../json-text.ts";

export function clientForm(value: unknown): unknown {
  if (value instanceof ApexList) return value.items.map(clientForm);
  if (value instanceof ApexSet) return [...(value.values as Iterable<unknown>)].map(clientForm);
  if (value instanceof ApexMap) {
    return Object.fromEntries(
      [...value.entries()].map(([key, item]) => [String(key), clientForm(item)]),
    );
  }
  if (value instanceof SObjectValue) return recordForm(value);
  if (value instanceof ApexObject && !(value instanceof ApexException)) {
    return Object.fromEntries(
      auraEnabledFields(value.$class).map(({ name, key }) => [
        name,
        clientForm(Reflect.get(value, key) ?? null),
      ]),
    );
  }
  if (value === null || typeof value === "string" || typeof value === "boolean") return value;
  if (value instanceof ApexDatetime) return value.toIso();
  const text = serialize(value, { isPretty: false, suppressApexObjectNulls: false });
  return text.startsWith('"') ? (JSON.parse(text) as unknown) : rawNumber(text);
}

/** Inherited members first. */
export function auraEnabledFields(definition: ClassDefinition): readonly FieldDefinition[] {
  const own = definition.fields.filter(({ annotations }) =>
    annotations.some((name) => name.toLowerCase() === "auraenabled"),
  );
  return [
    ...(definition.superclass === null ? [] : auraEnabledFields(definition.superclass)),
    ...own,
  ];
}

function recordForm(record: SObjectValue): Record<string, unknown> {
  const present = [...record.values, ...record.parents].filter(([, value]) => value !== null);
  return Object.fromEntries([
    ...present.map(([name, value]) => [name, clientForm(value)] as const),
    ...[...record.children].map(([name, list]) => [name, list.items.map(clientForm)] as const),
  ]);
}
