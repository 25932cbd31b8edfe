import type { Cast, ClassLiteral, InstanceOf, TypeName } from "../../syntax/ast.ts";
import { isAssignable } from "../../types/assignability.ts";
import { canHold, castability } from "../../types/castability.ts";
import { displayType } from "../../types/display.ts";
import { sameType } from "../../types/same-type.ts";
import type { Type } from "../../types/type.ts";
import { BOOLEAN, platformType, TYPE, VOID } from "../../types/well-known.ts";
import { mention, type BodyContext } from "../body-context.ts";
import type { BoundExpression } from "../bound.ts";
import { convertedTo, withConversion } from "../conversions.ts";
import { fail } from "../report.ts";
import { FLOW_INTERVIEW, flowNamed, isFlowType, resolveTypeName } from "../type-names.ts";
import { bindExpression } from "./expression.ts";

export function bindCast(expression: Cast, context: BodyContext): BoundExpression {
  const { at } = expression;
  const type = resolveTypeName(expression.type, context.owner, context.compilation);
  mentionType(type, context);
  const value = bindExpression(expression.value, context);
  const { hierarchy } = context.compilation;
  const result = castability(value.type, type, hierarchy);
  if (result.isAssignable) {
    const converted = withConversion(value, result.conversion, type);
    return sameType(converted.type, type) ? converted : { ...converted, type };
  }
  const row = convertedTo(value, type, hierarchy, "argument");
  return (
    row ??
    fail(
      at,
      `Incompatible types since an instance of ${displayType(value.type)} is never an instance of ${displayType(type)}`,
    )
  );
}

export function bindInstanceOf(expression: InstanceOf, context: BodyContext): BoundExpression {
  const { at } = expression;
  const tested = resolveTypeName(expression.type, context.owner, context.compilation);
  mentionType(tested, context);
  const value = bindExpression(expression.value, context);
  const { hierarchy } = context.compilation;
  const [from, to] = [displayType(value.type), displayType(tested)];
  if (!canHold(value.type, tested, hierarchy) || isNever(value.type, tested)) {
    fail(
      at,
      `Operation instanceof is always false since an instance of ${from} is never an instance of ${to}`,
    );
  }
  if (isAlways(value.type, tested, context)) {
    fail(
      at,
      `Operation instanceof is always true since an instance of ${from} is always an instance of ${to}`,
    );
  }
  return { kind: "instanceOf", value, tested, type: BOOLEAN, at };
}

/** Lists of records are not asked for Objects at all. Found out from Salesforce's own compiler. */
function isNever(from: Type, to: Type): boolean {
  return (
    from.kind === "list" &&
    to.kind === "list" &&
    from.element.kind === "sobject" &&
    to.element.kind === "object"
  );
}

/** What may hold more than its type says is asked at run time: a List<SObject> may hold accounts only. */
function isAlways(from: Type, to: Type, context: BodyContext): boolean {
  if (from.kind === "list" && to.kind === "list") {
    const narrows = from.element.kind === "sobject" && from.element.name === "SObject";
    return !narrows && isAssignable(from, to, context.compilation.hierarchy, "argument");
  }
  // Whether a text is an Id only its value says.
  if (from.kind === "primitive" && from.name === "String")
    return to.kind === "object" || sameType(from, to);
  return isAssignable(from, to, context.compilation.hierarchy, "assignment");
}

export function bindClassLiteral(expression: ClassLiteral, context: BodyContext): BoundExpression {
  const of = isVoid(expression.type)
    ? VOID
    : (interviewType(expression.type, context) ??
      resolveTypeName(expression.type, context.owner, context.compilation));
  mentionType(of, context);
  return { kind: "classLiteral", of, type: TYPE, at: expression.at };
}

/** `Flow.Interview.Name.class` is of the flow, or of Flow.Interview where there is none; trigger-actions-framework relies on both. */
function interviewType({ parts, arrayDepth }: TypeName, context: BodyContext): Type | null {
  const written = parts.map(({ name }) => name);
  if (!isFlowType(written) || arrayDepth > 0) return null;
  const flow = flowNamed(written, context.compilation);
  return flow === null ? FLOW_INTERVIEW : platformType(`${FLOW_INTERVIEW.name}.${flow}`);
}

/** `void.class`: what a stub's method returns that returns nothing. */
function isVoid({ parts, arrayDepth }: TypeName): boolean {
  const [only] = parts;
  return parts.length === 1 && arrayDepth === 0 && only?.name.toLowerCase() === "void";
}

/** Notes every class of the project that a written type contains. */
export function mentionType(type: Type, context: BodyContext): void {
  switch (type.kind) {
    case "class":
      mention(context, type.symbol);
      return;
    case "list":
    case "set":
      mentionType(type.element, context);
      return;
    case "map":
      mentionType(type.key, context);
      mentionType(type.value, context);
      return;
    case "platform":
      for (const argument of type.arguments) mentionType(argument, context);
      return;
    default:
      return;
  }
}
