import { lowerExpression } from "./expressions.js";
import { identifier, optional, startOf, unknownConstruct } from "./tree.js";
/** null when the statement is not DML. */
export function lowerDml(tree, report) {
    const upsert = optional(tree.upsertStatement());
    if (upsert !== null) {
        const field = optional(upsert.qualifiedName());
        const names = field === null ? null : field.id_list().map((id) => identifier(id, report));
        return { ...lowerOneTarget("upsert", upsert, report), externalIdField: names };
    }
    const merge = optional(tree.mergeStatement());
    if (merge !== null) {
        const [target, losers] = merge.expression_list();
        if (target === undefined || losers === undefined)
            throw unknownConstruct(merge);
        return {
            kind: "dml",
            operation: "merge",
            access: lowerAccess(optional(merge.accessLevel())),
            target: lowerExpression(target, report),
            losers: lowerExpression(losers, report),
            externalIdField: null,
            at: startOf(merge),
        };
    }
    const insert = optional(tree.insertStatement());
    if (insert !== null)
        return lowerOneTarget("insert", insert, report);
    const update = optional(tree.updateStatement());
    if (update !== null)
        return lowerOneTarget("update", update, report);
    const remove = optional(tree.deleteStatement());
    if (remove !== null)
        return lowerOneTarget("delete", remove, report);
    const undelete = optional(tree.undeleteStatement());
    return undelete === null ? null : lowerOneTarget("undelete", undelete, report);
}
function lowerOneTarget(operation, tree, report) {
    return {
        kind: "dml",
        operation,
        access: lowerAccess(optional(tree.accessLevel())),
        target: lowerExpression(tree.expression(), report),
        losers: null,
        externalIdField: null,
        at: startOf(tree),
    };
}
function lowerAccess(tree) {
    if (tree === null)
        return null;
    return optional(tree.USER()) === null ? "system" : "user";
}
