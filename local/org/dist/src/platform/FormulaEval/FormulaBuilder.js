import { raise } from "../../runtime/exception.js";
import { ObjectToken } from "../../runtime/tokens.js";
import { sobjectType } from "../../runtime/type.js";
import { checkFormula } from "../../formula/formula.js";
import { FormulaFailure } from "../../formula/syntax.js";
import { platformType } from "../../runtime/behaviour.js";
import { operandOf, UnknownIdentifier } from "../formula/formula-context.js";
import { required } from "../required.js";
import { recalculateFormulas } from "../formula/recalculate.js";
import { FormulaInstanceValue } from "./FormulaInstance.js";
export class FormulaBuilderValue {
    formula = null;
    contextType = null;
    returnType = null;
    isTemplate = false;
    blankAsZero = false;
    /** Lower-cased names of the `$` globals it may use. */
    globals = new Set();
}
function refuse(message) {
    return raise("System.FormulaValidationException", message);
}
/** A wrong formula is refused here and not when it is evaluated. */
function build(builder) {
    const { contextType, returnType } = builder;
    const formula = builder.formula ?? refuse("Formula text is required");
    if (contextType === null)
        refuse("A context type is required");
    if (returnType === null)
        refuse("A return type is required");
    const identifiers = new Set();
    const text = builder.isTemplate ? templateFormula(formula) : formula;
    try {
        checkFormula(text, (identifier) => {
            identifiers.add(identifier);
            checkGlobal(identifier, builder.globals);
            return operandOf(identifier, contextType, null, builder.blankAsZero);
        });
    }
    catch (error) {
        if (error instanceof UnknownIdentifier)
            refuse(`Field ${error.message} does not exist. Check spelling.`);
        if (!(error instanceof FormulaFailure))
            throw error;
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
function checkGlobal(identifier, globals) {
    const global = /^\$(\w+)\./.exec(identifier)?.[1];
    if (global !== undefined && !globals.has(global.toLowerCase()))
        refuse(`Field ${identifier} does not exist. Check spelling.`);
}
/** `Hello {!Name}` is the formula `"Hello " & Name`. */
function templateFormula(template) {
    return template
        .split(/(\{![^}]*\})/)
        .filter((part) => part !== "")
        .map((part) => part.startsWith("{!") ? `(${part.slice(2, -1)})` : `"${part.replaceAll(/["\\]/g, "\\$&")}"`)
        .join(" & ");
}
function withType(builder, given) {
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
        parseAsTemplate: (builder, isTemplate) => {
            builder.isTemplate = required(isTemplate);
            return builder;
        },
        treatNumericNullAsZero: (builder, isZero) => {
            builder.blankAsZero = required(isZero);
            return builder;
        },
        withFormula: (builder, formula) => {
            builder.formula = required(formula);
            return builder;
        },
        withGlobalVariables: (builder, globals) => {
            builder.globals = new Set(required(globals).items.map(({ name }) => name.toLowerCase()));
            return builder;
        },
        withReturnType: (builder, type) => {
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
