import type { NewArray, NewListOrSet, NewMap } from "../../syntax/ast.ts";
import { displayType } from "../../types/display.ts";
import { sameType } from "../../types/same-type.ts";
import type { Type } from "../../types/type.ts";
import { INTEGER, listOf } from "../../types/well-known.ts";
import type { BodyContext } from "../body-context.ts";
import type { BoundExpression } from "../bound.ts";
import { convertedTo } from "../conversions.ts";
import { fail } from "../report.ts";
import { resolveTypeName } from "../type-names.ts";
import { mentionType } from "./casts.ts";
import { bindExpression } from "./expression.ts";

export function bindNewArray(expression: NewArray, context: BodyContext): BoundExpression {
  const { at } = expression;
  const element = resolveTypeName(expression.type, context.owner, context.compilation);
  mentionType(element, context);
  const size = bindExpression(expression.size, context);
  if (!sameType(size.type, INTEGER)) {
    fail(
      at,
      `Invalid initializer type ${displayType(size.type)} found for List<${displayType(element)}>: expected an Integer or a List of type ${displayType(element)}`,
    );
  }
  return { kind: "sizedList", element, size, type: listOf(element), at };
}

export function bindNewListOrSet(expression: NewListOrSet, context: BodyContext): BoundExpression {
  const { at } = expression;
  const type = resolveTypeName(expression.type, context.owner, context.compilation);
  mentionType(type, context);
  if (type.kind !== "list" && type.kind !== "set") {
    fail(at, `Expression must be a list type: ${displayType(type)}`);
  }
  const { element } = type;
  const elements = expression.elements.map((item) => {
    const value = bindExpression(item, context);
    return (
      convertedTo(value, element, context.compilation.hierarchy, "assignment") ??
      fail(
        item.at,
        `Initial expression is of incorrect type, expected: ${displayType(element)} but was: ${displayType(value.type)}`,
      )
    );
  });
  return { kind: type.kind === "list" ? "newList" : "newSet", element, elements, type, at };
}

export function bindNewMap(expression: NewMap, context: BodyContext): BoundExpression {
  const { at } = expression;
  const type = resolveTypeName(expression.type, context.owner, context.compilation);
  mentionType(type, context);
  if (type.kind !== "map") fail(at, `Invalid type: ${displayType(type)}`);
  const entry = (part: "key" | "value", value: BoundExpression, to: Type): BoundExpression =>
    convertedTo(value, to, context.compilation.hierarchy, "assignment") ??
    fail(value.at, `Invalid ${part} type ${displayType(value.type)} for ${displayType(type)}`);
  const entries = expression.entries.map(({ key, value }) => ({
    key: entry("key", bindExpression(key, context), type.key),
    value: entry("value", bindExpression(value, context), type.value),
  }));
  return { kind: "newMap", key: type.key, value: type.value, entries, type, at };
}
