import { ApexList } from "../runtime/list.js";
import { callMethod, hasMethod } from "../runtime/object.js";
import { STRING } from "../runtime/type.js";
/** EventBus.SuccessResult and EventBus.FailureResult. */
export class PublishResult {
    uuids;
    constructor(uuids) {
        this.uuids = uuids;
    }
    getEventUuids() {
        return new ApexList(STRING, [...this.uuids]);
    }
}
export class PublishSuccess extends PublishResult {
}
export class PublishFailure extends PublishResult {
}
const KEYS = {
    onSuccess: "EventBus.EventPublishSuccessCallback.onSuccess",
    onFailure: "EventBus.EventPublishFailureCallback.onFailure",
};
/** Tells a publisher's callback what became of its events, if it asked for that outcome. */
export function notifyPublisher(callback, moment, uuids) {
    const key = KEYS[moment];
    if (!hasMethod(callback, key))
        return;
    callMethod(callback, key, moment === "onSuccess" ? new PublishSuccess(uuids) : new PublishFailure(uuids));
}
