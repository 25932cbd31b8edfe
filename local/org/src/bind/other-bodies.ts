/** Another text of a class in the place of the first, as far as others cannot see the difference. */
import type { Accessor, Member, TypeDeclaration } from "../syntax/ast.ts";

/**
 * The class with the bodies and initial values of the other text and the headers of its own, so that its symbols stay what others know it
 * by; null where a header is another.
 */
export function withOtherBodies(
  own: TypeDeclaration,
  other: TypeDeclaration,
): TypeDeclaration | null {
  return headersOf(own) === headersOf(other) ? grafted(own, other) : null;
}

/** All but what stands in bodies, and where anything stands. */
function headersOf(declaration: TypeDeclaration): string {
  return JSON.stringify(declaration, (key, value: unknown) => {
    if (key === "at" || key === "end") return undefined;
    return key === "body" || key === "initializer" ? value !== null : value;
  });
}

function grafted(own: TypeDeclaration, other: TypeDeclaration): TypeDeclaration {
  if (own.kind !== "class" || other.kind !== "class") return own;
  return {
    ...own,
    members: own.members.map((member, index) => withOtherBody(member, other.members[index])),
  };
}

/** The headers are the same, so the members are of the same kinds. */
function withOtherBody(own: Member, other: Member | undefined): Member {
  switch (other?.kind) {
    case "field":
      return own.kind === "field" ? { ...own, initializer: other.initializer } : own;
    case "property":
      return own.kind === "property"
        ? {
            ...own,
            getter: accessor(own.getter, other.getter),
            setter: accessor(own.setter, other.setter),
          }
        : own;
    case "method":
      return own.kind === "method" ? { ...own, body: other.body } : own;
    case "constructor":
      return own.kind === "constructor" ? { ...own, body: other.body } : own;
    case "initializer":
      return own.kind === "initializer" ? { ...own, body: other.body } : own;
    case "class":
      return own.kind === "class" ? grafted(own, other) : own;
    case "interface":
    case "enum":
    case undefined:
      return own;
  }
}

function accessor(own: Accessor | null, other: Accessor | null): Accessor | null {
  return own === null || other === null ? own : { ...own, body: other.body };
}
