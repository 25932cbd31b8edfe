/** System.Exception and all that descend from it. Source: Apex Reference, "Exception Class and Built-In Exceptions". */
import { ApexException, raise } from "../../runtime/exception.js";
import { platformEnum } from "../../runtime/enums.js";
import { ApexList } from "../../runtime/list.js";
import { FieldToken } from "../../runtime/tokens.js";
import { valueText } from "../../runtime/text.js";
import { transaction } from "../../runtime/transaction.js";
import { platformTypeNamed, STRING } from "../../runtime/type.js";
import { platformType } from "../../runtime/behaviour.js";
function failure(exception, index) {
    return (exception.failures[index] ?? raise("System.ListException", `List index out of bounds: ${index}`));
}
function initCause(exception, cause) {
    if (exception.cause !== null)
        raise("System.IllegalStateException", "Can't overwrite cause");
    exception.cause = cause;
}
/** Of an exception made and never thrown it is where it was made. */
function lineNumber(exception) {
    return exception.frames[0]?.line ?? 0;
}
function fieldTokens(row) {
    const { schema } = transaction().host;
    const describe = row.id === null ? undefined : schema.objectByKeyPrefix(row.id.slice(0, 3));
    const fields = row.fields
        .map((field) => describe?.fields.get(field.toLowerCase()))
        .filter((field) => field !== undefined);
    return new ApexList(platformTypeNamed("Schema.SObjectField"), fields.map((field) => new FieldToken(field)));
}
export const exceptionBehaviour = platformType({
    type: "System.Exception",
    implementation: ApexException,
    methods: {
        getMessage: (exception) => exception.message ?? "Script-thrown exception",
        setMessage: (exception, message) => {
            exception.message = message;
        },
        getCause: (exception) => exception.cause,
        initCause,
        getTypeName: (exception) => exception.typeName,
        getLineNumber: lineNumber,
        getStackTraceString: (exception) => exception.stackTraceText,
        toString: valueText,
        getNumDml: (exception) => exception.failures.length,
        getDmlIndex: (exception, index) => failure(exception, index).index,
        getDmlId: (exception, index) => failure(exception, index).id,
        getDmlMessage: (exception, index) => failure(exception, index).message,
        getDmlStatusCode: (exception, index) => failure(exception, index).statusCode,
        getDmlType: (exception, index) => platformEnum("System.StatusCode").find(failure(exception, index).statusCode) ?? null,
        getDmlFieldNames: (exception, index) => new ApexList(STRING, [...failure(exception, index).fields]),
        getDmlFields: (exception, index) => fieldTokens(failure(exception, index)),
        getInaccessibleFields: (exception) => exception.details.get("inaccessibleFields") ?? null,
    },
});
