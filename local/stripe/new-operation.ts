import type Stripe from "stripe";
import { previousAt, renderAt } from "./api-version/render.ts";
import type { EventObject, Operation } from "./api/operation.ts";
import { withoutIncludable } from "./api/includable.ts";
import type { ClockSubject } from "./clock.ts";
import { timeOf } from "./clock.ts";
import type { PlannedDelivery } from "./deliveries/delivery-plan.ts";
import type { EventType, WireEvent } from "./events/event.ts";
import { AUTOMATIC, newEventId } from "./events/event.ts";
import type { EventStore } from "./events/event-store.ts";
import { previousAttributes } from "./events/previous-attributes.ts";
import type { Mode } from "./mode.ts";
import { inMode } from "./mode.ts";
import type { Faults } from "./faults/faults.ts";
import type { ObjectStore } from "./store/object-store.ts";
import type { StripeObject } from "./store/stripe-objects.ts";
import { endpointsFor } from "./webhook_endpoints/endpoints.ts";

/** An event an operation made, with the object it carries. */
export interface Emitted {
  readonly id: string;
  readonly type: EventType;
  readonly object: EventObject;
  readonly deliveries: readonly PlannedDelivery[];
}

export interface Cause {
  readonly request: Stripe.Event.Request;
  /** The version of the events for every endpoint, in place of the account's and the endpoints' own. */
  readonly apiVersion?: string | undefined;
  /**
   * Whether the caller files the deliveries, and wants what happens afterwards to happen at once and be part of this.
   */
  readonly held?: boolean;
}

export type Work = (operation: Operation) => void;

export interface OperationParts {
  readonly objects: ObjectStore;
  readonly events: EventStore;
  readonly faults: Faults;
  readonly cause: Cause;
  readonly defaultVersion: string;
  readonly mode: Mode;
  /** The connected account whose events are its platform's; absent for one that is nobody's. */
  readonly connectedAs?: string;
  readonly pagesAt: string;
  /** Filled as the operation goes on. */
  readonly emitted: Emitted[];
  readonly afterwards: Work[];
}

/** What an operation does, on the stores of an account. */
export function newOperation(parts: OperationParts): Operation {
  const { objects, faults, cause } = parts;
  const emit: Operation["emit"] = (type, object, previous) => {
    parts.emitted.push(record(parts, type, object, previous));
  };
  return {
    objects,
    pagesAt: parts.pagesAt,
    request: cause.request,
    now: (subject: ClockSubject = {}) => timeOf(objects, subject, Date.now()),
    emit,
    change: (type, before, after) => {
      objects.save(after);
      const previous = previousAttributes(before, after);
      if (previous !== undefined) emit(type, after, previous);
      return after;
    },
    add: <T extends StripeObject>(type: EventType, object: T) => {
      objects.save(object);
      emit(type, object);
      return object;
    },
    afterwards: (work) => {
      parts.afterwards.push(work);
    },
    automatically: () => newOperation({ ...parts, cause: { ...cause, request: AUTOMATIC } }),
    takeDecline: (customer) => faults.takeDecline(customer),
  };
}

/** Files an event: as the account shows it, and in the versions of the endpoints that want it. */
function record(
  { objects, events, cause, defaultVersion, mode, connectedAs }: OperationParts,
  type: EventType,
  object: EventObject,
  previous: object | undefined,
): Emitted {
  const id = newEventId(type);
  const endpoints = endpointsFor(objects, type);
  const created = timeOf(objects, object, Date.now());
  // An event never carries what only `expand` shows.
  const shown = withoutIncludable(object);
  const before = withoutIncludable(previous);
  const inVersion = (version: string): WireEvent => ({
    id,
    object: "event",
    ...(connectedAs === undefined ? {} : { account: connectedAs }),
    api_version: version,
    created,
    data: {
      object: inMode(mode, renderAt(version, shown, objects)),
      ...(before === undefined
        ? {}
        : { previous_attributes: previousAt(version, shown, before, objects) }),
    },
    livemode: mode === "live",
    pending_webhooks: endpoints.length,
    request: cause.request,
    type,
  });
  const own = cause.apiVersion ?? defaultVersion;
  const asked = cause.apiVersion === undefined ? endpoints.map((each) => each.api_version) : [];
  const others = new Set(asked.filter((version) => version !== null && version !== own));
  events.add(
    inVersion(own),
    [...others].flatMap((version) => (version === null ? [] : [inVersion(version)])),
    Math.floor(Date.now() / 1000),
  );
  const deliveries = endpoints.map((endpoint) => ({
    eventId: id,
    endpointId: endpoint.id,
    delayMs: 0,
  }));
  return { id, type, object, deliveries };
}
