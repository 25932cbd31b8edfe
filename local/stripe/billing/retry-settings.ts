import type { Operation } from "../api/operation.ts";
import type { RetrySettings } from "./retry-schedule.ts";
import { DEFAULT_RETRY_SETTINGS } from "./retry-schedule.ts";

const ID = "local_retry_settings";

/** The account's revenue recovery settings, kept like an object: Stripe's API has none for them. */
export interface KeptRetrySettings extends RetrySettings {
  readonly id: typeof ID;
  readonly object: "local.retry_settings";
}

export function retrySettings({ objects }: Operation): RetrySettings {
  return objects.find("local.retry_settings", ID) ?? DEFAULT_RETRY_SETTINGS;
}

export function setRetrySettings({ objects }: Operation, settings: RetrySettings): void {
  objects.save({ ...settings, id: ID, object: "local.retry_settings" });
}
