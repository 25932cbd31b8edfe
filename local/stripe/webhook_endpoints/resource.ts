import type Stripe from "stripe";
import { isApiVersion } from "../api-version/api-version.ts";
import { listAnswer } from "../api/list.ts";
import { withMetadata } from "../api/metadata.ts";
import {
  boolean,
  clearable,
  hash,
  listOf,
  listParameters,
  metadata,
  text,
} from "../api/parameters.ts";
import type { Resource } from "../api/resource.ts";
import { route } from "../api/route.ts";
import { invalidRequest } from "../api/stripe-error.ts";
import { newId, randomText } from "../ids.ts";
import { newEndpoint } from "./endpoints.ts";

/** Stripe allows this many in one account. */
const MOST_ENDPOINTS = 16;

const shared = {
  description: clearable(text()).optional(),
  metadata: metadata().optional(),
};

/** @see https://docs.stripe.com/api/webhook_endpoints */
export const webhookEndpointResource: Resource = {
  routes: [
    route({
      method: "POST",
      path: "/webhook_endpoints",
      parameters: hash({
        url: text(),
        enabled_events: listOf(text(), 1000),
        api_version: text().optional(),
        connect: boolean().optional(),
        ...shared,
      }),
      answer: ({ parameters, operation }) => {
        const { objects } = operation;
        const { url, enabled_events, api_version } = parameters;
        if (api_version !== undefined && !isApiVersion(api_version)) {
          throw invalidRequest(`Invalid api_version: ${api_version}`, "api_version");
        }
        if (objects.all("webhook_endpoint").length >= MOST_ENDPOINTS) {
          throw invalidRequest(
            `You have reached the maximum of ${MOST_ENDPOINTS} test webhook endpoints.`,
          );
        }
        const endpoint = newEndpoint(
          {
            id: newId("we_1"),
            url: httpUrl(url),
            enabled_events: wanted(enabled_events),
            api_version: api_version ?? null,
            description: parameters.description ?? null,
            metadata: withMetadata({}, parameters.metadata),
            secret: `whsec_${randomText(32)}`,
          },
          operation.now(),
        );
        objects.save(endpoint);
        return endpoint;
      },
    }),
    route({
      method: "GET",
      path: "/webhook_endpoints",
      parameters: hash(listParameters),
      answer: ({ parameters, operation }) => {
        const page = listAnswer(operation, "webhook_endpoint", "/v1/webhook_endpoints", parameters);
        return { ...page, data: page.data.map(withoutSecret) };
      },
    }),
    route({
      method: "GET",
      path: "/webhook_endpoints/:id",
      parameters: hash({}),
      answer: ({ path, operation: { objects } }) =>
        withoutSecret(objects.get("webhook_endpoint", path["id"] ?? "")),
    }),
    route({
      method: "POST",
      path: "/webhook_endpoints/:id",
      parameters: hash({
        url: text().optional(),
        enabled_events: listOf(text(), 1000).optional(),
        disabled: boolean().optional(),
        ...shared,
      }),
      answer: ({ path, parameters, operation: { objects } }) => {
        const held = objects.get("webhook_endpoint", path["id"] ?? "");
        const { url, enabled_events, disabled, description } = parameters;
        const endpoint: Stripe.WebhookEndpoint = {
          ...held,
          ...(url === undefined ? {} : { url: httpUrl(url) }),
          ...(enabled_events === undefined ? {} : { enabled_events: wanted(enabled_events) }),
          ...(disabled === undefined ? {} : { status: disabled ? "disabled" : "enabled" }),
          ...(description === undefined ? {} : { description }),
          metadata: withMetadata(held.metadata, parameters.metadata),
        };
        objects.save(endpoint);
        return withoutSecret(endpoint);
      },
    }),
    route({
      method: "DELETE",
      path: "/webhook_endpoints/:id",
      parameters: hash({}),
      answer: ({ path, operation: { objects } }) => {
        const { id, object } = objects.get("webhook_endpoint", path["id"] ?? "");
        objects.remove(object, id);
        return { id, object, deleted: true };
      },
    }),
  ],
};

/** Only the answer to its creation shows an endpoint's secret. */
function withoutSecret(endpoint: Stripe.WebhookEndpoint): object {
  return Object.fromEntries(Object.entries(endpoint).filter(([name]) => name !== "secret"));
}

function wanted(types: readonly string[]): string[] {
  if (types.length === 0) {
    throw invalidRequest(
      "Missing required param: enabled_events.",
      "enabled_events",
      "parameter_missing",
    );
  }
  if (types.includes("*") && types.length > 1) {
    throw invalidRequest("The `*` event cannot be combined with other events.", "enabled_events");
  }
  return [...types];
}

function httpUrl(url: string): string {
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
    throw invalidRequest(
      "Invalid URL: An explicit scheme (such as https) must be provided.",
      "url",
      "url_invalid",
    );
  }
  return url;
}
