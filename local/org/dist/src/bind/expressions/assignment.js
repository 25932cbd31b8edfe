import { displayType } from "../../types/display.js";
import { assigned } from "../conversions.js";
import { isOrDescends, isVisible } from "../members.js";
import { valueOf } from "../names.js";
import { fail } from "../report.js";
import { bindOperation } from "./arithmetic.js";
import { bindExpression } from "./expression.js";
import { bindIndex } from "./index-access.js";
import { checkFieldWritable } from "./record-writability.js";
export function bindAssignment(expression, context) {
    const { at, operator } = expression;
    const { hierarchy } = context.compilation;
    const target = bindTarget(expression.target, context);
    const { type } = target;
    const value = bindExpression(expression.value, context);
    if (operator === null) {
        return { kind: "assign", target, value: assigned(value, type, hierarchy, at), type, at };
    }
    const current = { kind: "targetValue", type, at };
    const result = bindOperation(operator, current, value, at);
    return {
        kind: "compoundAssign",
        target,
        operation: assigned(result, type, hierarchy, at),
        type,
        at,
    };
}
/** What stands left of `=`. A property is not read there, so a missing getter is no error. */
export function bindTarget(expression, context) {
    const target = bindTargetExpression(expression, context);
    switch (target.kind) {
        case "field":
        case "staticField":
            checkWritable(target.field, target, expression.at, context);
            return target;
        case "recordField":
            if (target.isSafe)
                fail(expression.at, "Expression cannot be assigned");
            checkRecordWritable(target, expression.at, context);
            return target;
        case "recordParent":
            if (target.isSafe)
                fail(expression.at, "Expression cannot be assigned");
            return target;
        case "platformField":
            checkPlatformWritable(target, expression.at, context);
            return target;
        case "local":
        case "index":
            return target;
        default:
            fail(expression.at, "Expression cannot be assigned");
    }
}
function checkRecordWritable({ object: name, field }, at, { compilation }) {
    const object = compilation.schema.object(name);
    const describe = object?.fields.get(field.toLowerCase());
    if (object !== undefined && describe !== undefined)
        checkFieldWritable(object, describe, at);
}
function bindTargetExpression(expression, context) {
    switch (expression.kind) {
        case "name":
        case "fieldAccess":
            return valueOf(expression, context);
        case "index":
            return bindIndex(expression, context);
        default:
            return bindExpression(expression, context);
    }
}
function checkWritable(field, target, at, context) {
    if (target.kind === "field" && target.isSafe)
        fail(at, "Expression cannot be assigned");
    if (field.isFinal && !target.slot && !maybeFinallyAssigned(field, context)) {
        fail(at, `Final members can only be assigned in their declaration, init blocks, or constructors: ${field.name}`);
    }
    if (field.property === null || target.slot)
        return;
    if (field.property.setter === null) {
        fail(at, `A value cannot be stored to ${field.name} in type ${displayType({ kind: "class", symbol: field.owner })}`);
    }
    if (!isVisible(field, context.owner, field.property.setterVisibility)) {
        fail(at, `Variable is not visible: ${field.owner.qualifiedName}.${field.name}`);
    }
}
/** A constructor may assign what its superclass left open. */
function maybeFinallyAssigned(field, context) {
    if (!isOrDescends(context.owner, field.owner))
        return false;
    if (context.assignsFinalFields === "instance")
        return true;
    return context.assignsFinalFields === "static" && field.isStatic;
}
function checkPlatformWritable(target, at, context) {
    const owner = context.compilation.catalog.find(target.owner);
    const isReadOnly = owner?.fields.some(({ name, isReadOnly: fixed }) => name === target.name && fixed);
    if (isReadOnly === true || target.isSafe)
        fail(at, "Expression cannot be assigned");
}
