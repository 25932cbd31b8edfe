import type Stripe from "stripe";
import { z } from "zod";
import { listAnswer } from "../api/list.ts";
import type { Operation } from "../api/operation.ts";
import { hash, listParameters, oneOf, text, timestamp } from "../api/parameters.ts";
import type { Resource } from "../api/resource.ts";
import { route } from "../api/route.ts";
import { invalidRequest } from "../api/stripe-error.ts";
import { newId } from "../ids.ts";

const CUSTOMER = "stripe_customer_id";
const VALUE = "value";
const WHOLE_NUMBER = /^\d+$/;

/** @see https://docs.stripe.com/api/billing/meter */
export const meterResource: Resource = {
  routes: [
    route({
      method: "POST",
      path: "/billing/meters",
      parameters: hash({
        default_aggregation: hash({ formula: oneOf("count", "last", "sum") }),
        display_name: text(250),
        event_name: text(100),
        customer_mapping: hash({ event_payload_key: text(), type: oneOf("by_id") }).optional(),
        value_settings: hash({ event_payload_key: text() }).optional(),
      }),
      answer: ({ parameters, operation }) => {
        if (meterOf(operation, parameters.event_name) !== undefined) {
          throw invalidRequest("There is an active meter for that event already.", "event_name");
        }
        const created = operation.now();
        return operation.add("billing.meter.created", {
          id: newId("mtr_1"),
          object: "billing.meter",
          created,
          customer_mapping: parameters.customer_mapping ?? {
            event_payload_key: CUSTOMER,
            type: "by_id",
          },
          default_aggregation: parameters.default_aggregation,
          display_name: parameters.display_name,
          event_name: parameters.event_name,
          event_time_window: null,
          livemode: false,
          status: "active",
          status_transitions: { deactivated_at: null },
          updated: created,
          value_settings: parameters.value_settings ?? { event_payload_key: VALUE },
        });
      },
    }),
    route({
      method: "GET",
      path: "/billing/meters",
      parameters: hash({
        ...listParameters,
        status: oneOf("active", "inactive").optional(),
      }),
      answer: ({ parameters, operation }) =>
        listAnswer(operation, "billing.meter", "/v1/billing/meters", parameters, {
          status: parameters.status,
        }),
    }),
    route({
      method: "GET",
      path: "/billing/meters/:id",
      parameters: hash({}),
      answer: ({ path, operation }) => operation.objects.get("billing.meter", path["id"] ?? ""),
    }),
    route({
      method: "POST",
      path: "/billing/meter_events",
      parameters: hash({
        event_name: text(100),
        identifier: text(100).optional(),
        payload: z.record(z.string(), text(100)),
        timestamp: timestamp().optional(),
      }),
      answer: ({ parameters, operation }) => {
        const { event_name: name, payload, identifier = newId("mtr_evt_1") } = parameters;
        const customer = customerOf(operation, name, payload);
        if (operation.objects.findById(identifier) !== undefined) {
          throw invalidRequest(
            `An event already exists with identifier ${identifier}.`,
            "identifier",
          );
        }
        const at = parameters.timestamp ?? operation.now(customer);
        operation.objects.save({
          id: identifier,
          object: "local.meter_event",
          event_name: name,
          payload,
          timestamp: at,
        });
        return {
          object: "billing.meter_event",
          created: operation.now(customer),
          event_name: name,
          identifier,
          livemode: false,
          payload,
          timestamp: at,
        };
      },
    }),
  ],
};

function meterOf({ objects }: Operation, name: string): Stripe.Billing.Meter | undefined {
  return objects.all("billing.meter", { event_name: name, status: "active" })[0];
}

/**
 * Whom a use is billed to.
 * @throws StripeApiError 400 when no meter reads such events, or it cannot read this one
 */
function customerOf(
  operation: Operation,
  name: string,
  payload: Readonly<Record<string, string>>,
): Stripe.Customer {
  const meter = meterOf(operation, name);
  if (meter === undefined) {
    throw invalidRequest(`No active meter found for event name ${name}.`, "event_name");
  }
  const { customer_mapping: mapping, value_settings: settings } = meter;
  const value = payload[settings.event_payload_key];
  const counts = meter.default_aggregation.formula === "count";
  if (!counts && !WHOLE_NUMBER.test(value ?? "")) {
    throw invalidRequest(
      `The meter event value was not a non-negative whole number: ${value ?? ""}.`,
      `payload[${settings.event_payload_key}]`,
    );
  }
  const key = mapping.event_payload_key;
  return operation.objects.named("customer", payload[key] ?? "", `payload[${key}]`);
}
