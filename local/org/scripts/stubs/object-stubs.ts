import { apexMemberName, apexType } from "./apex-names.ts";
import { parseClassFile } from "./class-file.ts";
import type { JarEntry } from "./jar.ts";
import { parseFieldSignature } from "./java-signature.ts";

/** A standard object as its stub tells it: what a lookup or a child relationship joins is told only by types. */
export interface ObjectStub {
  readonly name: string;
  readonly fields: readonly ObjectStubField[];
  readonly children: readonly { readonly relationshipName: string; readonly childObject: string }[];
}

export interface ObjectStubField {
  readonly name: string;
  readonly apexType: string;
  /** Null unless the field is a lookup. `target` is null when the lookup is polymorphic. */
  readonly lookup: { readonly relationshipName: string; readonly target: string | null } | null;
}

const OBJECTS = "com/nawforce/runforce/SObjects/";

/** Relationships to one of these are polymorphic: `Name` stands for whatever can be an owner, a `Who` or a `What`. */
const POLYMORPHIC_TARGETS = new Set(["Name", "SObject", "Object"]);

/** Where the stub says no more than Object; CDC Developer Guide, "Change Event Header Fields". */
const FIELD_TYPE = new Map([["ChangeEventHeader", "EventBus.ChangeEventHeader"]]);

export function objectStubs(stubs: readonly JarEntry[]): ObjectStub[] {
  return stubs.flatMap(({ path, bytes }) => {
    if (!path.startsWith(OBJECTS) || !path.endsWith(".class")) return [];
    return [objectStub(path.slice(OBJECTS.length, -".class".length), bytes())];
  });
}

function objectStub(name: string, bytes: Buffer): ObjectStub {
  const members = parseClassFile(bytes)
    .fields.filter(({ access }) => access.isPublic && !access.isStatic)
    .map((field) => ({
      name: apexMemberName(field.name),
      type: parseFieldSignature(field.signature),
    }));
  const children = members.flatMap(({ name: relationshipName, type }) => {
    if (type.kind !== "array") return [];
    const childObject = apexType(type.element);
    // A handful of arrays hold strings: they are no relationships.
    const isObject = type.element.kind === "class" && type.element.name.startsWith(OBJECTS);
    return isObject ? [{ relationshipName, childObject }] : [];
  });
  const singles = members
    .filter(({ type }) => type.kind !== "array")
    .map((member) => ({ name: member.name, apexType: apexType(member.type) }));
  const ids = new Set(
    singles.filter((field) => field.apexType === "Id").map((field) => field.name.toLowerCase()),
  );
  const relationships = new Map(
    singles.flatMap((relationship) => {
      const id = `${relationship.name}Id`.toLowerCase();
      return relationship.apexType !== "Id" && ids.has(id) ? [[id, relationship] as const] : [];
    }),
  );
  const joining = new Set([...relationships.values()].map((relationship) => relationship.name));
  const fields = singles
    .filter((field) => !joining.has(field.name))
    .map((field): ObjectStubField => {
      const relationship =
        field.apexType === "Id" ? relationships.get(field.name.toLowerCase()) : undefined;
      const lookup =
        relationship === undefined
          ? null
          : {
              relationshipName: relationship.name,
              target: POLYMORPHIC_TARGETS.has(relationship.apexType) ? null : relationship.apexType,
            };
      return { name: field.name, apexType: FIELD_TYPE.get(field.name) ?? field.apexType, lookup };
    });
  return { name, fields, children };
}
