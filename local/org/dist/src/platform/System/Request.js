import { platformEnum } from "../../runtime/enums.js";
import { transaction } from "../../runtime/transaction.js";
import { platformType } from "../../runtime/behaviour.js";
export class RequestValue {
    requestId;
    quiddity;
    constructor(requestId, quiddity) {
        this.requestId = requestId;
        this.quiddity = quiddity;
    }
}
function current() {
    const { requestId, quiddity } = transaction();
    const constants = platformEnum("System.Quiddity");
    // The catalog's stubs spell UNDEFINED as UD.
    return new RequestValue(requestId, constants.find(quiddity) ?? constants.find("UD") ?? null);
}
export const requestBehaviour = platformType({
    type: "System.Request",
    implementation: RequestValue,
    statics: { getCurrent: current },
    methods: {
        getQuiddity: (request) => request.quiddity,
        getRequestId: (request) => request.requestId,
    },
});
