/** What the Metadata API accepts: each type with its elements, from Salesforce's own declarations (`@salesforce/types`). */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import ts from "typescript";

export interface ElementType {
  /** The name of a {@link MetadataTypes} entry, or a plain type. */
  readonly type: string;
  readonly isList: boolean;
  readonly isRequired: boolean;
}

export interface MetadataTypes {
  /** Elements by name; undefined for a name that is no type. */
  elements: (type: string) => ReadonlyMap<string, ElementType> | undefined;
  /** Allowed texts; undefined for a name that is no enumeration. */
  values: (type: string) => ReadonlySet<string> | undefined;
}

export function metadataTypes(): MetadataTypes {
  const entry = createRequire(import.meta.url).resolve("@salesforce/types/metadata");
  const file = path.join(path.dirname(entry), "metadata.d.ts");
  const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest);
  const declared = new Map(
    source.statements
      .filter(ts.isTypeAliasDeclaration)
      .map((statement) => [statement.name.text, statement.type]),
  );
  const elements: MetadataTypes["elements"] = memoized((name) => {
    const type = declared.get(name);
    if (type === undefined || type.kind === ts.SyntaxKind.StringKeyword) return undefined;
    return literals(type) === undefined ? elementsOf(type, elements, source) : undefined;
  });
  const values = memoized((name) => {
    const type = declared.get(name);
    return type === undefined ? undefined : literals(type);
  });
  return { elements, values };
}

function memoized<Value>(make: (name: string) => Value): (name: string) => Value {
  const made = new Map<string, Value>();
  return (name) => {
    const known = made.get(name);
    if (known !== undefined) return known;
    const value = make(name);
    made.set(name, value);
    return value;
  };
}

/** `'Public' | 'Private'`; undefined for what is not made of texts alone. */
function literals(type: ts.TypeNode): ReadonlySet<string> | undefined {
  const parts = ts.isUnionTypeNode(type) ? type.types : [type];
  const texts = parts.map((part) =>
    ts.isLiteralTypeNode(part) && ts.isStringLiteral(part.literal) ? part.literal.text : undefined,
  );
  return texts.every((text) => text !== undefined) ? new Set(texts) : undefined;
}

/** `Parent & { … }` has the parent's too. */
function elementsOf(
  type: ts.TypeNode,
  named: MetadataTypes["elements"],
  source: ts.SourceFile,
): ReadonlyMap<string, ElementType> {
  if (ts.isIntersectionTypeNode(type))
    return new Map(type.types.flatMap((part) => [...elementsOf(part, named, source)]));
  if (ts.isTypeReferenceNode(type)) return named(type.typeName.getText(source)) ?? new Map();
  if (!ts.isTypeLiteralNode(type)) return new Map();
  return new Map(
    type.members.filter(ts.isPropertySignature).flatMap((member) => {
      if (member.type === undefined) return [];
      const isList = ts.isArrayTypeNode(member.type);
      const element = ts.isArrayTypeNode(member.type) ? member.type.elementType : member.type;
      return [
        [
          member.name.getText(source),
          {
            type: element.getText(source),
            isList,
            // A checkbox that is left out is false, whatever the declaration says.
            isRequired:
              member.questionToken === undefined &&
              !isList &&
              element.getText(source) !== "boolean",
          },
        ] as const,
      ];
    }),
  );
}
