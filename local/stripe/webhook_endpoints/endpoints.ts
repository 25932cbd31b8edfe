import type Stripe from "stripe";
import type { DeliveryEndpoint } from "../deliveries/attempt.ts";
import type { EventType } from "../events/event.ts";
import type { ObjectStore } from "../store/object-store.ts";

/** The endpoint local Stripe is started with; the same at each start. */
const CONFIGURED_ENDPOINT = "we_1LocalStripeConfigured";

export interface EndpointConfiguration {
  readonly url: string;
  /** `whsec_…` */
  readonly secret: string;
  /** Fixed when a real endpoint is made; the account's default when absent. */
  readonly apiVersion?: string;
}

export function newEndpoint(
  asked: Pick<Stripe.WebhookEndpoint, "api_version" | "enabled_events" | "id" | "url"> &
    Partial<Stripe.WebhookEndpoint>,
  created: number,
): Stripe.WebhookEndpoint {
  return {
    object: "webhook_endpoint",
    application: null,
    created,
    description: null,
    livemode: false,
    metadata: {},
    status: "enabled",
    ...asked,
  };
}

/** Saves the endpoint local Stripe is started with; what was changed of it through the API stays. */
export function configureEndpoint(
  objects: ObjectStore,
  { url, secret, apiVersion }: EndpointConfiguration,
  now: number,
): void {
  const held = objects.find("webhook_endpoint", CONFIGURED_ENDPOINT);
  const fixed = { url, secret, api_version: apiVersion ?? null };
  objects.save(
    held === undefined
      ? newEndpoint({ ...fixed, id: CONFIGURED_ENDPOINT, enabled_events: ["*"] }, now)
      : { ...held, ...fixed },
  );
}

/** The enabled endpoints that want a type, oldest first. */
export function endpointsFor(objects: ObjectStore, type: EventType): Stripe.WebhookEndpoint[] {
  return objects
    .all("webhook_endpoint", { status: "enabled" })
    .filter(({ enabled_events: wanted }) => wanted.includes("*") || wanted.includes(type))
    .reverse();
}

/** Where a delivery to an endpoint goes; undefined when it was deleted or disabled meanwhile. */
export function deliveryEndpoint(objects: ObjectStore, id: string): DeliveryEndpoint | undefined {
  const endpoint = objects.find("webhook_endpoint", id);
  if (endpoint?.status !== "enabled") return undefined;
  const { url, secret = "", api_version: apiVersion } = endpoint;
  return { url, secret, apiVersion };
}
