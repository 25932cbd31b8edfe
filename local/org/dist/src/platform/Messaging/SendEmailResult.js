/** Messaging.SendEmailResult and SendEmailError. Source: Apex Reference, "SendEmailResult Class". */
import { platformEnum } from "../../runtime/enums.js";
import { ApexList } from "../../runtime/list.js";
import { platformTypeNamed, STRING } from "../../runtime/type.js";
import { platformType } from "../../runtime/behaviour.js";
export class SendEmailErrorValue {
    refusal;
    targetObjectId;
    constructor(refusal, targetObjectId) {
        this.refusal = refusal;
        this.targetObjectId = targetObjectId;
    }
}
export class SendEmailResultValue {
    errors;
    constructor(errors) {
        this.errors = errors;
    }
    toString() {
        return `Messaging.SendEmailResult[getErrors=(${this.errors.map(({ refusal }) => refusal.message).join(", ")});isSuccess=${this.errors.length === 0};]`;
    }
}
function errorsOf(result) {
    return new ApexList(platformTypeNamed("Messaging.SendEmailError"), [...result.errors]);
}
const isSuccess = (result) => result.errors.length === 0;
export const sendEmailResultBehaviour = platformType({
    type: "Messaging.SendEmailResult",
    implementation: SendEmailResultValue,
    getters: { Errors: errorsOf, Success: isSuccess },
    methods: { getErrors: errorsOf, isSuccess },
});
const messageOf = ({ refusal }) => refusal.message;
const statusOf = ({ refusal }) => platformEnum("System.StatusCode").find(refusal.statusCode) ?? null;
const targetOf = (error) => error.targetObjectId;
export const sendEmailErrorBehaviour = platformType({
    type: "Messaging.SendEmailError",
    implementation: SendEmailErrorValue,
    getters: { Message: messageOf, StatusCode: statusOf, TargetObjectId: targetOf },
    methods: {
        getFields: ({ refusal }) => new ApexList(STRING, [...refusal.fields]),
        getMessage: messageOf,
        getStatusCode: statusOf,
        getTargetObjectId: targetOf,
    },
});
