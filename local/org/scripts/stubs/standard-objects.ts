import { byName, writeObject } from "../../src/schema/standard/object-notation.ts";
import type {
  StandardChildRelationship,
  StandardField,
  StandardObject,
} from "../../src/schema/standard/standard-objects-types.ts";
import { childField, OWNERS } from "./child-fields.ts";
import type { ObjectStub, ObjectStubField } from "./object-stubs.ts";

/** Completes the stubs: the fields child relationships go by, and from these what a polymorphic lookup can point to. */
export function completeObjects(stubs: readonly ObjectStub[]): StandardObject[] {
  const byObject = new Map(stubs.map((stub) => [stub.name, stub]));
  const children = new Map(
    stubs.map((stub) => [stub.name, childRelationshipsOf(stub, byObject)] as const),
  );
  const parentsOf = polymorphicParents(children, byObject);
  return stubs.map((stub) => ({
    name: stub.name,
    fields: stub.fields.map((field) => completeField(stub.name, field, parentsOf)).sort(byName),
    childRelationships: children.get(stub.name) ?? [],
  }));
}

/** The generated files by name: the index of all names, and a file for each initial letter with a line for each object. */
export function objectFiles(
  source: string,
  objects: readonly StandardObject[],
): Map<string, string> {
  const names = objects.map(({ name }) => name).join(" ");
  const files = new Map([["index.json", `${JSON.stringify({ source, names }, null, 1)}\n`]]);
  const letters = Map.groupBy(objects, ({ name }) => name.charAt(0).toLowerCase());
  for (const [letter, group] of letters) {
    const lines = group.map(
      (object) => `${JSON.stringify(object.name)}:${JSON.stringify(writeObject(object))}`,
    );
    files.set(`${letter}.json`, `{\n${lines.join(",\n")}\n}\n`);
  }
  return files;
}

function childRelationshipsOf(
  parent: ObjectStub,
  objects: ReadonlyMap<string, ObjectStub>,
): StandardChildRelationship[] {
  return parent.children.flatMap(({ relationshipName, childObject }) => {
    const child = objects.get(childObject);
    const field = child === undefined ? null : childField(parent.name, relationshipName, child);
    return field === null ? [] : [{ relationshipName, childObject, field }];
  });
}

function polymorphicParents(
  children: ReadonlyMap<string, readonly StandardChildRelationship[]>,
  objects: ReadonlyMap<string, ObjectStub>,
): ReadonlyMap<string, readonly string[]> {
  const parents = new Map<string, Set<string>>();
  for (const [parent, relationships] of children) {
    for (const { childObject, field } of relationships) {
      const lookup = objects.get(childObject)?.fields.find(({ name }) => name === field)?.lookup;
      if (lookup?.target !== null) continue;
      const key = `${childObject}.${field}`;
      parents.set(key, (parents.get(key) ?? new Set()).add(parent));
    }
  }
  return new Map([...parents].map(([key, names]) => [key, [...names].sort()]));
}

function completeField(
  object: string,
  { name, apexType, lookup }: ObjectStubField,
  parentsOf: ReadonlyMap<string, readonly string[]>,
): StandardField {
  if (lookup === null) return { name, apexType, referenceTo: [], relationshipName: null };
  const referenceTo = lookup.target === null ? polymorphicTargets(object, name) : [lookup.target];
  return { name, apexType, referenceTo, relationshipName: lookup.relationshipName };

  function polymorphicTargets(child: string, field: string): readonly string[] {
    if (field === "OwnerId" || field === "UserOrGroupId") return OWNERS;
    // A change event carries its object's lookups, but has no relationships of its own.
    const base = child.replace(/ChangeEvent$/, "");
    return parentsOf.get(`${child}.${field}`) ?? parentsOf.get(`${base}.${field}`) ?? [];
  }
}
