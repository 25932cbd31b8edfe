import { ApexList } from "../runtime/list.ts";
import { type ApexObject, callMethod, hasMethod } from "../runtime/object.ts";
import { STRING } from "../runtime/type.ts";

/** EventBus.SuccessResult and EventBus.FailureResult. */
class PublishResult {
  readonly uuids: readonly string[];

  constructor(uuids: readonly string[]) {
    this.uuids = uuids;
  }

  getEventUuids(): ApexList<string> {
    return new ApexList(STRING, [...this.uuids]);
  }
}

export class PublishSuccess extends PublishResult {}
export class PublishFailure extends PublishResult {}

const KEYS = {
  onSuccess: "EventBus.EventPublishSuccessCallback.onSuccess",
  onFailure: "EventBus.EventPublishFailureCallback.onFailure",
} as const;

/** Tells a publisher's callback what became of its events, if it asked for that outcome. */
export function notifyPublisher(
  callback: ApexObject,
  moment: "onSuccess" | "onFailure",
  uuids: readonly string[],
): void {
  const key = KEYS[moment];
  if (!hasMethod(callback, key)) return;
  callMethod(
    callback,
    key,
    moment === "onSuccess" ? new PublishSuccess(uuids) : new PublishFailure(uuids),
  );
}
