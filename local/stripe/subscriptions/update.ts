import type Stripe from "stripe";
import { withMetadata } from "../api/metadata.ts";
import type { Operation } from "../api/operation.ts";
import { replacedDiscounts } from "../billing/held-discounts.ts";
import { newId } from "../ids.ts";
import type { DiscountPlace } from "../billing/discount.ts";
import { idOf } from "../store/reference.ts";
import type { ChangeRequest } from "./change.ts";
import { updateSubscription } from "./change.ts";
import { requireOwnMethod } from "./create.ts";
import type { UpdateParameters } from "./parameters.ts";
import { currentPeriod, hasEnded } from "./subscription.ts";

/** POST /v1/subscriptions/:id. @throws StripeApiError as `updateSubscription` does */
export function applyUpdate(
  operation: Operation,
  subscription: Stripe.Subscription,
  parameters: UpdateParameters,
): Stripe.Subscription {
  return updateSubscription(operation, subscription, {
    attributes: attributesOf(operation, subscription, parameters),
    ...billingOf(operation, subscription, parameters),
  });
}

/** The part of an update that items, trial and billing cycle are about. */
export function billingOf(
  operation: Operation,
  subscription: Stripe.Subscription,
  parameters: Pick<
    UpdateParameters,
    | "billing_cycle_anchor"
    | "items"
    | "payment_behavior"
    | "proration_behavior"
    | "proration_date"
    | "trial_end"
  >,
): ChangeRequest {
  return {
    items: (parameters.items ?? []).map(({ price, discounts, ...change }, index) => ({
      ...change,
      price:
        price === undefined
          ? undefined
          : operation.objects.named("price", price, `items[${index}][price]`),
      ...itemDiscounts(operation, subscription, change.id, discounts),
    })),
    prorationBehavior: parameters.proration_behavior,
    prorationDate: parameters.proration_date,
    trialEnd: parameters.trial_end,
    billingCycleAnchor: parameters.billing_cycle_anchor,
    paymentBehavior: parameters.payment_behavior,
  };
}

function attributesOf(
  operation: Operation,
  subscription: Stripe.Subscription,
  parameters: UpdateParameters,
): Partial<Stripe.Subscription> {
  const method = parameters.default_payment_method;
  const customer = idOf(subscription.customer) ?? "";
  if (typeof method === "string") requireOwnMethod(operation, method, customer);
  return {
    ...(parameters.metadata === undefined
      ? {}
      : { metadata: withMetadata(subscription.metadata, parameters.metadata) }),
    ...(parameters.description === undefined ? {} : { description: parameters.description }),
    ...(method === undefined ? {} : { default_payment_method: method }),
    ...(parameters.collection_method === undefined
      ? {}
      : { collection_method: parameters.collection_method }),
    ...(parameters.days_until_due === undefined
      ? {}
      : { days_until_due: parameters.days_until_due }),
    ...(parameters.pause_collection === undefined
      ? {}
      : { pause_collection: pauseOf(parameters.pause_collection) }),
    ...(parameters.discounts === undefined
      ? {}
      : {
          discounts: replacedDiscounts(
            operation,
            subscription.discounts,
            parameters.discounts ?? [],
            placeOf(subscription),
          ),
        }),
    ...settingsOf(subscription, parameters),
    ...cancellationOf(operation, subscription, parameters),
  };
}

function pauseOf(
  pause: NonNullable<UpdateParameters["pause_collection"]> | null,
): Stripe.Subscription.PauseCollection | null {
  return pause === null ? null : { behavior: pause.behavior, resumes_at: pause.resumes_at ?? null };
}

/** The discounts an item has from now on, where that is asked for; one that is new gets the id they name. */
function itemDiscounts(
  operation: Operation,
  subscription: Stripe.Subscription,
  id: string | undefined,
  asked: NonNullable<UpdateParameters["items"]>[number]["discounts"],
): { discounts?: string[]; newId?: string } {
  if (asked === undefined) return {};
  const held = subscription.items.data.find((item) => item.id === id);
  const item = held?.id ?? newId("si_");
  const place = { ...placeOf(subscription), item };
  return {
    newId: item,
    discounts: replacedDiscounts(operation, held?.discounts ?? [], asked ?? [], place),
  };
}

function placeOf(subscription: Stripe.Subscription): DiscountPlace {
  return {
    customer: idOf(subscription.customer) ?? "",
    subscription: subscription.id,
    invoice: null,
  };
}

function settingsOf(
  subscription: Stripe.Subscription,
  { payment_settings: payment, trial_settings: trial }: UpdateParameters,
): Partial<Stripe.Subscription> {
  const held = subscription.payment_settings;
  return {
    ...(payment === undefined
      ? {}
      : {
          payment_settings: {
            payment_method_options: held?.payment_method_options ?? null,
            payment_method_types:
              payment.payment_method_types ?? held?.payment_method_types ?? null,
            save_default_payment_method:
              payment.save_default_payment_method ?? held?.save_default_payment_method ?? null,
          },
        }),
    ...(trial === undefined
      ? {}
      : {
          trial_settings: {
            end_behavior: {
              billing_cycle_anchor: null,
              missing_payment_method: trial.end_behavior.missing_payment_method,
            },
          },
        }),
  };
}

/** A wish to end later is recorded when it is made, and forgotten when it is taken back. */
function cancellationOf(
  operation: Operation,
  subscription: Stripe.Subscription,
  parameters: UpdateParameters,
): Partial<Stripe.Subscription> {
  const { cancel_at_period_end: atPeriodEnd, cancel_at: at, cancellation_details } = parameters;
  const held = subscription.cancellation_details;
  const { comment = held?.comment, feedback = held?.feedback } = cancellation_details ?? {};
  const words: Stripe.Subscription.CancellationDetails = {
    comment: comment ?? null,
    feedback: feedback ?? null,
    feedback_option: held?.feedback_option ?? null,
    reason: held?.reason ?? null,
  };
  if (atPeriodEnd === undefined && at === undefined) {
    return cancellation_details === undefined ? {} : { cancellation_details: words };
  }
  if (hasEnded(subscription)) return { cancel_at_period_end: atPeriodEnd ?? false };
  const cancels = atPeriodEnd === true || typeof at === "number";
  return {
    cancel_at: atPeriodEnd === true ? currentPeriod(subscription).end : (at ?? null),
    cancel_at_period_end: atPeriodEnd ?? false,
    canceled_at: cancels ? operation.now(subscription) : null,
    cancellation_details: cancels
      ? { ...words, reason: "cancellation_requested" }
      : { comment: null, feedback: null, feedback_option: null, reason: null },
  };
}
