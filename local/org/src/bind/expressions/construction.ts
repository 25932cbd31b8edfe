import type { NewObject, Position } from "../../syntax/ast.ts";
import { displayParameters, displayType } from "../../types/display.ts";
import { sameTypes } from "../../types/same-type.ts";
import type { ClassSymbol, ConstructorSymbol } from "../../types/symbols.ts";
import type { Type } from "../../types/type.ts";
import { EXCEPTION, mapOf, OBJECT, STRING } from "../../types/well-known.ts";
import { typeOfReference } from "../../types/type-reference.ts";
import type { BodyContext } from "../body-context.ts";
import type { BoundExpression } from "../bound.ts";
import { signatureKey } from "../candidates.ts";
import { checkBehaviour } from "../gaps.ts";
import { isVisible } from "../members.ts";
import { resolveOverload } from "../overloads.ts";
import { fail } from "../report.ts";
import {
  DATAWEAVE_SCRIPT,
  FLOW_INTERVIEW,
  flowNamed,
  resolveTypeName,
  scriptNamed,
} from "../type-names.ts";
import { mentionType } from "./casts.ts";
import { bindValue } from "./expression.ts";
import { argumentsOf, convertedArguments } from "./invocation.ts";
import { bindNewCollection } from "./new-collection.ts";
import { bindNewRecord } from "./new-record.ts";

export function bindNewObject(expression: NewObject, context: BodyContext): BoundExpression {
  const { at } = expression;
  const type = resolveTypeName(expression.type, context.owner, context.compilation);
  mentionType(type, context);
  if (type.kind === "sobject") return bindNewRecord(expression, type.name, context);
  if (expression.fields.length > 0) {
    fail(
      at,
      `Invalid constructor syntax, name=value pairs can only be used for SObjects: ${displayType(type)}`,
    );
  }
  const given = expression.arguments.map((argument) => bindValue(argument, context));
  switch (type.kind) {
    case "class":
      return newInstance(type.symbol, given, expression, context);
    case "list":
    case "set":
    case "map":
      return bindNewCollection(type, given, at);
    case "platform":
      if (type.name === DATAWEAVE_SCRIPT.name) return newScript(given, expression, context);
      return type.name === FLOW_INTERVIEW.name
        ? newInterview(given, expression, context)
        : newPlatform(type, given, expression, context);
    case "object":
      return { kind: "newPlatform", owner: "Object", signature: "new()", arguments: [], type, at };
    default:
      fail(at, `Type cannot be constructed: ${displayType(type)}`);
  }
}

function newInstance(
  symbol: ClassSymbol,
  given: readonly BoundExpression[],
  { at }: NewObject,
  context: BodyContext,
): BoundExpression {
  const type: Type = { kind: "class", symbol };
  if (symbol.kind !== "class") fail(at, `Type cannot be constructed: ${symbol.qualifiedName}`);
  if (symbol.isAbstract)
    fail(at, `Abstract classes cannot be constructed: ${symbol.qualifiedName}`);
  const chosen = chosenConstructor(symbol, given, at, context);
  return {
    kind: "new",
    constructor: chosen.symbol,
    symbol,
    arguments: convertedArguments(given, chosen.parameters, context),
    type,
    at,
  };
}

export interface ConstructorCandidate {
  /** null for the constructors every exception has without declaring them. */
  readonly symbol: ConstructorSymbol | null;
  readonly parameters: readonly Type[];
}

/** @throws to the report: "Constructor not defined: [Foo].<Constructor>(Integer)" */
export function chosenConstructor(
  symbol: ClassSymbol,
  given: readonly BoundExpression[],
  at: NewObject["at"],
  context: BodyContext,
): ConstructorCandidate {
  const { hierarchy } = context.compilation;
  const resolution = resolveOverload(constructorsOf(symbol), argumentsOf(given), hierarchy);
  const name = `[${symbol.qualifiedName}].<Constructor>${displayParameters(given.map(({ type }) => type))}`;
  if (resolution.kind === "ambiguous") fail(at, `Ambiguous method signature: ${name}`);
  if (resolution.kind === "none") fail(at, `Constructor not defined: ${name}`);
  const { candidate } = resolution;
  if (candidate.symbol !== null && !isVisible(candidate.symbol, context.owner)) {
    fail(at, `Constructor is not visible: ${name}`);
  }
  return candidate;
}

/** Source: Apex Developer Guide, "Create Custom Exceptions": four constructors come with every exception class. */
const EXCEPTION_CONSTRUCTORS: readonly ConstructorCandidate[] = [
  { symbol: null, parameters: [] },
  { symbol: null, parameters: [STRING] },
  { symbol: null, parameters: [EXCEPTION] },
  { symbol: null, parameters: [STRING, EXCEPTION] },
];

function constructorsOf(symbol: ClassSymbol): readonly ConstructorCandidate[] {
  const declared = symbol.constructors.map((constructor) => ({
    symbol: constructor,
    parameters: constructor.parameters.map(({ type }) => type),
  }));
  if (!symbol.isException) return declared;
  const implicit = EXCEPTION_CONSTRUCTORS.filter(
    ({ parameters }) =>
      !declared.some((constructor) => sameTypes(constructor.parameters, parameters)),
  );
  return [...declared, ...implicit];
}

function failWithoutConstructor(
  at: Position,
  names: readonly string[],
  given: readonly BoundExpression[],
): never {
  fail(
    at,
    `Constructor not defined: [${names.join(".")}].<Constructor>${displayParameters(given.map(({ type }) => type))}`,
  );
}

/** `new DataWeaveScriptResource.name()` is that script. */
function newScript(
  given: readonly BoundExpression[],
  { type: written, at }: NewObject,
  context: BodyContext,
): BoundExpression {
  const names = written.parts.map(({ name }) => name);
  const script = scriptNamed(names, context.compilation);
  if (script === null) fail(at, `Type cannot be constructed: ${displayType(DATAWEAVE_SCRIPT)}`);
  if (given.length > 0) failWithoutConstructor(at, names, given);
  return {
    kind: "platformCall",
    target: null,
    owner: DATAWEAVE_SCRIPT.name,
    name: "createScript",
    signature: "createScript(String)",
    arguments: [{ kind: "literal", value: { kind: "string", value: script }, type: STRING, at }],
    isSafe: false,
    targetType: null,
    isSuper: false,
    type: DATAWEAVE_SCRIPT,
    at,
  };
}

const INTERVIEW_INPUTS = mapOf(STRING, OBJECT);

/** `new Flow.Interview.Name(inputs)` is an interview of the flow. */
function newInterview(
  given: readonly BoundExpression[],
  { type: written, at }: NewObject,
  context: BodyContext,
): BoundExpression {
  const names = written.parts.map(({ name }) => name);
  const flow = flowNamed(names, context.compilation);
  const { hierarchy } = context.compilation;
  const parameters = [INTERVIEW_INPUTS];
  const fits = resolveOverload([{ parameters }], argumentsOf(given), hierarchy).kind === "found";
  if (flow === null) fail(at, `Type cannot be constructed: ${displayType(FLOW_INTERVIEW)}`);
  if (!fits) failWithoutConstructor(at, names, given);
  return {
    kind: "platformCall",
    target: null,
    owner: FLOW_INTERVIEW.name,
    name: "createInterview",
    signature: "createInterview(String,Map<String,Object>)",
    arguments: [
      { kind: "literal", value: { kind: "string", value: flow }, type: STRING, at },
      ...convertedArguments(given, parameters, context),
    ],
    isSafe: false,
    targetType: null,
    isSuper: false,
    type: FLOW_INTERVIEW,
    at,
  };
}

function newPlatform(
  type: Type & { readonly kind: "platform" },
  given: readonly BoundExpression[],
  { at }: NewObject,
  context: BodyContext,
): BoundExpression {
  const { hierarchy } = context.compilation;
  const platform = hierarchy.platformTypeOf(type);
  const declared = platform?.type.kind === "class" ? platform.type.constructors : [];
  const isRootException = type.name === EXCEPTION.name;
  if (platform === null || declared.length === 0 || isRootException) {
    fail(at, `Type cannot be constructed: ${displayType(type)}`);
  }
  const candidates = declared.map((constructor) => ({
    signature: signatureKey({ name: "new", parameters: constructor.parameters }),
    parameters: constructor.parameters.map((parameter) =>
      typeOfReference(parameter.type, platform.bindings),
    ),
  }));
  const resolution = resolveOverload(candidates, argumentsOf(given), hierarchy);
  const chosen =
    resolution.kind === "found"
      ? resolution.candidate
      : resolution.kind === "ambiguous"
        ? resolution.candidates[0]
        : undefined;
  if (chosen === undefined) {
    fail(
      at,
      `Constructor not defined: [${displayType(type)}].<Constructor>${displayParameters(given.map((argument) => argument.type))}`,
    );
  }
  checkBehaviour(platform.type.name, chosen.signature, true, at, context);
  return {
    kind: "newPlatform",
    owner: platform.type.name,
    signature: chosen.signature,
    arguments: convertedArguments(given, chosen.parameters, context),
    type,
    at,
  };
}
