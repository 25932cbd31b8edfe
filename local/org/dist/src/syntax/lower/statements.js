import { lowerDml } from "./dml.js";
import { lowerExpression, lowerExpressionList } from "./expressions.js";
import { lowerDoWhile, lowerFor, lowerWhile } from "./loops.js";
import { lowerIsFinal } from "./modifiers.js";
import { lowerSwitch } from "./switch.js";
import { identifier, optional, startOf, unknownConstruct } from "./tree.js";
import { lowerQualifiedType, lowerType } from "./types.js";
export function lowerBlock(tree, report) {
    const statements = tree.statement_list().map((statement) => lowerStatement(statement, report));
    return { kind: "block", statements, at: startOf(tree) };
}
export function lowerStatement(tree, report) {
    const at = startOf(tree);
    const block = optional(tree.block());
    if (block !== null)
        return lowerBlock(block, report);
    const expression = optional(tree.expressionStatement());
    if (expression !== null) {
        const lowered = lowerExpression(expression.expression(), report);
        return { kind: "expressionStatement", expression: lowered, at: lowered.at };
    }
    const variables = optional(tree.localVariableDeclarationStatement());
    if (variables !== null)
        return lowerLocalVariables(variables.localVariableDeclaration(), report);
    const conditional = optional(tree.ifStatement());
    if (conditional !== null) {
        const [then, otherwise] = conditional.statement_list();
        if (then === undefined)
            throw unknownConstruct(conditional);
        return {
            kind: "if",
            condition: lowerExpression(conditional.parExpression().expression(), report),
            then: lowerStatement(then, report),
            otherwise: otherwise === undefined ? null : lowerStatement(otherwise, report),
            at,
        };
    }
    const returned = optional(tree.returnStatement());
    if (returned !== null) {
        const value = optional(returned.expression());
        return { kind: "return", value: value === null ? null : lowerExpression(value, report), at };
    }
    const thrown = optional(tree.throwStatement());
    if (thrown !== null) {
        return { kind: "throw", value: lowerExpression(thrown.expression(), report), at };
    }
    if (optional(tree.breakStatement()) !== null)
        return { kind: "break", at };
    if (optional(tree.continueStatement()) !== null)
        return { kind: "continue", at };
    return lowerCompound(tree, report);
}
function lowerCompound(tree, report) {
    const forLoop = optional(tree.forStatement());
    if (forLoop !== null)
        return lowerFor(forLoop, report);
    const whileLoop = optional(tree.whileStatement());
    if (whileLoop !== null)
        return lowerWhile(whileLoop, report);
    const doLoop = optional(tree.doWhileStatement());
    if (doLoop !== null)
        return lowerDoWhile(doLoop, report);
    const switched = optional(tree.switchStatement());
    if (switched !== null)
        return lowerSwitch(switched, report);
    const tried = optional(tree.tryStatement());
    if (tried !== null)
        return lowerTry(tried, report);
    const runAs = optional(tree.runAsStatement());
    if (runAs !== null)
        return lowerRunAs(runAs, report);
    const dml = lowerDml(tree, report);
    if (dml !== null)
        return dml;
    throw unknownConstruct(tree);
}
export function lowerLocalVariables(tree, report) {
    return {
        kind: "localVariables",
        isFinal: lowerIsFinal(tree.modifier_list(), report),
        type: lowerType(tree.typeRef(), report),
        variables: lowerDeclarators(tree.variableDeclarators(), report),
        at: startOf(tree),
    };
}
export function lowerDeclarators(tree, report) {
    return tree.variableDeclarator_list().map((declarator) => {
        const initializer = optional(declarator.expression());
        return {
            name: identifier(declarator.id(), report),
            initializer: initializer === null ? null : lowerExpression(initializer, report),
            at: startOf(declarator),
        };
    });
}
function lowerTry(tree, report) {
    const otherwise = optional(tree.finallyBlock());
    return {
        kind: "try",
        body: lowerBlock(tree.block(), report),
        catches: tree.catchClause_list().map((clause) => {
            lowerIsFinal(clause.modifier_list(), report);
            const type = lowerQualifiedType(clause.qualifiedName(), report);
            return {
                type,
                name: identifier(clause.id(), report),
                body: lowerBlock(clause.block(), report),
                at: startOf(clause),
            };
        }),
        otherwise: otherwise === null ? null : lowerBlock(otherwise.block(), report),
        at: startOf(tree),
    };
}
function lowerRunAs(tree, report) {
    return {
        kind: "runAs",
        arguments: lowerExpressionList(optional(tree.expressionList()), report),
        body: lowerBlock(tree.block(), report),
        at: startOf(tree),
    };
}
