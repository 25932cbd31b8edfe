import type { AdmittedEvent } from "../event.ts";

/** One `Stripe_Event__e` as sObject Collections take it. Date/times are ISO 8601 in UTC. */
export function stripeEventRecord(event: AdmittedEvent): Readonly<Record<string, unknown>> {
  return {
    attributes: { type: "Stripe_Event__e" },
    Event_Id__c: event.id,
    Type__c: event.type,
    Object_Id__c: event.objectId,
    Created_At__c: new Date(event.createdAt * 1000).toISOString(),
    Received_At__c: new Date(event.receivedAt).toISOString(),
    Api_Version__c: event.apiVersion,
    Livemode__c: event.livemode,
    Account__c: event.account,
    Lane__c: event.lane,
    Correlation_Id__c: event.correlationId,
    Payload__c: event.payload,
  };
}
