import type Stripe from "stripe";
import type { z } from "zod";
import { hash, oneOf, text } from "../api/parameters.ts";
import type { Operation } from "../api/operation.ts";
import type { Resource } from "../api/resource.ts";
import { route } from "../api/route.ts";
import { invalidRequest } from "../api/stripe-error.ts";
import { newId } from "../ids.ts";
import { idOf } from "../store/reference.ts";

const createParameters = hash({
  customer: text(),
  flow_data: hash({
    after_completion: hash({
      redirect: hash({ return_url: text() }).optional(),
      type: oneOf("hosted_confirmation", "portal_homepage", "redirect"),
    }).optional(),
    subscription_cancel: hash({ subscription: text() }).optional(),
    type: oneOf("payment_method_update", "subscription_cancel"),
  }).optional(),
  locale: text(10).optional(),
  return_url: text().optional(),
});

type CreateParameters = z.output<typeof createParameters>;

/** The configuration every local session uses; Stripe keeps one per account by default. */
const CONFIGURATION = "bpc_1LocalDefaultConfiguration";

/** @see https://docs.stripe.com/api/customer_portal/sessions/create */
export const billingPortalResource: Resource = {
  routes: [
    route({
      method: "POST",
      path: "/billing_portal/sessions",
      parameters: createParameters,
      answer: ({ parameters, operation }) => createPortalSession(operation, parameters),
    }),
  ],
};

function createPortalSession(
  operation: Operation,
  asked: CreateParameters,
): Stripe.BillingPortal.Session {
  const { objects, pagesAt } = operation;
  const customer = objects.named("customer", asked.customer, "customer");
  if (asked.return_url !== undefined && !/^https?:\/\//.test(asked.return_url)) {
    throw invalidRequest(
      "Invalid URL: An explicit scheme (such as https) must be provided.",
      "return_url",
      "url_invalid",
    );
  }
  const id = newId("bps_1");
  const session: Stripe.BillingPortal.Session = {
    id,
    object: "billing_portal.session",
    configuration: CONFIGURATION,
    created: operation.now(customer),
    customer: customer.id,
    customer_account: null,
    flow: flowOf(operation, customer, asked.flow_data),
    livemode: false,
    // Any string is a locale to the SDK's open type.
    locale: asked.locale ?? null,
    on_behalf_of: null,
    return_url: asked.return_url ?? null,
    url: `${pagesAt}/p/session/${id}`,
  };
  objects.save(session);
  return session;
}

/** @throws StripeApiError 400 for a subscription of somebody else, or none where one is needed */
function flowOf(
  { objects }: Operation,
  customer: Stripe.Customer,
  asked: CreateParameters["flow_data"],
): Stripe.BillingPortal.Session.Flow | null {
  if (asked === undefined) return null;
  const cancel = asked.subscription_cancel;
  const parameter = "flow_data[subscription_cancel][subscription]";
  if (asked.type === "subscription_cancel") {
    if (cancel === undefined) {
      throw invalidRequest(`Missing required param: ${parameter}.`, parameter, "parameter_missing");
    }
    const subscription = objects.named("subscription", cancel.subscription, parameter);
    if (idOf(subscription.customer) !== customer.id) {
      throw invalidRequest(
        `The subscription ${subscription.id} does not belong to the customer ${customer.id}.`,
        parameter,
      );
    }
  }
  const after = asked.after_completion;
  return {
    after_completion: {
      hosted_confirmation: after?.type === "hosted_confirmation" ? { custom_message: null } : null,
      redirect: after?.redirect ?? null,
      type: after?.type ?? "portal_homepage",
    },
    customer_update: null,
    subscription_cancel: cancel === undefined ? null : { ...cancel, retention: null },
    subscription_pause: null,
    subscription_update: null,
    subscription_update_confirm: null,
    type: asked.type,
  };
}
