import { platformException } from "../runtime/exception.js";
import { ApexMap } from "../runtime/map.js";
import { ApexSet } from "../runtime/set.js";
import { setOf, STRING } from "../runtime/type.js";
import { QueryError } from "../soql/query-error.js";
/** Where a QueryException keeps what `getInaccessibleFields` gives. */
const INACCESSIBLE_FIELDS = "inaccessibleFields";
/** Runs a query; what Salesforce refuses is a System.QueryException. */
export function asQueryException(work) {
    try {
        return work();
    }
    catch (error) {
        if (!(error instanceof QueryError))
            throw error;
        // Apex exceptions are thrown as they are; only their own stack is ever shown.
        // eslint-disable-next-line @typescript-eslint/only-throw-error
        throw queryException(error);
    }
}
function queryException(error) {
    const exception = platformException("System.QueryException", error.message);
    const fields = [...error.inaccessible].map(([object, names]) => [object, new ApexSet(STRING, names)]);
    exception.details.set(INACCESSIBLE_FIELDS, new ApexMap(STRING, setOf(STRING), fields));
    return exception;
}
