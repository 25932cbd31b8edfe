/** What Database methods answer per record. Source: Apex Reference, "Database Namespace". */
import { platformEnum } from "../../runtime/enums.js";
import { ApexEnum } from "../../runtime/enum.js";
import { ApexList } from "../../runtime/list.js";
import { platformTypeNamed, STRING } from "../../runtime/type.js";
import { platformType } from "../../runtime/behaviour.js";
/** Codes that the catalog's StatusCode lacks, OPERATION_ENQUEUED among them. */
const uncatalogued = new Map();
function statusCode(name) {
    const known = platformEnum("System.StatusCode").find(name) ?? uncatalogued.get(name);
    if (known !== undefined)
        return known;
    const added = new ApexEnum(platformTypeNamed("System.StatusCode"), name, -1);
    uncatalogued.set(name, added);
    return added;
}
/** Database.Error. */
export class ErrorValue {
    statusCode;
    message;
    fields;
    constructor(statusCode, message, fields) {
        this.statusCode = statusCode;
        this.message = message;
        this.fields = fields;
    }
    get status() {
        return statusCode(this.statusCode);
    }
    toString() {
        return `Database.Error[getFields=(${this.fields.join(", ")});getMessage=${this.message};getStatusCode=${this.statusCode};]`;
    }
}
class ResultValue {
    outcome;
    constructor(outcome) {
        this.outcome = outcome;
    }
    get errors() {
        const errors = this.outcome.errors.map((error) => new ErrorValue(error.statusCode, error.message, error.fields));
        return new ApexList(platformTypeNamed("Database.Error"), errors);
    }
    toString() {
        const name = this.constructor.name.replace("Value", "");
        return `Database.${name}[getErrors=(${this.errors.items.map(String).join(", ")});getId=${this.outcome.id ?? "null"};isSuccess=${this.outcome.isSuccess};]`;
    }
}
export class SaveResultValue extends ResultValue {
}
export class UpsertResultValue extends ResultValue {
}
export class DeleteResultValue extends ResultValue {
}
export class UndeleteResultValue extends ResultValue {
}
export class EmptyRecycleBinResultValue extends ResultValue {
}
export class MergeResultValue extends ResultValue {
    mergedIds;
    constructor(outcome, mergedIds) {
        super(outcome);
        this.mergedIds = mergedIds;
    }
}
function resultType(type, implementation) {
    const id = (result) => result.outcome.id;
    const isSuccess = (result) => result.outcome.isSuccess;
    const errors = (result) => result.errors;
    const isCreated = (result) => result.outcome.isCreated;
    return platformType({
        type,
        implementation,
        methods: {
            getId: id,
            isSuccess,
            getErrors: errors,
            ...(type === "Database.UpsertResult" ? { isCreated } : {}),
        },
        getters: {
            Id: id,
            Success: isSuccess,
            Errors: errors,
            ...(type === "Database.UpsertResult" ? { Created: isCreated } : {}),
        },
    });
}
export const saveResultBehaviour = resultType("Database.SaveResult", SaveResultValue);
export const upsertResultBehaviour = resultType("Database.UpsertResult", UpsertResultValue);
export const deleteResultBehaviour = resultType("Database.DeleteResult", DeleteResultValue);
export const undeleteResultBehaviour = resultType("Database.UndeleteResult", UndeleteResultValue);
export const emptyRecycleBinResultBehaviour = resultType("Database.EmptyRecycleBinResult", EmptyRecycleBinResultValue);
export const mergeResultBehaviour = resultType("Database.MergeResult", MergeResultValue);
export const mergedRecordsBehaviour = platformType({
    type: "Database.MergeResult",
    methods: {
        getMergedRecordIds: (result) => new ApexList(platformTypeNamed("Id"), [...result.mergedIds]),
    },
});
export const errorBehaviour = platformType({
    type: "Database.Error",
    implementation: ErrorValue,
    methods: {
        getFields: (error) => new ApexList(STRING, [...error.fields]),
        getMessage: (error) => error.message,
        getStatusCode: (error) => error.status,
    },
    getters: {
        Fields: (error) => new ApexList(STRING, [...error.fields]),
        Message: (error) => error.message,
        StatusCode: (error) => error.status,
    },
});
