import { FieldNameContext, SoqlIdContext } from "@apexdevtools/apex-parser";
import { lowerCondition, lowerWhere } from "./conditions.js";
import { lowerExpression } from "./expressions.js";
import { lowerAllFields, lowerFieldOrFunction, lowerFunction, lowerOrderBy, lowerPath, lowerPaths, } from "./query-operands.js";
import { identifier, optional, startOf, unknownConstruct } from "./tree.js";
export function lowerQuery(tree, report) {
    const scope = optional(tree.usingScope());
    const groupBy = optional(tree.groupByClause());
    const having = groupBy === null ? null : optional(groupBy.logicalExpression());
    const offset = optional(tree.offsetClause());
    return {
        ...lowerCommonClauses(tree, tree.selectList().selectEntry_list(), report),
        scope: scope === null ? null : scope.soqlId().getText(),
        access: lowerWith(optional(tree.withClause()), report),
        groupBy: groupBy === null ? null : lowerGroupBy(groupBy, report),
        having: having === null ? null : lowerCondition(having, report),
        offset: offset === null ? null : lowerRowCount(offset, report),
        allRows: optional(tree.allRowsClause()) !== null,
    };
}
export function lowerSubquery(tree, report) {
    return {
        ...lowerCommonClauses(tree, tree.subFieldList().subFieldEntry_list(), report),
        scope: null,
        access: null,
        groupBy: null,
        having: null,
        offset: null,
        allRows: false,
    };
}
function lowerCommonClauses(tree, select, report) {
    const where = optional(tree.whereClause());
    const orderBy = optional(tree.orderByClause());
    const limit = optional(tree.limitClause());
    const forClauses = tree.forClauses();
    return {
        at: startOf(tree),
        select: select.map((entry) => lowerSelectItem(entry, report)),
        from: lowerFrom(tree.fromNameList(), report),
        where: where === null ? null : lowerWhere(where.whereLogicalExpression(), report),
        orderBy: orderBy === null ? [] : lowerOrderBy(orderBy.fieldOrderList(), report),
        limit: limit === null ? null : lowerRowCount(limit, report),
        forUpdate: forClauses.UPDATE_list().length > 0,
        otherClauses: [
            ...forClauses.VIEW_list().map(() => "FOR VIEW"),
            ...forClauses.REFERENCE_list().map(() => "FOR REFERENCE"),
            ...lowerUpdates(optional(tree.updateList())),
        ],
    };
}
function lowerSelectItem(tree, report) {
    const at = startOf(tree);
    const aliasTree = optional(tree.soqlId());
    const alias = aliasTree === null ? null : identifier(aliasTree.id(), report);
    const field = optional(tree.fieldName());
    if (field !== null)
        return { kind: "field", path: lowerPath(field, report), alias, at };
    const typeOf = optional(tree.typeOf());
    if (typeOf !== null)
        return lowerTypeOf(typeOf, report);
    const subquery = optional(tree.subQuery());
    if (subquery !== null) {
        return { kind: "subquery", query: lowerSubquery(subquery, report), alias, at };
    }
    const call = optional(tree.soqlFunction());
    if (call === null)
        throw unknownConstruct(tree);
    return lowerAllFields(call) ?? { ...lowerFunction(call, report), alias };
}
function lowerTypeOf(tree, report) {
    const otherwise = optional(tree.elseClause());
    return {
        kind: "typeof",
        relationship: lowerPath(tree.fieldName(), report),
        when: tree.whenClause_list().map((when) => ({
            object: when.fieldName().getText(),
            fields: lowerPaths(when.fieldNameList(), report),
        })),
        otherwise: otherwise === null ? [] : lowerPaths(otherwise.fieldNameList(), report),
        at: startOf(tree),
    };
}
/** Each name may have an alias after it, so the children are read in order. */
function lowerFrom(tree, report) {
    const names = [];
    for (const child of tree.children ?? []) {
        if (child instanceof FieldNameContext) {
            names.push({ path: lowerPath(child, report), alias: null });
        }
        else if (child instanceof SoqlIdContext) {
            const last = names.at(-1);
            if (last !== undefined)
                last.alias = identifier(child.id(), report);
        }
    }
    return names;
}
function lowerWith(tree, report) {
    if (tree === null)
        return null;
    if (optional(tree.USER_MODE()) !== null)
        return "USER_MODE";
    if (optional(tree.SYSTEM_MODE()) !== null)
        return "SYSTEM_MODE";
    if (optional(tree.SECURITY_ENFORCED()) !== null)
        return "SECURITY_ENFORCED";
    report(startOf(tree), `SOQL clause is not supported: ${tree.getText()}`, "gap");
    return null;
}
function lowerGroupBy(tree, report) {
    return {
        kind: optional(tree.ROLLUP()) !== null
            ? "rollup"
            : optional(tree.CUBE()) !== null
                ? "cube"
                : "plain",
        by: tree
            .fieldGroupByList()
            .fieldGroupBy_list()
            .map((by) => lowerFieldOrFunction(by, report)),
    };
}
export function lowerRowCount(tree, report) {
    const number = optional(tree.IntegerLiteral());
    return number === null
        ? { kind: "bind", bind: lowerExpression(tree.boundExpression().expression(), report) }
        : { kind: "number", text: number.getText() };
}
export function lowerUpdates(tree) {
    return tree === null
        ? []
        : [
            `UPDATE ${tree.updateType().getText().toUpperCase()}`,
            ...lowerUpdates(optional(tree.updateList())),
        ];
}
