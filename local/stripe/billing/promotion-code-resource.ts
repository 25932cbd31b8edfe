import type Stripe from "stripe";
import type { z } from "zod";
import type { ApiList } from "../api/list.ts";
import { listAnswer } from "../api/list.ts";
import { withMetadata } from "../api/metadata.ts";
import type { Operation } from "../api/operation.ts";
import {
  boolean,
  createdRange,
  hash,
  integer,
  listParameters,
  metadata,
  oneOf,
  text,
  timestamp,
} from "../api/parameters.ts";
import type { Resource } from "../api/resource.ts";
import { route } from "../api/route.ts";
import { invalidRequest } from "../api/stripe-error.ts";
import { newId, randomText } from "../ids.ts";
import { idOf } from "../store/reference.ts";
import { codesLike, isRedeemable } from "./promotion-code.ts";

const createParameters = hash({
  active: boolean().optional(),
  code: text(500).optional(),
  customer: text().optional(),
  expires_at: timestamp().optional(),
  max_redemptions: integer({ min: 1 }).optional(),
  metadata: metadata().optional(),
  promotion: hash({ coupon: text(), type: oneOf("coupon") }),
});

const listed = hash({
  ...listParameters,
  active: boolean().optional(),
  code: text().optional(),
  coupon: text().optional(),
  created: createdRange().optional(),
  customer: text().optional(),
});

/** @see https://docs.stripe.com/api/promotion_codes */
export const promotionCodeResource: Resource = {
  routes: [
    route({
      method: "POST",
      path: "/promotion_codes",
      parameters: createParameters,
      answer: ({ parameters, operation }) =>
        operation.add("promotion_code.created", newPromotionCode(operation, parameters)),
    }),
    route({
      method: "GET",
      path: "/promotion_codes",
      parameters: listed,
      answer: ({ parameters, operation }) => listOfCodes(operation, parameters),
    }),
    route({
      method: "GET",
      path: "/promotion_codes/:id",
      parameters: hash({}),
      answer: ({ path, operation: { objects } }) => objects.get("promotion_code", path["id"] ?? ""),
    }),
    route({
      method: "POST",
      path: "/promotion_codes/:id",
      parameters: hash({ active: boolean().optional(), metadata: metadata().optional() }),
      answer: ({ path, parameters, operation }) => {
        const held = operation.objects.get("promotion_code", path["id"] ?? "");
        return operation.change("promotion_code.updated", held, {
          ...held,
          active: parameters.active ?? held.active,
          metadata: withMetadata(held.metadata ?? {}, parameters.metadata),
        });
      },
    }),
  ],
};

/** A code is the same in any case, so those with one are compared here; there are few of them. */
function listOfCodes(
  operation: Operation,
  parameters: z.output<typeof listed>,
): ApiList<Stripe.PromotionCode> {
  const { active, code, coupon, customer } = parameters;
  if (code === undefined) {
    return listAnswer(operation, "promotion_code", "/v1/promotion_codes", parameters, {
      active: active === undefined ? undefined : Number(active),
      customer,
      "promotion.coupon": coupon,
    });
  }
  const data = codesLike(operation.objects, code).filter(
    (each) =>
      (active === undefined || isRedeemable(operation.objects, each) === active) &&
      (customer === undefined || idOf(each.customer) === customer) &&
      (coupon === undefined || idOf(each.promotion.coupon) === coupon),
  );
  return { object: "list", data, has_more: false, url: "/v1/promotion_codes" };
}

function newPromotionCode(
  operation: Operation,
  asked: z.output<typeof createParameters>,
): Stripe.PromotionCode {
  const { objects } = operation;
  const coupon = objects.named("coupon", asked.promotion.coupon, "promotion[coupon]");
  const code = asked.code ?? randomText(8).toUpperCase();
  if (!/^[A-Za-z0-9-]+$/.test(code)) {
    throw invalidRequest("A promotion code has letters, digits and dashes only.", "code");
  }
  const customer =
    asked.customer === undefined ? null : objects.named("customer", asked.customer, "customer").id;
  const isTaken = codesLike(objects, code).some(
    (each) => isRedeemable(objects, each) && idOf(each.customer) === customer,
  );
  if (isTaken) {
    throw invalidRequest(
      `An active promotion code with \`code: ${code}\` already exists.`,
      "code",
      "resource_already_exists",
    );
  }
  return {
    id: newId("promo_1"),
    object: "promotion_code",
    active: asked.active ?? true,
    code,
    created: operation.now(),
    customer,
    customer_account: null,
    expires_at: asked.expires_at ?? null,
    livemode: false,
    max_redemptions: asked.max_redemptions ?? null,
    metadata: withMetadata({}, asked.metadata),
    promotion: { coupon: coupon.id, type: "coupon" },
    restrictions: {
      first_time_transaction: false,
      minimum_amount: null,
      minimum_amount_currency: null,
    },
    times_redeemed: 0,
  };
}
