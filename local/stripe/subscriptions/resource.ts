import { z } from "zod";
import {
  boolean,
  clearable,
  createdRange,
  hash,
  listParameters,
  oneOf,
  text,
} from "../api/parameters.ts";
import type { Resource } from "../api/resource.ts";
import { route } from "../api/route.ts";
import { noSuch } from "../api/stripe-error.ts";
import { deletedDiscount } from "../customers/discount.ts";
import { idOf } from "../store/reference.ts";
import { searchRoute } from "../search/search.ts";
import { cancelSubscription } from "./cancel.ts";
import { createSubscription } from "./create.ts";
import { listSubscriptions } from "./list.ts";
import { createParameters, updateParameters } from "./parameters.ts";
import { pauseSubscription } from "./pause.ts";
import { resumeSubscription } from "./resume.ts";
import { changeSubscription } from "./save.ts";
import { applyUpdate } from "./update.ts";

const STATUSES = [
  "active",
  "all",
  "canceled",
  "ended",
  "incomplete",
  "incomplete_expired",
  "past_due",
  "paused",
  "trialing",
  "unpaid",
] as const;

export const subscriptionResource: Resource = {
  routes: [
    searchRoute("subscriptions", "subscription", ["status"]),
    route({
      method: "POST",
      path: "/subscriptions",
      parameters: createParameters,
      answer: ({ parameters, operation }) => createSubscription(operation, parameters),
    }),
    route({
      method: "GET",
      path: "/subscriptions",
      parameters: hash({
        ...listParameters,
        collection_method: oneOf("charge_automatically", "send_invoice").optional(),
        created: createdRange().optional(),
        customer: text().optional(),
        price: text().optional(),
        status: oneOf(...STATUSES).optional(),
        test_clock: text().optional(),
      }),
      answer: ({ parameters, operation }) => listSubscriptions(operation, parameters),
    }),
    route({
      method: "GET",
      path: "/subscriptions/:id",
      parameters: hash({}),
      answer: ({ path, operation }) => operation.objects.get("subscription", path["id"] ?? ""),
    }),
    route({
      method: "POST",
      path: "/subscriptions/:id",
      parameters: updateParameters,
      answer: ({ path, parameters, operation }) => {
        const subscription = operation.objects.get("subscription", path["id"] ?? "");
        return applyUpdate(operation, subscription, parameters);
      },
    }),
    route({
      method: "DELETE",
      path: "/subscriptions/:id",
      parameters: hash({
        cancellation_details: hash({
          comment: clearable(text(5000)).optional(),
          feedback: clearable(text()).optional(),
        }).optional(),
        invoice_now: boolean().optional(),
        prorate: boolean().optional(),
      }),
      answer: ({ path, parameters, operation }) => {
        const { comment, feedback } = parameters.cancellation_details ?? {};
        return cancelSubscription(
          operation,
          operation.objects.get("subscription", path["id"] ?? ""),
          {
            prorate: parameters.prorate,
            invoiceNow: parameters.invoice_now,
            details: {
              ...(comment === undefined ? {} : { comment }),
              ...(feedback === undefined ? {} : { feedback }),
            },
          },
        );
      },
    }),
    route({
      method: "DELETE",
      path: "/subscriptions/:id/discount",
      parameters: hash({}),
      answer: ({ path, operation }) => {
        const subscription = operation.objects.get("subscription", path["id"] ?? "");
        const [first] = subscription.discounts;
        const discount = operation.objects.find("discount", idOf(first) ?? "");
        if (discount === undefined) throw noSuch("discount", subscription.id, "id");
        applyUpdate(operation, subscription, { discounts: null });
        return deletedDiscount(discount);
      },
    }),
    route({
      method: "POST",
      path: "/subscriptions/:id/pause",
      parameters: hash({
        bill_for: hash({
          unused_time_from: hash({ type: oneOf("none", "now") }).optional(),
        }).optional(),
        invoicing_behavior: oneOf("invoice", "pending_invoice_item").optional(),
        type: oneOf("subscription").optional(),
      }),
      answer: ({ path, parameters, operation }) =>
        pauseSubscription(operation, operation.objects.get("subscription", path["id"] ?? ""), {
          unusedTimeFrom: parameters.bill_for?.unused_time_from?.type ?? "now",
          invoicingBehavior: parameters.invoicing_behavior ?? "pending_invoice_item",
        }),
    }),
    route({
      method: "POST",
      path: "/subscriptions/:id/resume",
      parameters: hash({
        billing_cycle_anchor: z
          .union([oneOf("now", "unchanged"), hash({ type: oneOf("now", "unchanged") })])
          .optional(),
        payment_behavior: oneOf(
          "resume_on_payment_attempt",
          "resume_on_payment_success",
        ).optional(),
        proration_behavior: oneOf("always_invoice", "create_prorations", "none").optional(),
      }),
      answer: ({ path, parameters, operation }) => {
        const anchor = parameters.billing_cycle_anchor ?? "now";
        return resumeSubscription(
          operation,
          operation.objects.get("subscription", path["id"] ?? ""),
          {
            billingCycleAnchor: typeof anchor === "string" ? anchor : anchor.type,
            prorationBehavior: parameters.proration_behavior ?? "create_prorations",
            paymentBehavior: parameters.payment_behavior ?? "resume_on_payment_attempt",
          },
        );
      },
    }),
    route({
      method: "DELETE",
      path: "/subscriptions/:id/discount",
      parameters: hash({}),
      answer: ({ path, operation }) => {
        const subscription = operation.objects.get("subscription", path["id"] ?? "");
        const [first] = subscription.discounts;
        const id = typeof first === "string" ? first : (first?.id ?? "");
        const discount = operation.objects.get("discount", id);
        changeSubscription(operation, subscription, { ...subscription, discounts: [] });
        operation.emit("customer.discount.deleted", discount);
        return { ...discount, deleted: true };
      },
    }),
  ],
};
