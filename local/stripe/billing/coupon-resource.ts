import type Stripe from "stripe";
import { z } from "zod";
import { listAnswer } from "../api/list.ts";
import { withMetadata } from "../api/metadata.ts";
import {
  createdRange,
  currency,
  hash,
  integer,
  listOf,
  listParameters,
  metadata,
  oneOf,
  text,
} from "../api/parameters.ts";
import type { Resource } from "../api/resource.ts";
import { route } from "../api/route.ts";
import { invalidRequest } from "../api/stripe-error.ts";
import { randomText } from "../ids.ts";

/** Up to two decimals, above 0 and not above 100. */
const percent = z
  .string()
  .regex(/^\d{1,3}(\.\d{1,2})?$/, "must be a number of up to two decimals")
  .transform(Number)
  .refine((value) => value > 0 && value <= 100, "must be greater than 0 and at most 100");

const createParameters = hash({
  amount_off: integer({ min: 1 }).optional(),
  applies_to: hash({ products: listOf(text()) }).optional(),
  currency: currency().optional(),
  currency_options: z.record(currency(), hash({ amount_off: integer({ min: 1 }) })).optional(),
  duration: oneOf("forever", "once", "repeating").optional(),
  duration_in_months: integer({ min: 1 }).optional(),
  id: text().optional(),
  max_redemptions: integer({ min: 1 }).optional(),
  metadata: metadata().optional(),
  name: text(40).optional(),
  percent_off: percent.optional(),
});

export const couponResource: Resource = {
  expansions: {
    "coupon.applies_to": (objects, id) => objects.get("coupon", id).applies_to,
    "coupon.currency_options": (objects, id) => objects.get("coupon", id).currency_options,
  },
  routes: [
    route({
      method: "POST",
      path: "/coupons",
      parameters: createParameters,
      answer: ({ parameters, operation }) => {
        const coupon = newCoupon(operation.now(), parameters);
        if (operation.objects.find("coupon", coupon.id) !== undefined) {
          throw invalidRequest("Coupon already exists.", "id", "resource_already_exists");
        }
        for (const product of coupon.applies_to?.products ?? []) {
          operation.objects.named("product", product, "applies_to[products]");
        }
        return operation.add("coupon.created", coupon);
      },
    }),
    route({
      method: "GET",
      path: "/coupons",
      parameters: hash({ ...listParameters, created: createdRange().optional() }),
      answer: ({ parameters, operation }) =>
        listAnswer(operation, "coupon", "/v1/coupons", parameters),
    }),
    route({
      method: "GET",
      path: "/coupons/:id",
      parameters: hash({}),
      answer: ({ path, operation }) => operation.objects.get("coupon", path["id"] ?? ""),
    }),
    route({
      method: "DELETE",
      path: "/coupons/:id",
      parameters: hash({}),
      answer: ({ path, operation }) => {
        const coupon = operation.objects.get("coupon", path["id"] ?? "");
        // Discounts it gave keep running, so the coupon stays and is only no longer valid.
        operation.objects.save({ ...coupon, valid: false });
        operation.emit("coupon.deleted", { ...coupon, valid: false });
        return { id: coupon.id, object: "coupon", deleted: true };
      },
    }),
  ],
};

function newCoupon(created: number, asked: z.output<typeof createParameters>): Stripe.Coupon {
  const { amount_off: amount, percent_off: percentOff, duration = "once" } = asked;
  if ((amount === undefined) === (percentOff === undefined)) {
    throw invalidRequest("You must pass either percent_off or amount_off.", "percent_off");
  }
  if (amount !== undefined && asked.currency === undefined) {
    throw invalidRequest("You must pass currency when passing amount_off", "currency");
  }
  if ((duration === "repeating") !== (asked.duration_in_months !== undefined)) {
    throw invalidRequest(
      "You must pass duration_in_months exactly when duration is repeating.",
      "duration_in_months",
    );
  }
  return {
    id: asked.id ?? randomText(8),
    object: "coupon",
    amount_off: amount ?? null,
    ...(asked.applies_to === undefined ? {} : { applies_to: asked.applies_to }),
    ...(amount === undefined || asked.currency === undefined
      ? {}
      : {
          currency_options: { ...asked.currency_options, [asked.currency]: { amount_off: amount } },
        }),
    created,
    currency: amount === undefined ? null : (asked.currency ?? null),
    duration,
    duration_in_months: asked.duration_in_months ?? null,
    livemode: false,
    max_redemptions: asked.max_redemptions ?? null,
    metadata: withMetadata({}, asked.metadata),
    name: asked.name ?? null,
    percent_off: percentOff ?? null,
    redeem_by: null,
    times_redeemed: 0,
    valid: true,
  } satisfies Stripe.Coupon;
}
