import type { Annotation, Expression, Modifiers } from "../../syntax/ast.ts";
import type { AnnotationSymbol, Visibility } from "../../types/symbols.ts";

export function annotationsOf(modifiers: Modifiers): readonly AnnotationSymbol[] {
  return modifiers.annotations.map((annotation) => ({
    name: annotation.name.toLowerCase(),
    arguments: new Map(
      annotation.arguments.map(({ name, value }) => [
        (name ?? "value").toLowerCase(),
        annotationText(value),
      ]),
    ),
  }));
}

export function hasAnnotation(modifiers: Modifiers, name: string): boolean {
  return modifiers.annotations.some(
    (annotation: Annotation) => annotation.name.toLowerCase() === name,
  );
}

/** `@IsTest` or the older `testMethod`. */
export function isTest(modifiers: Modifiers): boolean {
  return modifiers.words.includes("testmethod") || hasAnnotation(modifiers, "istest");
}

export function visibilityOf(modifiers: Modifiers, otherwise: Visibility): Visibility {
  if (modifiers.words.includes("webservice")) return "global";
  for (const visibility of ["global", "public", "private", "protected"] as const) {
    if (modifiers.words.includes(visibility)) return visibility;
  }
  return otherwise;
}

/** Annotation arguments are literals or class names; anything else has no text. */
function annotationText(value: Expression): string {
  switch (value.kind) {
    case "literal":
      return value.text;
    case "name":
      return value.name;
    case "fieldAccess":
      return `${annotationText(value.target)}.${value.name}`;
    case "classLiteral":
      return value.type.parts.map(({ name }) => name).join(".");
    default:
      return "";
  }
}
