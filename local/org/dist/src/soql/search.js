import { ApexList } from "../runtime/list.js";
import { hasTransaction, transaction } from "../runtime/transaction.js";
import { SOBJECT, sobjectType } from "../runtime/type.js";
import { describeOf } from "./field-path.js";
import { malformed } from "./query-error.js";
import { runQuery } from "./run-query.js";
/** Where Test.setFixedSearchResults keeps the ids that every search of a test gives. */
export const FIXED_SEARCH_RESULTS = Symbol("fixed search results");
/**
 * A SOSL search: the words of the FIND text, each the beginning of a word in some text field. In a test a search finds the fixed
 * results only. Source: SOQL and SOSL Reference, FIND; Apex Developer Guide, Adding SOSL Queries to Unit Tests.
 */
export function searchRecords(query, context) {
    const text = query.find.kind === "string" ? query.find.value : context.binds[query.find.bind];
    if (typeof text !== "string" || text.replaceAll("*", "").trim().length < 2) {
        throw malformed("search term must be longer than one character");
    }
    const found = query.returning.map((part) => {
        const describe = describeOf(context.schema, part.object);
        const ids = matchingIds(describe, text, context);
        const { records } = runQuery(recordsQuery(part, query), {
            ...context,
            binds: [...context.binds, new ApexList(SOBJECT, [...ids])],
        });
        return new ApexList(sobjectType(describe.name), [...records]);
        function recordsQuery(returning, of) {
            const byId = {
                kind: "comparison",
                operand: { kind: "field", path: ["Id"], at: of.at },
                operator: "IN",
                value: { kind: "bind", bind: context.binds.length },
                at: of.at,
            };
            const id = { path: ["Id"], shownBy: null, alias: null };
            const fields = returning.fields.length === 0 ? [id] : returning.fields;
            return {
                at: of.at,
                select: fields.map(({ path, shownBy, alias }) => {
                    const field = { kind: "field", path, at: of.at };
                    return shownBy === null
                        ? { ...field, alias: null }
                        : { kind: "function", name: shownBy, arguments: [field], alias, at: of.at };
                }),
                from: [{ path: [returning.object], alias: null }],
                scope: null,
                where: returning.where === null ? byId : { kind: "and", conditions: [byId, returning.where] },
                access: null,
                groupBy: null,
                having: null,
                orderBy: returning.orderBy,
                limit: returning.limit ?? of.limit,
                offset: null,
                allRows: false,
                forUpdate: false,
                otherClauses: [],
            };
        }
    });
    return new ApexList({ kind: "list", element: SOBJECT }, found);
}
function matchingIds(describe, text, context) {
    const fixed = hasTransaction() && transaction().isTest
        ? transaction().attachments.get(FIXED_SEARCH_RESULTS)
        : undefined;
    if (hasTransaction() && transaction().isTest) {
        return Array.isArray(fixed)
            ? fixed.filter((id) => typeof id === "string" && id.startsWith(describe.keyPrefix ?? "-"))
            : [];
    }
    const words = text
        .toLowerCase()
        .split(/\s+/u)
        .map((word) => word.replaceAll("*", ""))
        .filter((word) => word !== "" && word !== "and");
    return [...context.store.table(describe.name).rows()]
        .filter((row) => !row.isDeleted && holdsWords(row, words))
        .map((row) => row.id);
}
function holdsWords(row, words) {
    const texts = Object.values(row.values)
        .filter((value) => typeof value === "string")
        .flatMap((value) => value.toLowerCase().split(/[^\p{L}\p{N}]+/u));
    return words.every((word) => texts.some((candidate) => candidate.startsWith(word)));
}
