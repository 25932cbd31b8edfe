import { ArrayExpressionContext, AssignExpressionContext, CastExpressionContext, CondExpressionContext, DotExpressionContext, IdPrimaryContext, InstanceOfExpressionContext, LiteralPrimaryContext, MethodCallExpressionContext, NegExpressionContext, NewExpressionContext, PostOpExpressionContext, PreOpExpressionContext, PrimaryExpressionContext, SoqlPrimaryContext, SoslPrimaryContext, SubExpressionContext, SuperPrimaryContext, ThisPrimaryContext, TypeRefPrimaryContext, VoidPrimaryContext, } from "@apexdevtools/apex-parser";
import { lowerCreation } from "./creation.js";
import { lowerLiteral } from "./literals.js";
import { assignmentOperator, binaryOperator, isBinary } from "./operators.js";
import { lowerQuery } from "./query.js";
import { lowerSearch } from "./search.js";
import { endOf, identifier, optional, positionOf, startOf, unknownConstruct, } from "./tree.js";
import { lowerType } from "./types.js";
export function lowerExpression(tree, report) {
    if (tree instanceof PrimaryExpressionContext) {
        return lowerPrimary(tree.primary(), report);
    }
    if (tree instanceof DotExpressionContext) {
        return lowerDot(tree, report);
    }
    if (tree instanceof MethodCallExpressionContext) {
        return lowerCall(tree.methodCall(), report);
    }
    if (isBinary(tree)) {
        const left = lowerExpression(tree.expression(0), report);
        const right = lowerExpression(tree.expression(1), report);
        return { kind: "binary", operator: binaryOperator(tree), left, right, at: left.at };
    }
    if (tree instanceof SubExpressionContext) {
        return lowerExpression(tree.expression(), report);
    }
    if (tree instanceof AssignExpressionContext) {
        const target = lowerExpression(tree.expression(0), report);
        const value = lowerExpression(tree.expression(1), report);
        return { kind: "assignment", operator: assignmentOperator(tree), target, value, at: target.at };
    }
    if (tree instanceof ArrayExpressionContext) {
        const target = lowerExpression(tree.expression(0), report);
        const index = lowerExpression(tree.expression(1), report);
        return { kind: "index", target, index, at: target.at };
    }
    if (tree instanceof NewExpressionContext) {
        return lowerCreation(tree.creator(), startOf(tree), report);
    }
    if (tree instanceof CastExpressionContext) {
        return {
            kind: "cast",
            type: lowerType(tree.typeRef(), report),
            value: lowerExpression(tree.expression(), report),
            at: startOf(tree),
        };
    }
    if (tree instanceof CondExpressionContext) {
        const condition = lowerExpression(tree.expression(0), report);
        return {
            kind: "conditional",
            condition,
            then: lowerExpression(tree.expression(1), report),
            otherwise: lowerExpression(tree.expression(2), report),
            at: condition.at,
        };
    }
    if (tree instanceof InstanceOfExpressionContext) {
        const value = lowerExpression(tree.expression(), report);
        return { kind: "instanceOf", value, type: lowerType(tree.typeRef(), report), at: value.at };
    }
    return lowerUnary(tree, report);
}
function lowerUnary(tree, report) {
    if (tree instanceof PostOpExpressionContext) {
        return {
            kind: "increment",
            operator: optional(tree.INC()) === null ? "--" : "++",
            isPrefix: false,
            operand: lowerExpression(tree.expression(), report),
            at: endOf(tree),
        };
    }
    if (tree instanceof PreOpExpressionContext) {
        const operand = lowerExpression(tree.expression(), report);
        const at = startOf(tree);
        if (optional(tree.ADD()) !== null)
            return { kind: "unary", operator: "+", operand, at };
        if (optional(tree.SUB()) !== null)
            return { kind: "unary", operator: "-", operand, at };
        const operator = optional(tree.INC()) === null ? "--" : "++";
        return { kind: "increment", operator, isPrefix: true, operand, at };
    }
    if (tree instanceof NegExpressionContext) {
        return {
            kind: "unary",
            operator: optional(tree.TILDE()) === null ? "!" : "~",
            operand: lowerExpression(tree.expression(), report),
            at: startOf(tree),
        };
    }
    throw unknownConstruct(tree);
}
export function lowerExpressionList(tree, report) {
    return tree === null
        ? []
        : tree.expression_list().map((expression) => lowerExpression(expression, report));
}
function lowerPrimary(tree, report) {
    const at = startOf(tree);
    if (tree instanceof IdPrimaryContext) {
        const name = tree.start.text;
        // The trigger context variables (`Trigger.new`) are the one use of a reserved word as a name.
        const isTrigger = /^trigger$/i.test(name);
        return { kind: "name", name: isTrigger ? name : identifier(tree.id(), report), at };
    }
    if (tree instanceof LiteralPrimaryContext) {
        return lowerLiteral(tree.literal(), report);
    }
    if (tree instanceof ThisPrimaryContext) {
        return { kind: "this", at };
    }
    if (tree instanceof SuperPrimaryContext) {
        return { kind: "super", at };
    }
    if (tree instanceof TypeRefPrimaryContext) {
        return { kind: "classLiteral", type: lowerType(tree.typeRef(), report), at };
    }
    if (tree instanceof VoidPrimaryContext) {
        const type = { parts: [{ name: "void", arguments: [] }], arrayDepth: 0, at };
        return { kind: "classLiteral", type, at };
    }
    if (tree instanceof SoqlPrimaryContext) {
        return { kind: "soql", query: lowerQuery(tree.soqlLiteral().query(), report), at };
    }
    if (tree instanceof SoslPrimaryContext) {
        return { kind: "sosl", query: lowerSearch(tree.soslLiteral(), report), at };
    }
    throw unknownConstruct(tree);
}
function lowerDot(tree, report) {
    const target = lowerExpression(tree.expression(), report);
    const isSafe = optional(tree.QUESTIONDOT()) !== null;
    const call = optional(tree.dotMethodCall());
    if (call !== null) {
        return {
            kind: "methodCall",
            target,
            name: identifier(call.anyId(), report),
            arguments: lowerExpressionList(optional(call.expressionList()), report),
            isSafe,
            at: startOf(call),
        };
    }
    const name = tree.anyId();
    const at = isSafe ? startOf(name) : fieldPosition(target, positionOf(name.start));
    return { kind: "fieldAccess", target, name: identifier(name, report), isSafe, at };
}
/** A dotted name is one thing and begins at its first word; a field of any other value is where its own name is. */
function fieldPosition(target, own) {
    return target.kind === "name" || (target.kind === "fieldAccess" && !target.isSafe)
        ? target.at
        : own;
}
function lowerCall(tree, report) {
    const at = startOf(tree);
    const list = lowerExpressionList(optional(tree.expressionList()), report);
    const id = optional(tree.id());
    if (id !== null) {
        return {
            kind: "methodCall",
            target: null,
            name: identifier(id, report),
            arguments: list,
            isSafe: false,
            at,
        };
    }
    const of = optional(tree.THIS()) === null ? "super" : "this";
    return { kind: "constructorCall", of, arguments: list, at };
}
