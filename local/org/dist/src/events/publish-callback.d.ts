import { ApexList } from "../runtime/list.ts";
import { type ApexObject } from "../runtime/object.ts";
/** EventBus.SuccessResult and EventBus.FailureResult. */
export declare class PublishResult {
    readonly uuids: readonly string[];
    constructor(uuids: readonly string[]);
    getEventUuids(): ApexList<string>;
}
export declare class PublishSuccess extends PublishResult {
}
export declare class PublishFailure extends PublishResult {
}
/** Tells a publisher's callback what became of its events, if it asked for that outcome. */
export declare function notifyPublisher(callback: ApexObject, moment: "onSuccess" | "onFailure", uuids: readonly string[]): void;
