/** From a chosen method to a bound call. */
import type { Position } from "../../syntax/ast.ts";
import { displayParameters, displayType } from "../../types/display.ts";
import type { Type } from "../../types/type.ts";
import { mention, type BodyContext } from "../body-context.ts";
import type { BoundExpression } from "../bound.ts";
import { displayMethod, type MethodCandidate, type PlatformCandidate } from "../candidates.ts";
import { convertedTo, isQuery } from "../conversions.ts";
import { checkBehaviour } from "../gaps.ts";
import { isMethodVisible } from "../members.ts";
import { resolveOverload, type Argument } from "../overloads.ts";
import { fail } from "../report.ts";

/** A call whose arguments are bound and whose method is not yet known. */
export interface Call {
  readonly name: string;
  readonly at: Position;
  readonly isSafe: boolean;
  readonly arguments: readonly BoundExpression[];
  readonly context: BodyContext;
}

export function argumentsOf(bound: readonly BoundExpression[]): readonly Argument[] {
  return bound.map((argument) => ({ type: argument.type, isQuery: isQuery(argument) }));
}

/**
 * @returns null when none fits
 * @throws to the report when several fit equally: "Ambiguous method signature: …"
 */
export function chosenMethod(
  candidates: readonly MethodCandidate[],
  call: Call,
): MethodCandidate | null {
  const { hierarchy } = call.context.compilation;
  const resolution = resolveOverload(candidates, argumentsOf(call.arguments), hierarchy);
  switch (resolution.kind) {
    case "found":
      return resolution.candidate;
    case "none":
      return null;
    case "ambiguous": {
      const [first] = resolution.candidates;
      // Platform overloads that differ by Object only (JSON, String.valueOf(null)) are told apart on the platform, those that differ by
      // the kind of collection are not.
      if (first?.kind === "platform" && !takeCollections(resolution.candidates)) return first;
      fail(call.at, `Ambiguous method signature: ${signatureText(call)}`);
    }
  }
}

function takeCollections(candidates: readonly MethodCandidate[]): boolean {
  return candidates.every(({ parameters }) =>
    parameters.every(({ kind }) => kind === "list" || kind === "set" || kind === "map"),
  );
}

export function noSuchMethod(call: Call, type: Type): never {
  fail(
    call.at,
    `Method does not exist or incorrect signature: ${signatureText(call)} from the type ${displayType(type)}`,
  );
}

export function nonStaticMethod(method: MethodCandidate, at: Position): never {
  fail(
    at,
    `Non static method cannot be referenced from a static context: ${displayMethod(method)}`,
  );
}

/** `void foo(Integer, String)`: what was looked for returns nothing known, which Apex writes as void. */
function signatureText(call: Call): string {
  return `void ${call.name}${displayParameters(call.arguments.map(({ type }) => type))}`;
}

export function staticCall(method: MethodCandidate, call: Call): BoundExpression {
  const { at, context } = call;
  const converted = convertedArguments(call.arguments, method.parameters, context);
  if (method.kind === "platform") {
    return platformCall(null, method, converted, call, false);
  }
  checkVisible(method, call);
  return {
    kind: "call",
    target: null,
    method: method.method,
    arguments: converted,
    dispatch: "static",
    isSafe: false,
    type: method.returns,
    at,
  };
}

export function instanceCall(
  target: BoundExpression,
  method: MethodCandidate,
  call: Call,
  dispatch: "virtual" | "super",
): BoundExpression {
  const { at, context, isSafe } = call;
  const converted = convertedArguments(call.arguments, method.parameters, context);
  if (method.kind === "platform") {
    return platformCall(target, method, converted, call, dispatch === "super");
  }
  checkVisible(method, call);
  return {
    kind: "call",
    target,
    method: method.method,
    arguments: converted,
    dispatch,
    isSafe,
    type: method.returns,
    at,
  };
}

function platformCall(
  target: BoundExpression | null,
  method: PlatformCandidate,
  converted: readonly BoundExpression[],
  call: Call,
  isSuper: boolean,
): BoundExpression {
  const { at, context, isSafe } = call;
  // Interface methods are answered by whoever implements them; every value has Object's.
  const needsBehaviour = !method.isAbstract && method.owner !== "Object" && method.owner !== "Enum";
  if (needsBehaviour) checkBehaviour(method.owner, method.signature, method.isStatic, at, context);
  return {
    kind: "platformCall",
    target,
    owner: method.owner,
    name: method.name,
    signature: method.signature,
    arguments: converted,
    isSafe,
    targetType: target?.type ?? null,
    isSuper,
    type: method.returns,
    at,
  };
}

function checkVisible(method: MethodCandidate & { readonly kind: "project" }, call: Call): void {
  const { context } = call;
  mention(context, method.method.owner);
  if (!isMethodVisible(method.method, context.owner)) {
    fail(call.at, `Method is not visible: ${displayMethod(method)}`);
  }
}

/** Overload resolution has already found that each argument fits its parameter. */
export function convertedArguments(
  bound: readonly BoundExpression[],
  parameters: readonly Type[],
  context: BodyContext,
): readonly BoundExpression[] {
  return bound.map((argument, index) => {
    const parameter = parameters[index];
    const { hierarchy } = context.compilation;
    const converted =
      parameter === undefined ? null : convertedTo(argument, parameter, hierarchy, "argument");
    if (converted === null) throw new Error(`argument ${index} does not fit the chosen overload`);
    return converted;
  });
}
