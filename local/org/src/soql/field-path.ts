import type { FieldDescribe, Schema, SObjectDescribe } from "../schema/schema.ts";
import { noSuchColumn, noSuchObject, noSuchParent } from "./query-error.ts";
import { textColumn } from "./query-column.ts";

/** A field of an object or of one of its ancestors. */
export interface FieldPath {
  /** The lookup fields to follow, outermost first. */
  readonly steps: readonly FieldDescribe[];
  /** The field at the end. Behind a polymorphic lookup: that of the first object that has it. */
  readonly field: FieldDescribe;
  /** The object that has the field; "Name" behind a polymorphic lookup. */
  readonly object: string;
}

/** Source: SOQL and SOSL Reference, Understanding Relationship Query Limitations. */
const MAX_PARENT_STEPS = 5;

/** `FROM Contact c, c.Account a`: lower-cased alias → path from the object queried. */
export type Aliases = ReadonlyMap<string, readonly string[]>;

/** Of each object by field name as it is written: every query, formula and validation rule asks for the same few again. */
const ownFields = new WeakMap<SObjectDescribe, Map<string, FieldPath>>();

/** @throws QueryError for a relationship or a field that does not exist. */
export function resolveFieldPath(
  schema: Schema,
  describe: SObjectDescribe,
  path: readonly string[],
  aliases: Aliases,
): FieldPath {
  const [name] = path;
  if (name === undefined || path.length > 1)
    return resolvedFieldPath(schema, describe, path, aliases);
  let known = ownFields.get(describe);
  if (known === undefined) ownFields.set(describe, (known = new Map<string, FieldPath>()));
  const found = known.get(name);
  if (found !== undefined) return found;
  const resolved = resolvedFieldPath(schema, describe, path, aliases);
  known.set(name, resolved);
  return resolved;
}

function resolvedFieldPath(
  schema: Schema,
  describe: SObjectDescribe,
  path: readonly string[],
  aliases: Aliases,
): FieldPath {
  const expanded = expandAlias(describe, path, aliases);
  const fieldName = expanded.at(-1) ?? "";
  const relationships = expanded.slice(0, -1);
  if (relationships.length > MAX_PARENT_STEPS) {
    throw noSuchParent(relationships.join("."));
  }
  const steps: FieldDescribe[] = [];
  let candidates: readonly SObjectDescribe[] = [describe];
  for (const relationship of relationships) {
    const step = firstDefined(candidates, (candidate) =>
      candidate.parentRelationships.get(relationship.toLowerCase()),
    );
    if (step === undefined) throw noSuchParent(relationship);
    steps.push(step);
    candidates = step.referenceTo.map((name) => describeOf(schema, name));
  }
  const object = candidates.length === 1 ? (candidates[0]?.name ?? describe.name) : "Name";
  if (candidates.length > 1 && fieldName.toLowerCase() === "type")
    return { steps, field: TYPE_OF_TARGET, object };
  const field = firstDefined(candidates, (candidate) => candidate.fields.get(fieldName));
  if (field !== undefined) return { steps, field, object };
  throw noSuchColumn(fieldName, object);
}

export function describeOf(schema: Schema, name: string): SObjectDescribe {
  const describe = schema.object(name);
  if (describe === undefined) throw noSuchObject(name);
  return describe;
}

function expandAlias(
  describe: SObjectDescribe,
  path: readonly string[],
  aliases: Aliases,
): readonly string[] {
  const [first, ...rest] = path;
  if (first === undefined || rest.length === 0) return path;
  const aliased = aliases.get(first.toLowerCase());
  if (aliased !== undefined) return [...aliased, ...rest];
  const isOwnName = first.toLowerCase() === describe.name.toLowerCase();
  return isOwnName && !describe.parentRelationships.has(first.toLowerCase()) ? rest : path;
}

function firstDefined<In, Out>(
  items: readonly In[],
  find: (item: In) => Out | undefined,
): Out | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

/**
 * `What.Type`: the API name of the object behind a polymorphic lookup, a field of Name. It is not the field of that name that accounts and
 * opportunities have. Source: SOQL and SOSL Reference, "Filtering on Polymorphic Relationship Fields", `WHERE What.Type IN ('Account', 'Opportunity')`.
 */
export const TYPE_OF_TARGET: FieldDescribe = textColumn("Name", "Type");
