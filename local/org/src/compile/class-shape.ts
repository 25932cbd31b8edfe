/** What others can see of a class, by its declaration. */
import type {
  ClassDeclaration,
  ClassUnit,
  Member,
  MethodDeclaration,
  TypeDeclaration,
  TypeName,
} from "../syntax/ast.ts";

const PLACES = new Set(["at", "end"]);
const BODIES = new Set(["body", "initializer"]);

/** The declaration without what its bodies do and without where in the file it stands: while this stays, no other class's code changes. */
export function shapeOf({ declaration }: ClassUnit): string {
  return told(declaration);
}

/**
 * What can be met of a class without running a line of it: what its objects are, hold, and answer to by other names. While this stays,
 * only who runs the class itself can meet a difference.
 */
export function objectShapeOf({ declaration }: ClassUnit): string {
  return told(objectsOf(declaration));
}

/** Names of all types in the declaration, in lower case; of dotted ones every part. */
export function namesInDeclaration({ declaration }: ClassUnit): ReadonlySet<string> {
  const names = new Set<string>();
  JSON.stringify(declaration, (key, value: unknown) => {
    if (PLACES.has(key) || BODIES.has(key)) return undefined;
    if (key === "parts") {
      // Only type names have parts.
      for (const { name } of value as TypeName["parts"]) names.add(name.toLowerCase());
    }
    return value;
  });
  return names;
}

/** Names of what the class and its inner classes extend and implement, in lower case; of dotted ones every part. */
export function namesOfAncestors({ declaration }: ClassUnit): ReadonlySet<string> {
  return new Set(
    ancestorsIn(declaration).flatMap(({ parts }) => parts.map(({ name }) => name.toLowerCase())),
  );
}

function ancestorsIn(declaration: TypeDeclaration): readonly TypeName[] {
  switch (declaration.kind) {
    case "enum":
      return [];
    case "interface":
      return declaration.interfaces;
    case "class": {
      const { superclass, interfaces, members } = declaration;
      const own = superclass === null ? interfaces : [superclass, ...interfaces];
      return [...own, ...members.filter(isType).flatMap(ancestorsIn)];
    }
  }
}

/**
 * Names, in lower case, of the members that are declared otherwise than before: code without any of these words means what it meant.
 * null where the class itself is declared otherwise, or a member that code uses without its name.
 */
export function changedNames(before: ClassUnit, after: ClassUnit): ReadonlySet<string> | null {
  const names = new Set<string>();
  return collectChanged(before.declaration, after.declaration, names) ? names : null;
}

function collectChanged(
  before: TypeDeclaration | undefined,
  after: TypeDeclaration | undefined,
  names: Set<string>,
): boolean {
  if (before?.kind !== "class" || after?.kind !== "class") return told(before) === told(after);
  if (told({ ...before, members: [] }) !== told({ ...after, members: [] })) return false;
  const old = membersByName(before);
  const now = membersByName(after);
  for (const name of new Set([...old.keys(), ...now.keys()])) {
    const one = old.get(name) ?? [];
    const other = now.get(name) ?? [];
    if (told(one) === told(other)) continue;
    if (USED_WITHOUT_NAME.has(name)) return false;
    names.add(name);
    const [was] = one.filter(isType);
    const [is] = other.filter(isType);
    if ((was ?? is) !== undefined && !collectChanged(was, is, names)) return false;
  }
  return true;
}

/** A constructor by its class's name; initialisers are nobody's. */
function membersByName({ name, members }: ClassDeclaration): Map<string, Member[]> {
  const byName = new Map<string, Member[]>();
  for (const member of members) {
    if (member.kind === "initializer") continue;
    const key = (member.kind === "constructor" ? name : member.name).toLowerCase();
    byName.set(key, [...(byName.get(key) ?? []), member]);
  }
  return byName;
}

export function isType(member: Member): member is TypeDeclaration {
  return member.kind === "class" || member.kind === "interface" || member.kind === "enum";
}

/** By the platform, a for loop, a comparison or a text. */
const USED_WITHOUT_NAME = new Set([
  "compare",
  "compareto",
  "equals",
  "hashcode",
  "hasnext",
  "iterator",
  "next",
  "tostring",
]);

/** What a part of a declaration says, wherever in the file it stands. */
export function toldWhole(part: unknown): string {
  return JSON.stringify(part, (key, value: unknown) => (PLACES.has(key) ? undefined : value));
}

function told(declaration: unknown): string {
  return JSON.stringify(declaration, (key, value: unknown) => {
    if (PLACES.has(key)) return undefined;
    // That there is one is seen: an automatic accessor, an abstract method, a field with a first value.
    if (BODIES.has(key)) return value !== null;
    return value;
  });
}

/** Methods that the platform calls on any object. */
const OF_ANY_OBJECT = new Set(["equals", "hashcode", "tostring"]);

function objectsOf(declaration: TypeDeclaration): unknown {
  if (declaration.kind !== "class") return declaration;
  return {
    ...declaration,
    members: declaration.members.flatMap((each) => ofObjects(each, declaration)),
  };
}

function ofObjects(member: Member, owner: ClassDeclaration): readonly unknown[] {
  switch (member.kind) {
    case "field":
    case "property":
      return member.modifiers.words.includes("static") ? [] : [member];
    case "method":
      return isCalledByOtherNames(member, owner) ? [member] : [];
    case "constructor":
      return [member];
    case "initializer":
      return [];
    case "class":
    case "interface":
    case "enum":
      return [objectsOf(member)];
  }
}

function isCalledByOtherNames(
  { name, modifiers }: MethodDeclaration,
  owner: ClassDeclaration,
): boolean {
  if (modifiers.words.includes("static") && owner.interfaces.length === 0) return false;
  return (
    owner.interfaces.length > 0 ||
    modifiers.words.includes("override") ||
    OF_ANY_OBJECT.has(name.toLowerCase())
  );
}
