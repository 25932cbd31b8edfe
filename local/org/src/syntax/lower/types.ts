import type {
  CreatedNameContext,
  QualifiedNameContext,
  TypeNameContext,
  TypeRefContext,
} from "@apexdevtools/apex-parser";
import type { TypeName } from "../ast.ts";
import { identifier, optional, startOf, type Report } from "./tree.ts";

export function lowerType(tree: TypeRefContext, report: Report): TypeName {
  return {
    at: startOf(tree),
    parts: tree.typeName_list().map((part) => lowerTypePart(part, report)),
    arrayDepth: tree.arraySubscripts().LBRACK_list().length,
  };
}

function lowerTypePart(tree: TypeNameContext, report: Report): TypeName["parts"][number] {
  const id = optional(tree.id());
  const typeArguments = optional(tree.typeArguments());
  return {
    name: id === null ? tree.start.text : identifier(id, report),
    arguments:
      typeArguments === null
        ? []
        : typeArguments
            .typeList()
            .typeRef_list()
            .map((argument) => lowerType(argument, report)),
  };
}

/** A type named without type arguments, as in `catch (System.DmlException e)`. */
export function lowerQualifiedType(tree: QualifiedNameContext, report: Report): TypeName {
  return {
    at: startOf(tree),
    parts: tree.id_list().map((id) => ({ name: identifier(id, report), arguments: [] })),
    arrayDepth: 0,
  };
}

/** The type after `new`. */
export function lowerCreatedType(
  tree: CreatedNameContext,
  arrayDepth: number,
  report: Report,
): TypeName {
  return {
    at: startOf(tree),
    parts: tree.idCreatedNamePair_list().map((pair) => {
      const typeList = optional(pair.typeList());
      return {
        name: identifier(pair.anyId(), report),
        arguments:
          typeList === null
            ? []
            : typeList.typeRef_list().map((argument) => lowerType(argument, report)),
      };
    }),
    arrayDepth,
  };
}
