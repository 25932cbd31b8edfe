import { hasTransaction } from "../runtime/transaction.js";
import { rightsOf } from "./context.js";
import { refusedByPermissions } from "./record-permissions.js";
import { RestError } from "./rest-error.js";
/**
 * One outcome per record; with allOrNone a failure undoes the others, whose outcome is then ALL_OR_NONE_OPERATION_ROLLED_BACK. Inside a
 * composite request that is a transaction as a whole, it is part of that one.
 */
export function save(context, operation, records, options) {
    const { org, user } = context;
    const work = () => {
        const { data } = org.host;
        const before = data.savepoint();
        const all = savePermitted(context, operation, records, options.externalIdField ?? null);
        if (options.allOrNone && all.some((outcome) => !outcome.isSuccess)) {
            data.rollback(before);
            return all.map((outcome) => (outcome.isSuccess ? ROLLED_BACK : outcome));
        }
        return all;
    };
    return hasTransaction() ? work() : org.transact(user, "REST", work);
}
const ROLLED_BACK = failed({
    statusCode: "ALL_OR_NONE_OPERATION_ROLLED_BACK",
    message: "Record rolled back because not all records were valid and the request was using AllOrNone header",
    fields: [],
});
const LOCKED = {
    statusCode: "UNABLE_TO_LOCK_ROW",
    message: "unable to obtain exclusive access to this record",
    fields: [],
};
function failed(error) {
    return { id: null, isSuccess: false, isCreated: false, errors: [error] };
}
/** What permissions (or a fault made on purpose) refuse never reaches the save. */
function savePermitted(context, operation, records, externalIdField) {
    const rights = rightsOf(context);
    const lockedRows = records.length === 0 ? 0 : (context.faults.strike("lockedRow")?.rows ?? 0);
    const refusals = records.map((record, index) => index < lockedRows ? LOCKED : refusedByPermissions(operation, record, rights));
    const permitted = records.filter((_, index) => refusals[index] === null);
    const saved = [...saveByKind(context, operation, permitted, externalIdField)];
    return refusals.map((refusal) => {
        const outcome = refusal === null ? saved.shift() : failed(refusal);
        if (outcome === undefined)
            throw new Error("A record was saved and has no outcome");
        return outcome;
    });
}
/** Runs of the same object are saved together, as the platform chunks a mixed list. */
function saveByKind(context, operation, records, externalIdField) {
    const outcomes = [];
    for (let start = 0; start < records.length;) {
        const describe = records[start]?.describe;
        let end = start;
        while (end < records.length && records[end]?.describe === describe)
            end += 1;
        const run = records.slice(start, end);
        start = end;
        if (describe?.kind === "platformEvent" && operation === "insert")
            outcomes.push(...context.org.host.events.publish(run, null));
        else
            outcomes.push(...context.org.host.data.dml(request(operation, run, externalIdField)));
    }
    return outcomes;
}
function request(operation, records, externalIdField) {
    return {
        operation,
        records,
        losers: [],
        allOrNone: false,
        access: "user",
        sharing: "with",
        externalIdField,
        options: { allowFieldTruncation: false, duplicateRuleAllowSave: false },
    };
}
/** `{id, success, errors}` of the collections and create resources. A published event carries OPERATION_ENQUEUED as an error of a success. */
export function saveResultJson(outcome, showCreated = false) {
    return {
        ...(outcome.id === null ? {} : { id: outcome.id }),
        success: outcome.isSuccess,
        errors: outcome.errors.map(({ statusCode, message, fields }) => ({
            statusCode,
            message,
            fields,
        })),
        ...(showCreated ? { created: outcome.isCreated } : {}),
    };
}
const FORBIDDEN = new Set([
    "INSUFFICIENT_ACCESS_OR_READONLY",
    "INSUFFICIENT_ACCESS",
]);
/** The refusal of a single-record request. */
export function saveError(outcome) {
    const [first] = outcome.errors;
    if (first === undefined)
        throw new Error("A failed save has no error");
    const { statusCode, message, fields } = first;
    return new RestError(statusOf(first), statusCode, message, fields);
}
/** A record that is not there is 404; a lookup to one is the caller's mistake. */
function statusOf({ statusCode, fields }) {
    if (statusCode === "ENTITY_IS_DELETED")
        return 404;
    if (statusCode === "INVALID_CROSS_REFERENCE_KEY" && fields.length === 0)
        return 404;
    return FORBIDDEN.has(statusCode) ? 403 : 400;
}
/** An Apex exception that reaches the API unhandled. */
export function apexError(exception) {
    return new RestError(500, "APEX_ERROR", `${exception.headline}\n\n${exception.stackTraceText}`);
}
