/** FormulaEval.FormulaBuilder and System.Formula.builder. Source: Apex Reference, "FormulaEval Namespace". */
import type { ApexEnum } from "../../runtime/enum.ts";
import { raise } from "../../runtime/exception.ts";
import type { ApexList } from "../../runtime/list.ts";
import { ObjectToken } from "../../runtime/tokens.ts";
import type { TypeValue } from "../../runtime/type-value.ts";
import { type RuntimeType, sobjectType } from "../../runtime/type.ts";
import { checkFormula } from "../../formula/formula.ts";
import { FormulaFailure } from "../../formula/syntax.ts";
import { platformType } from "../../runtime/behaviour.ts";
import { operandOf, UnknownIdentifier } from "../formula/formula-context.ts";
import { required } from "../required.ts";
import { recalculateFormulas } from "../formula/recalculate.ts";
import { FormulaInstanceValue } from "./FormulaInstance.ts";

export class FormulaBuilderValue {
  formula: string | null = null;
  contextType: RuntimeType | null = null;
  returnType: ApexEnum | null = null;
  isTemplate = false;
  blankAsZero = false;
  /** Lower-cased names of the `$` globals it may use. */
  globals: ReadonlySet<string> = new Set();
}

function refuse(message: string): never {
  return raise("System.FormulaValidationException", message);
}

/** A wrong formula is refused here and not when it is evaluated. */
function build(builder: FormulaBuilderValue): FormulaInstanceValue {
  const { contextType, returnType } = builder;
  const formula = builder.formula ?? refuse("Formula text is required");
  if (contextType === null) refuse("A context type is required");
  if (returnType === null) refuse("A return type is required");
  const identifiers = new Set<string>();
  const text = builder.isTemplate ? templateFormula(formula) : formula;
  try {
    checkFormula(text, (identifier) => {
      identifiers.add(identifier);
      checkGlobal(identifier, builder.globals);
      return operandOf(identifier, contextType, null, builder.blankAsZero);
    });
  } catch (error) {
    if (error instanceof UnknownIdentifier)
      refuse(`Field ${error.message} does not exist. Check spelling.`);
    if (!(error instanceof FormulaFailure)) throw error;
    refuse(error.message);
  }
  return new FormulaInstanceValue({
    formula: text,
    contextType,
    returnType: returnType.name,
    blankAsZero: builder.blankAsZero,
    identifiers,
  });
}

function checkGlobal(identifier: string, globals: ReadonlySet<string>): void {
  const global = /^\$(\w+)\./.exec(identifier)?.[1];
  if (global !== undefined && !globals.has(global.toLowerCase()))
    refuse(`Field ${identifier} does not exist. Check spelling.`);
}

/** `Hello {!Name}` is the formula `"Hello " & Name`. */
function templateFormula(template: string): string {
  return template
    .split(/(\{![^}]*\})/)
    .filter((part) => part !== "")
    .map((part) =>
      part.startsWith("{!") ? `(${part.slice(2, -1)})` : `"${part.replaceAll(/["\\]/g, "\\$&")}"`,
    )
    .join(" & ");
}

function withType(builder: FormulaBuilderValue, given: TypeValue | ObjectToken | null) {
  const type = required(given);
  builder.contextType = type instanceof ObjectToken ? sobjectType(type.describe.name) : type.type;
  return builder;
}

export const formulaBuilderBehaviour = platformType({
  type: "FormulaEval.FormulaBuilder",
  implementation: FormulaBuilderValue,
  constructors: { new: () => new FormulaBuilderValue() },
  statics: { builder: () => new FormulaBuilderValue() },
  methods: {
    build,
    parseAsTemplate: (builder: FormulaBuilderValue, isTemplate: boolean | null) => {
      builder.isTemplate = required(isTemplate);
      return builder;
    },
    treatNumericNullAsZero: (builder: FormulaBuilderValue, isZero: boolean | null) => {
      builder.blankAsZero = required(isZero);
      return builder;
    },
    withFormula: (builder: FormulaBuilderValue, formula: string | null) => {
      builder.formula = required(formula);
      return builder;
    },
    withGlobalVariables: (builder: FormulaBuilderValue, globals: ApexList<ApexEnum> | null) => {
      builder.globals = new Set(required(globals).items.map(({ name }) => name.toLowerCase()));
      return builder;
    },
    withReturnType: (builder: FormulaBuilderValue, type: ApexEnum | null) => {
      builder.returnType = required(type);
      return builder;
    },
    withType,
  },
});

export const formulaBehaviour = platformType({
  type: "System.Formula",
  statics: { builder: () => new FormulaBuilderValue(), recalculateFormulas },
});
