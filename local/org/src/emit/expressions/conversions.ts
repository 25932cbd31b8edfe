/** Changes of representation and checked casts. null passes through all of them. */
import type * as es from "estree";
import type { BoundExpression } from "../../bind/bound.ts";
import type { Conversion } from "../../types/conversion.ts";
import type { EmitContext } from "../context.ts";
import * as js from "../js.ts";
import type { OperationName } from "../../runtime/operations.ts";

type Node<K extends BoundExpression["kind"]> = Extract<BoundExpression, { readonly kind: K }>;

const NUMERIC: Readonly<Record<string, OperationName>> = {
  "Integer Long": "integerToLong",
  "Integer Double": "integerToDouble",
  "Integer Decimal": "integerToDecimal",
  "Long Integer": "longToInteger",
  "Long Double": "longToDouble",
  "Long Decimal": "longToDecimal",
  "Double Integer": "doubleToInteger",
  "Double Long": "doubleToLong",
  "Double Decimal": "doubleToDecimal",
  "Decimal Integer": "decimalToInteger",
  "Decimal Long": "decimalToLong",
  "Decimal Double": "decimalToDouble",
};

export function converted(
  conversion: Conversion,
  value: es.Expression,
  context: EmitContext,
): es.Expression {
  switch (conversion.kind) {
    case "numeric": {
      if (conversion.from === conversion.to) return value;
      const operation = NUMERIC[`${conversion.from} ${conversion.to}`];
      if (operation === undefined)
        throw new Error(`No conversion from ${conversion.from} to ${conversion.to}`);
      return context.operate(operation, value);
    }
    case "stringToId":
      return context.operate("stringToId", value);
    case "dateToDatetime":
      return context.operate("dateToDatetime", value);
    case "widenElements":
      return context.operate("widenElements", value, context.type(conversion.to));
    case "cast":
      return context.operate("cast", value, context.type(conversion.to));
    case "singleRow":
      return context.operate(conversion.orNull ? "singleRowOrNull" : "singleRow", value);
    case "unboxTo":
      return context.operate("unbox", value, context.type(conversion.to));
  }
}

export function convert(node: Node<"convert">, context: EmitContext): es.Expression {
  const { conversion, value } = node;
  if (conversion.kind === "numeric" && value.kind === "literal" && value.value.kind === "integer") {
    if (conversion.to === "Decimal") return context.bound("decimal", String(value.value.value));
    if (conversion.to === "Double") return context.bound("double", value.value.value);
    if (conversion.to === "Long") return js.bigintLiteral(String(value.value.value), context.place);
  }
  return converted(conversion, context.expression(value), context);
}
