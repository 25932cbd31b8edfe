import { displayType } from "../../types/display.js";
import { declareLocal, inNestedScope } from "../body-context.js";
import { canHold } from "../../types/castability.js";
import { convertedTo } from "../conversions.js";
import { mentionType } from "../expressions/casts.js";
import { bindExpression } from "../expressions/expression.js";
import { enumConstant, platformEnumConstant } from "../expressions/static-members.js";
import { fail } from "../report.js";
import { resolveTypeName } from "../type-names.js";
import { bindBlock, bindStatementsOf } from "./statement.js";
export function bindSwitch(statement, context) {
    const { at } = statement;
    const subject = bindExpression(statement.subject, context);
    mentionType(subject.type, context);
    if (statement.cases.length === 0 && statement.otherwise === null) {
        fail(at, "Switch statement requires at least one when block");
    }
    const compare = comparisonOf(subject.type, context);
    if (compare === null)
        return switchOnTypes(statement, subject, context);
    const seen = new Set();
    const cases = statement.cases.flatMap((when) => {
        if (when.kind === "type") {
            context.report.error(when.at, `${displayType(subject.type)} cannot be a 'when type variable' block`);
            return [];
        }
        const values = when.values.flatMap((value) => context.report.attempt(() => caseValue(value, subject.type, seen, context)) ?? []);
        return [{ values, body: bindBlock(when.body, context) }];
    });
    const otherwise = statement.otherwise === null ? null : bindBlock(statement.otherwise, context);
    return { kind: "switchValues", subject, compare, cases, otherwise, at };
}
/** null: the subject is switched on by its type. */
function comparisonOf(type, context) {
    if (context.compilation.hierarchy.isEnum(type))
        return "enum";
    if (type.kind !== "primitive")
        return null;
    switch (type.name) {
        case "Integer":
            return "identity";
        case "Long":
            return "long";
        case "String":
        case "Id":
            return "string";
        default:
            return null;
    }
}
function caseValue(value, type, seen, context) {
    const bound = caseConstant(value, type, context);
    const converted = convertedTo(bound, type, context.compilation.hierarchy, "argument");
    if (converted === null) {
        fail(value.at, `${displayType(bound.type)} value in 'when expression' cannot be implicitly converted to the ${displayType(type)} type in switch expression`);
    }
    const text = constantText(bound);
    if (text !== null && seen.has(text)) {
        fail(value.at, `${text} occurs as more than one when branch for this switch statement`);
    }
    if (text !== null)
        seen.add(text);
    return converted;
}
const LITERAL_WANTED = "'when expression' must be a literal, a constant literal field or enum value";
function caseConstant(value, type, context) {
    const isEnum = context.compilation.hierarchy.isEnum(type);
    if (isEnum && value.kind === "fieldAccess") {
        fail(value.at, "Enum value used in 'when expression' should be unqualified");
    }
    if (isEnum && value.kind === "name") {
        const constant = type.kind === "class"
            ? enumConstant(type.symbol, value.name, value.at)
            : platformEnumConstant(type, value.name, value.at, context);
        return constant ?? fail(value.at, "Field must be an enum reference");
    }
    const bound = bindExpression(value, context);
    switch (bound.kind) {
        case "literal":
            return bound;
        case "negate":
            if (bound.operand.kind === "literal")
                return bound;
            fail(value.at, LITERAL_WANTED);
            break;
        case "staticField":
            if (bound.field.isFinal)
                return bound;
            fail(value.at, `Field must be a static final constant: ${bound.field.name}`);
            break;
        default:
            fail(value.at, LITERAL_WANTED);
    }
}
function constantText(bound) {
    if (bound.kind === "enumConstant" || bound.kind === "platformEnumConstant")
        return bound.name;
    if (bound.kind === "negate")
        return `-${constantText(bound.operand) ?? ""}`;
    if (bound.kind !== "literal")
        return null;
    const { value } = bound;
    if (value.kind === "null")
        return "null";
    return "text" in value ? value.text : String(value.value);
}
function switchOnTypes(statement, subject, context) {
    if (subject.type.kind !== "sobject" &&
        subject.type.kind !== "object" &&
        subject.type.kind !== "class") {
        fail(statement.at, `${displayType(subject.type)} is not a valid switch expression type`);
    }
    let nullCase = null;
    const cases = statement.cases.flatMap((when) => {
        if (when.kind === "type")
            return [typeCase(when, subject, context)];
        nullCase = nullBlock(when, context);
        return [];
    });
    const otherwise = statement.otherwise === null ? null : bindBlock(statement.otherwise, context);
    return { kind: "switchTypes", subject, cases, nullCase, otherwise, at: statement.at };
}
function nullBlock(when, context) {
    const [only, ...more] = when.values;
    if (only?.kind !== "literal" || only.type !== "null" || more.length > 0) {
        fail(when.at, "Switching on SObject types must be a 'when type variable' or 'when null'");
    }
    return bindBlock(when.body, context);
}
function typeCase(when, subject, context) {
    const type = resolveTypeName(when.type, context.owner, context.compilation);
    mentionType(type, context);
    if (!canHold(subject.type, type, context.compilation.hierarchy)) {
        fail(when.at, `${displayType(type)} cannot be a 'when type variable' block`);
    }
    const inside = inNestedScope(context);
    const local = declareLocal(inside, when.name, type, when.at);
    return { type, local, body: bindStatementsOf(when.body, inside) };
}
