import type { Values } from "./save-rows.ts";

/** Ids of the rows below which others stand, by number of the customer. */
export interface Known {
  readonly customers: string[];
  /** Two beside each other: `number * 2` and the one after. */
  readonly subscriptions: string[];
}

export function ofStripe(eventId: string, now: number): Values {
  return {
    Livemode__c: false,
    Last_Event_At__c: now,
    Last_Event_Id__c: eventId,
    Sync_Stamp__c: eventId,
  };
}
