/** Reports a member that Salesforce has and this org cannot run yet. */
export function checkBehaviour(owner, member, isStatic, at, context) {
    if (context.compilation.hasBehaviour(owner, member, isStatic))
        return;
    context.report.gap(at, `${owner}.${member}`);
}
/** Stands where something is that this org cannot run yet. */
export function gapExpression(at, message, type) {
    return { kind: "gap", message, type, at };
}
