import type { EventObject, Operation } from "../api/operation.ts";
import type { EventType } from "../events/event.ts";
import { previousAttributes } from "../events/previous-attributes.ts";
import type { StripeObject } from "../store/stripe-objects.ts";

export interface HeldEvent {
  readonly type: EventType;
  readonly object: EventObject;
  readonly previous: object | undefined;
}

/**
 * The same operation, its events kept back: what is told first may only be known last. Whoever holds them emits them.
 */
export function holdingEvents(operation: Operation): {
  readonly holding: Operation;
  readonly held: readonly HeldEvent[];
} {
  const held: HeldEvent[] = [];
  const emit: Operation["emit"] = (type, object, previous) => {
    held.push({ type, object, previous });
  };
  const holding: Operation = {
    ...operation,
    emit,
    change: (type, before, after) => {
      operation.objects.save(after);
      const previous = previousAttributes(before, after);
      if (previous !== undefined) emit(type, after, previous);
      return after;
    },
    add: <T extends StripeObject>(type: EventType, object: T) => {
      operation.objects.save(object);
      emit(type, object);
      return object;
    },
  };
  return { holding, held };
}
