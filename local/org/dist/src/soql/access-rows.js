import { conjuncts } from "./candidate-rows.js";
import { valuesOf } from "./condition.js";
import { malformed } from "./query-error.js";
const MOST_RECORDS = 200;
export function accessRows(where, scope, context) {
    const users = pinnedTo("UserId", where, scope);
    const records = pinnedTo("RecordId", where, scope);
    if (users?.length !== 1 || records === null) {
        throw malformed("can only be queried by a single UserId and RecordId");
    }
    if (records.length > MOST_RECORDS) {
        throw malformed(`Only ${MOST_RECORDS} record ids can be queried at a time`);
    }
    return context.computed.userRecordAccess(users[0] ?? "", records);
}
/** The ids a condition leaves for a field; null when it does not say. */
function pinnedTo(field, where, scope) {
    for (const part of conjuncts(where)) {
        if (part.kind !== "comparison" || part.operand.kind !== "field")
            continue;
        if (part.operator !== "=" && part.operator !== "IN")
            continue;
        if (part.operand.path.at(-1)?.toLowerCase() !== field.toLowerCase())
            continue;
        const values = valuesOf(scope.operand(part.operand), part.value, scope);
        return [...new Set(values.filter((value) => typeof value === "string"))];
    }
    return null;
}
