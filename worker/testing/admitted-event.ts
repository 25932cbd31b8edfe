import type { AdmittedEvent } from "../event.ts";

export function anEvent(id: string, replaced: Partial<AdmittedEvent> = {}): AdmittedEvent {
  return {
    id,
    type: "payment_intent.succeeded",
    objectId: "pi_1",
    lane: "standard",
    apiVersion: "2026-10-28.endive",
    livemode: true,
    account: null,
    createdAt: 1_795_000_000,
    receivedAt: 1_795_000_001_234,
    correlationId: `correlation of ${id}`,
    payload: '{"object":{"id":"pi_1"}}',
    ...replaced,
  };
}
