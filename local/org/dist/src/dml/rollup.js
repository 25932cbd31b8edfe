import { ApexDecimal } from "../runtime/decimal.js";
import { SObjectValue } from "../runtime/sobject.js";
import { aggregate } from "../soql/aggregate-function.js";
import { comparisonKind } from "../soql/comparison-kind.js";
import { passesFilter } from "../soql/field-filter.js";
import { asFieldValue } from "../formula/formula.js";
import { readField } from "../soql/row-reader.js";
import { sameValue } from "./draft.js";
import { saveBatch } from "./save-batch.js";
/**
 * Recalculates the roll-up summaries of the parents that these versions of child rows belong to. A parent that changes goes through its
 * own save, triggers and validation rules included; its refusal fails the children's transaction.
 */
export function refreshRollups(context, child, versions) {
    for (const lookup of child.fields.values()) {
        if (lookup.type !== "reference")
            continue;
        for (const parentName of lookup.referenceTo) {
            if (lookup.relationship !== "masterDetail")
                continue;
            const parent = context.schema.object(parentName);
            const rollups = parent === undefined ? [] : rollupsOver(parent, child, lookup);
            if (parent === undefined || rollups.length === 0)
                continue;
            const ids = new Set(versions.map((values) => values[lookup.name]).filter((id) => typeof id === "string"));
            refreshParents(context, parent, rollups, [...ids]);
        }
    }
}
function rollupsOver(parent, child, lookup) {
    return [...parent.fields.values()].flatMap((field) => {
        const { rollup } = field;
        const isOver = rollup !== null &&
            rollup.childObject.toLowerCase() === child.name.toLowerCase() &&
            rollup.foreignKey.toLowerCase() === lookup.name.toLowerCase();
        return isOver ? [[field, rollup]] : [];
    });
}
function refreshParents(context, parent, rollups, ids) {
    const drafts = [];
    for (const id of ids) {
        const before = context.store.get(parent.name, id);
        if (before === undefined || before.isDeleted)
            continue;
        const values = { ...before.values };
        for (const [field, rollup] of rollups)
            values[field.name] = rollupValue(context, field, rollup, id);
        if (rollups.every(([field]) => sameValue(values[field.name], before.values[field.name])))
            continue;
        drafts.push({
            index: drafts.length,
            source: new SObjectValue(parent),
            before,
            values,
            id,
            errors: [],
            isWritten: false,
        });
    }
    for (let start = 0; start < drafts.length; start += 200) {
        const batch = drafts.slice(start, start + 200);
        saveBatch(context, parent, batch, {
            allOrNone: true,
            access: "system",
            options: { allowFieldTruncation: false, duplicateRuleAllowSave: true },
        });
        const error = batch.flatMap((draft) => draft.errors)[0];
        if (error !== undefined)
            throw new RollupFailure(error);
    }
}
/** A parent refused the new value of its roll-up. */
export class RollupFailure extends Error {
    error;
    constructor(error) {
        super(error.message);
        this.error = error;
    }
    /** What the children's save fails with. */
    asSaveError() {
        return this.error;
    }
}
/** The value of a roll-up over the live children. Counts and sums of nothing are 0, extremes null. */
export function rollupValue(context, field, rollup, parentId) {
    const child = context.schema.object(rollup.childObject);
    const lookup = child?.fields.get(rollup.foreignKey.toLowerCase());
    if (child === undefined || lookup === undefined)
        return null;
    const rows = [...context.store.table(child.name).find(lookup.name, parentId)].filter((row) => !row.isDeleted && rollup.filters.every((filter) => passesFilter(context, child, row, filter)));
    const summarized = rollup.summarizedField === null
        ? undefined
        : child.fields.get(rollup.summarizedField.toLowerCase());
    if (rollup.operation === "count" || summarized === undefined)
        return asFieldValue(ApexDecimal.ofInteger(rows.length), field);
    const operand = {
        name: summarized.name,
        kind: comparisonKind(summarized),
        field: summarized,
        read: (row) => readField(context, row, summarized),
    };
    const value = aggregate(rollup.operation.toUpperCase(), operand, rows);
    return value === null && rollup.operation === "sum"
        ? asFieldValue(ApexDecimal.ofInteger(0), field)
        : asFieldValue(value, field);
}
