import type { Position } from "../../syntax/ast.ts";
import { displayType } from "../../types/display.ts";
import { sameType } from "../../types/same-type.ts";
import type { Type } from "../../types/type.ts";
import { ID, INTEGER, OBJECT, SOBJECT, STRING } from "../../types/well-known.ts";
import type { BoundExpression } from "../bound.ts";
import { fail } from "../report.ts";

type MapType = Extract<Type, { readonly kind: "map" }>;
type CollectionType = MapType | Extract<Type, { readonly kind: "list" | "set" }>;

/** `new List<T>()`, `new List<T>(5)`, `new Set<T>(list)`, `new Map<Id, T>(records)` */
export function bindNewCollection(
  type: CollectionType,
  given: readonly BoundExpression[],
  at: Position,
): BoundExpression {
  const [source, ...more] = given;
  if (source === undefined) return emptyCollection(type, at);
  if (type.kind === "list" && sameType(source.type, INTEGER)) {
    return { kind: "sizedList", element: type.element, size: source, type, at };
  }
  if (more.length > 0 || !isSource(source, type)) badInitializer(type, source, at);
  return { kind: "copyCollection", collection: type, source, type, at };
}

function emptyCollection(type: CollectionType, at: Position): BoundExpression {
  switch (type.kind) {
    case "list":
      return { kind: "newList", element: type.element, elements: [], type, at };
    case "set":
      return { kind: "newSet", element: type.element, elements: [], type, at };
    case "map":
      return { kind: "newMap", key: type.key, value: type.value, entries: [], type, at };
  }
}

/** Of just the same types: a list of contacts is no source of a list of records, though it may be assigned to one. */
function isSource({ type: source }: BoundExpression, type: CollectionType): boolean {
  if (type.kind === "map") {
    return source.kind === "map" ? sameType(source, type) : isRecordsById(source, type);
  }
  return (
    (source.kind === "list" || source.kind === "set") && sameType(source.element, type.element)
  );
}

/** Whether it is a list of records that a map can have by their Id. */
export function isRecordsById(source: Type, { key, value }: MapType): boolean {
  return (
    source.kind === "list" &&
    source.element.kind === "sobject" &&
    (sameType(source.element, value) || sameType(value, SOBJECT)) &&
    (sameType(key, ID) || sameType(key, STRING) || sameType(key, OBJECT))
  );
}

function badInitializer(type: CollectionType, source: BoundExpression, at: Position): never {
  const found = `Invalid initializer type ${displayType(source.type)} found for ${displayType(type)}: expected`;
  switch (type.kind) {
    case "list":
      return fail(at, `${found} an Integer or a List of type ${displayType(type.element)}`);
    case "set":
      return fail(at, `${found} a List or a Set of type: ${displayType(type.element)}`);
    case "map":
      return fail(at, `${found} a Map with the same key and value types, or a valid SObject List`);
  }
}
