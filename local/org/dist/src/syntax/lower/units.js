import { lowerMember, lowerTypeDeclaration } from "./declarations.js";
import { lowerModifiers } from "./modifiers.js";
import { lowerDeclarators, lowerStatement } from "./statements.js";
import { identifier, optional, startOf, unknownConstruct } from "./tree.js";
import { lowerType } from "./types.js";
export function lowerClassUnit(tree, report) {
    return { kind: "classUnit", declaration: lowerTypeDeclaration(tree.typeDeclaration(), report) };
}
export function lowerTriggerUnit(tree, report) {
    const [name, object] = tree.id_list();
    if (name === undefined || object === undefined)
        throw unknownConstruct(tree);
    const block = tree.triggerBlock();
    const parts = block.triggerBlockMember_list().map((part) => ({
        statement: optional(part.statement()),
        member: optional(part.triggerMemberDeclaration()),
        modifiers: part.modifier_list(),
    }));
    return {
        kind: "triggerUnit",
        name: identifier(name, report),
        object: identifier(object, report),
        events: tree.triggerCase_list().map((event) => triggerEvent(event, report)),
        ...lowerParts(parts, startOf(block), report),
        at: startOf(name),
    };
}
export function lowerAnonymousUnit(tree, report) {
    const block = tree.anonymousBlock();
    const parts = block.anonymousBlockMember_list().map((part) => ({
        statement: optional(part.statement()),
        member: optional(part.anonymousMemberDeclaration()),
        modifiers: part.modifier_list(),
    }));
    const at = startOf(tree);
    return { kind: "anonymousUnit", ...lowerParts(parts, at, report), at };
}
function triggerEvent(tree, report) {
    const timing = optional(tree.BEFORE()) === null ? "after" : "before";
    const operation = optional(tree.INSERT()) !== null
        ? "insert"
        : optional(tree.UPDATE()) !== null
            ? "update"
            : optional(tree.DELETE()) !== null
                ? "delete"
                : "undelete";
    if (operation !== "undelete")
        return `${timing} ${operation}`;
    if (timing === "before")
        report(startOf(tree), "Invalid trigger event: before undelete");
    return "after undelete";
}
function lowerParts(parts, at, report) {
    const statements = [];
    const members = [];
    for (const { statement, member, modifiers } of parts) {
        if (statement !== null) {
            statements.push(lowerStatement(statement, report));
        }
        else if (member !== null) {
            const variables = lowerAsVariables(member, modifiers, report);
            if (variables === null) {
                members.push(...lowerMember(member, modifiers, report));
            }
            else {
                statements.push(variables);
            }
        }
    }
    return { body: { kind: "block", statements, at }, members };
}
/** Between statements, a field declaration without an access modifier is a local variable: it is initialised in its turn. */
function lowerAsVariables(member, modifierTrees, report) {
    const field = optional(member.fieldDeclaration());
    if (field === null)
        return null;
    const { words } = lowerModifiers(modifierTrees, () => undefined);
    if (words.some((word) => word !== "final"))
        return null;
    return {
        kind: "localVariables",
        isFinal: words.includes("final"),
        type: lowerType(field.typeRef(), report),
        variables: lowerDeclarators(field.variableDeclarators(), report),
        at: startOf(field),
    };
}
