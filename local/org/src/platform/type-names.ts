/** Types by the names Type.forName takes: `Foo`, `Outer.Inner`, `Map<String, List<Account>>`, `Account[]`, `System.HttpRequest`. */
import { transaction } from "../runtime/transaction.ts";
import {
  listOf,
  mapOf,
  OBJECT,
  platformTypeNamed,
  primitive,
  type RuntimeType,
  SOBJECT,
  setOf,
} from "../runtime/type.ts";
import type { PrimitiveName } from "../types/type.ts";
import { platformCatalog } from "../signatures/catalog.ts";

const PRIMITIVES: ReadonlyMap<string, PrimitiveName> = new Map(
  (
    [
      "Boolean",
      "Integer",
      "Long",
      "Double",
      "Decimal",
      "String",
      "Id",
      "Date",
      "Datetime",
      "Time",
      "Blob",
    ] as const
  ).map((name) => [name.toLowerCase(), name]),
);

/** null where there is no such type; project classes hide platform ones of the same name. */
export function typeNamed(text: string): RuntimeType | null {
  const name = text.trim();
  if (name.endsWith("[]")) return element(name.slice(0, -2), listOf);
  const made = /^(?:System\.)?(List|Set|Map)\s*<(.*)>$/is.exec(name);
  if (made !== null) return collection((made[1] ?? "").toLowerCase(), made[2] ?? "");
  return (
    raw(name.replace(/^System\./i, "").toLowerCase()) ??
    named(name) ??
    ofOwnNamespace(name) ??
    generic(name)
  );
}

/** `ns.Foo`, where `ns` is the project's namespace. */
function ofOwnNamespace(name: string): RuntimeType | null {
  const dot = name.indexOf(".");
  if (!transaction().host.schema.namespaces.has(name.slice(0, dot).toLowerCase())) return null;
  const found = named(name.slice(dot + 1));
  return found?.kind === "class" ? found : null;
}

/** A collection without arguments is one of Objects, which type errors call ANY. */
function raw(name: string): RuntimeType | null {
  if (name === "list") return listOf(OBJECT);
  if (name === "set") return setOf(OBJECT);
  return name === "map" ? mapOf(OBJECT, OBJECT) : null;
}

function element(text: string, make: (element: RuntimeType) => RuntimeType): RuntimeType | null {
  const type = typeNamed(text);
  return type === null ? null : make(type);
}

function collection(kind: string, inside: string): RuntimeType | null {
  if (kind === "list") return element(inside, listOf);
  if (kind === "set") return element(inside, setOf);
  const comma = topLevelComma(inside);
  if (comma < 0) return null;
  const key = typeNamed(inside.slice(0, comma));
  const value = typeNamed(inside.slice(comma + 1));
  return key === null || value === null ? null : mapOf(key, value);
}

/** `Iterator<Account>`, `Database.Batchable<SObject>`: platform types of one parameter. */
function generic(name: string): RuntimeType | null {
  const [, of = "", inside = ""] = /^([\w.]+)\s*<(.*)>$/s.exec(name) ?? [];
  const platform = of === "" ? undefined : platformCatalog().find(of);
  if (platform?.typeParameters.length !== 1) return null;
  return element(inside, (argument) => platformTypeNamed(platform.name, argument));
}

function topLevelComma(text: string): number {
  let depth = 0;
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charAt(index);
    if (character === "<") depth += 1;
    else if (character === ">") depth -= 1;
    else if (character === "," && depth === 0) return index;
  }
  return -1;
}

function named(name: string): RuntimeType | null {
  const project = transaction().classes.find(name);
  if (project !== undefined) return { kind: "class", name: project.definition.name };
  const bare = name.replace(/^(System|Schema)\./i, "").toLowerCase();
  const primitiveName = PRIMITIVES.get(bare);
  if (primitiveName !== undefined) return primitive(primitiveName);
  if (bare === "object" || bare === "any") return OBJECT;
  if (bare === "sobject") return SOBJECT;
  const describe = transaction().host.schema.object(bare);
  if (describe !== undefined) return { kind: "sobject", name: describe.name };
  const platform = platformCatalog().find(name);
  return platform === undefined ? null : { kind: "platform", name: platform.name, arguments: [] };
}
