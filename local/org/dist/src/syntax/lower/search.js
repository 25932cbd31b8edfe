import { lowerCondition } from "./conditions.js";
import { lowerExpression } from "./expressions.js";
import { lowerOrderBy } from "./query-operands.js";
import { lowerRowCount, lowerUpdates } from "./query.js";
import { optional, startOf } from "./tree.js";
export function lowerSearch(tree, report) {
    const literal = optional(tree.FindLiteral());
    return {
        at: startOf(tree),
        find: literal === null
            ? { kind: "bind", bind: lowerExpression(tree.boundExpression().expression(), report) }
            : { kind: "string", value: termBetween(literal.getText(), "'", "'") },
        ...lowerClauses(tree.soslClauses(), report),
    };
}
/** The form of the API, with the term in braces. */
export function lowerBracedSearch(tree, report) {
    return {
        at: startOf(tree),
        find: { kind: "string", value: termBetween(tree.FindLiteralAlt().getText(), "{", "}") },
        ...lowerClauses(tree.soslClauses(), report),
    };
}
/** Only the quote is unescaped: before SOSL's reserved characters the backslash belongs to the search term. */
function termBetween(token, open, close) {
    return token.slice(token.indexOf(open) + 1, token.lastIndexOf(close)).replaceAll("\\'", "'");
}
function lowerClauses(tree, report) {
    const group = optional(tree.searchGroup());
    const returning = optional(tree.fieldSpecList());
    const limit = optional(tree.limitClause());
    const withClauses = tree.soslWithClause_list();
    return {
        group: group === null ? null : group.start.text.toUpperCase(),
        returning: returning === null ? [] : lowerReturning(returning, report),
        access: lowerAccess(withClauses, report),
        limit: limit === null ? null : lowerRowCount(limit, report),
        otherClauses: [
            ...withClauses.filter(isPresentationOnly).map((clause) => `WITH ${withWord(clause)}`),
            ...lowerUpdates(optional(tree.updateList())),
        ],
    };
}
function lowerAccess(clauses, report) {
    let access = null;
    for (const clause of clauses) {
        if (optional(clause.USER_MODE()) !== null) {
            access = "USER_MODE";
        }
        else if (optional(clause.SYSTEM_MODE()) !== null) {
            access = "SYSTEM_MODE";
        }
        else if (!isPresentationOnly(clause)) {
            report(startOf(clause), `SOSL clause is not supported: WITH ${withWord(clause)}`, "gap");
        }
    }
    return access;
}
/** These change how a result is shown, not which records are found. */
function isPresentationOnly(clause) {
    return (optional(clause.HIGHLIGHT()) !== null ||
        optional(clause.SNIPPET()) !== null ||
        optional(clause.SPELL_CORRECTION()) !== null);
}
function withWord(clause) {
    return clause.getText().slice("WITH".length).toUpperCase();
}
function lowerReturning(tree, report) {
    return [
        lowerFieldSpec(tree.fieldSpec(), report),
        ...tree.fieldSpecList_list().flatMap((rest) => lowerReturning(rest, report)),
    ];
}
function lowerFieldSpec(tree, report) {
    const [object, listView] = tree.soslId_list();
    if (listView !== undefined) {
        report(startOf(listView), "SOSL clause is not supported: USING LISTVIEW", "gap");
    }
    const fields = optional(tree.fieldList());
    const where = optional(tree.logicalExpression());
    const orderBy = optional(tree.fieldOrderList());
    const limit = optional(tree.limitClause());
    const offset = optional(tree.offsetClause());
    return {
        object: object === undefined ? "" : object.getText(),
        fields: fields === null ? [] : lowerFieldList(fields, report),
        where: where === null ? null : lowerCondition(where, report),
        orderBy: orderBy === null ? [] : lowerOrderBy(orderBy, report),
        limit: limit === null ? null : lowerRowCount(limit, report),
        offset: offset === null ? null : lowerRowCount(offset, report),
    };
}
function lowerFieldList(tree, report) {
    if (optional(tree.CONVERT_CURRENCY()) !== null || optional(tree.soqlFunction()) !== null) {
        report(startOf(tree), "SOSL function is not supported: CONVERTCURRENCY", "gap");
        return [];
    }
    const ids = tree.soslId_list().map((id) => id.getText());
    const isLabel = optional(tree.TOLABEL()) !== null;
    const shownBy = isLabel ? "TOLABEL" : optional(tree.FORMAT()) === null ? null : "FORMAT";
    const [shown = "", alias = null] = ids;
    const own = shownBy === null
        ? ids.map((id) => ({ path: id.split("."), shownBy: null, alias: null }))
        : [{ path: shown.split("."), shownBy, alias }];
    return [...own, ...tree.fieldList_list().flatMap((rest) => lowerFieldList(rest, report))];
}
