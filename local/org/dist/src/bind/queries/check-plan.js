import { ApexDate } from "../../runtime/date.js";
import { ApexDatetime } from "../../runtime/datetime.js";
import { ApexDecimal } from "../../runtime/decimal.js";
import { ApexList } from "../../runtime/list.js";
import { ApexTime } from "../../runtime/time.js";
import { OBJECT } from "../../runtime/type.js";
import { FieldAccess } from "../../soql/field-access.js";
import { describeOf } from "../../soql/field-path.js";
import { QueryError } from "../../soql/query-error.js";
import { QueryPlan } from "../../soql/query-plan.js";
import { RecordStore } from "../../store/record-store.js";
import { fail } from "../report.js";
/** A text that can also be an id: whether a text is one is not known before it runs. */
const TEXT = "001000000000000AAA";
const NOON = Date.UTC(2026, 0, 1, 12);
/** What only its value decides is left to the run. */
const DECIDED_BY_VALUE = new Set([
    "INSUFFICIENT_ACCESS",
    "INVALID_ID_FIELD",
    "NUMBER_OUTSIDE_VALID_RANGE",
]);
export function checkPlan(query, binds, at, schema) {
    try {
        const describe = describeOf(schema, query.from[0]?.path[0] ?? "");
        new QueryPlan(query, describe, contextOf(schema, binds), new FieldAccess());
    }
    catch (problem) {
        if (!(problem instanceof QueryError))
            throw problem;
        if (!DECIDED_BY_VALUE.has(problem.code))
            fail(at, problem.message);
    }
}
const emptyStores = new WeakMap();
function contextOf(schema, binds) {
    const store = emptyStores.get(schema) ?? new RecordStore(schema);
    emptyStores.set(schema, store);
    return {
        schema,
        store,
        binds: binds.map(({ type }) => valueOf(type)),
        rights: { canReadObject: () => true, canReadField: () => true },
        defaultAccess: "system",
        sharing: null,
        computed: { userRecordAccess: () => [] },
        now: NOON,
        timeZone: "UTC",
        userId: TEXT,
        locale: "en_US",
    };
}
/** An empty list, which every field takes, for a type that only the run settles. */
function valueOf(type) {
    return (type.kind === "primitive" ? primitiveValue(type.name) : null) ?? new ApexList(OBJECT);
}
function primitiveValue(name) {
    switch (name) {
        case "Boolean":
            return true;
        case "Integer":
        case "Long":
            return 1;
        case "Decimal":
        case "Double":
            return ApexDecimal.parse("1");
        case "Date":
            return new ApexDate(0);
        case "Datetime":
            return new ApexDatetime(NOON);
        case "Time":
            return new ApexTime(0);
        case "Id":
        case "String":
            return TEXT;
        default:
            return null;
    }
}
