import type { StandardField, StandardObject } from "./standard-objects-types.ts";

/**
 * How a standard object is kept on file: names apart by a space, rows by a comma, so that an object costs nothing to load
 * until somebody asks for it.
 */
export interface WrittenObject {
  /** By Apex type, the names of the fields that are not lookups. */
  readonly fields: Readonly<Record<string, string>>;
  /** Rows of: field, relationship name, the objects it points to. */
  readonly lookups?: string;
  /** Rows of: relationship name, child object, the child's field. */
  readonly children?: string;
}

/** @throws Error when a row lacks a part */
export function readObject(name: string, written: WrittenObject): StandardObject {
  const plain = Object.entries(written.fields).flatMap(([apexType, names]) =>
    names.split(" ").map((field): StandardField => {
      return { name: field, apexType, referenceTo: [], relationshipName: null };
    }),
  );
  const lookups = rows(written.lookups).map(([field, relationshipName, ...referenceTo]) => {
    return {
      name: part(field),
      apexType: "Id",
      referenceTo,
      relationshipName: part(relationshipName),
    };
  });
  return {
    name,
    fields: [...plain, ...lookups].sort(byName),
    childRelationships: rows(written.children).map(([relationshipName, childObject, field]) => ({
      relationshipName: part(relationshipName),
      childObject: part(childObject),
      field: part(field),
    })),
  };
}

export function writeObject({ fields, childRelationships }: StandardObject): WrittenObject {
  const byType: Record<string, string> = {};
  for (const field of fields.filter(({ relationshipName }) => relationshipName === null)) {
    const names = byType[field.apexType];
    byType[field.apexType] = names === undefined ? field.name : `${names} ${field.name}`;
  }
  const lookups = fields.flatMap(({ name, relationshipName, referenceTo }) =>
    relationshipName === null ? [] : [[name, relationshipName, ...referenceTo].join(" ")],
  );
  const children = childRelationships.map(({ relationshipName, childObject, field }) =>
    [relationshipName, childObject, field].join(" "),
  );
  return {
    fields: byType,
    ...(lookups.length === 0 ? {} : { lookups: lookups.join(",") }),
    ...(children.length === 0 ? {} : { children: children.join(",") }),
  };
}

/** `Id` first, the others by name. */
export function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  if (a.name === "Id") return -1;
  if (b.name === "Id") return 1;
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}

function rows(text: string | undefined): string[][] {
  return text === undefined ? [] : text.split(",").map((row) => row.split(" "));
}

function part(text: string | undefined): string {
  if (text === undefined) throw new Error("a row of a standard object lacks a part");
  return text;
}
