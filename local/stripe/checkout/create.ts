import type Stripe from "stripe";
import { withMetadata } from "../api/metadata.ts";
import type { Operation } from "../api/operation.ts";
import { invalidRequest } from "../api/stripe-error.ts";
import type { NamedDiscount } from "../billing/promotion-code.ts";
import { namedDiscounts } from "../billing/promotion-code.ts";
import { requireChargeable } from "../payment_intents/parameters.ts";
import { discountOn, keptItems, lineItemsOf } from "./line-items.ts";
import type { CreateParameters, UnseenOfSession } from "./parameters.ts";
import { newSession } from "./session.ts";

/** Seconds. */
const SHORTEST_LIFE = 30 * 60;
const LONGEST_LIFE = 24 * 60 * 60;

/** @throws StripeApiError 400 for parameters that do not fit each other */
export function createSession(
  operation: Operation,
  asked: CreateParameters,
): Stripe.Checkout.Session {
  const { objects } = operation;
  requireFitting(asked);
  const created = operation.now();
  const expiresAt = asked.expires_at ?? created + LONGEST_LIFE;
  requireLife(expiresAt - created);
  const customer =
    asked.customer === undefined ? null : objects.named("customer", asked.customer, "customer");
  const items = keptItems(operation, asked.mode, asked.line_items ?? []);
  const discounts = namedDiscounts(objects, asked.discounts ?? [], customer?.id ?? null);
  const lines = lineItemsOf(objects, items);
  const trial = asked.subscription_data;
  const startsFree = trial?.trial_end !== undefined || trial?.trial_period_days !== undefined;
  // What is due when the session is paid: nothing, for a trial.
  const subtotal = startsFree ? 0 : lines.reduce((sum, line) => sum + line.amount_subtotal, 0);
  const currency = lines[0]?.currency ?? asked.currency ?? null;
  if (currency !== null) requireChargeable(subtotal, currency);
  const session = newSession(asked, {
    created,
    expiresAt,
    currency,
    subtotal: asked.mode === "setup" ? null : subtotal,
    discount: discountOn(objects, subtotal, discounts),
    pageAt: operation.pagesAt,
    customer,
  });
  objects.save(session);
  objects.saveUnseen(session.id, unseenOf(asked, items, discounts));
  return session;
}

function unseenOf(
  asked: CreateParameters,
  lineItems: UnseenOfSession["lineItems"],
  discounts: readonly NamedDiscount[],
): UnseenOfSession {
  const { subscription_data: subscription, payment_intent_data: payment } = asked;
  const made = subscription ?? payment ?? asked.setup_intent_data;
  return {
    lineItems,
    discounts: [...discounts],
    metadata: withMetadata({}, made?.metadata),
    description: made?.description ?? null,
    trialDays: subscription?.trial_period_days ?? null,
    trialEnd: subscription?.trial_end ?? null,
    missingPaymentMethod:
      subscription?.trial_settings?.end_behavior.missing_payment_method ?? "create_invoice",
    captureMethod: payment?.capture_method ?? "automatic_async",
    setupFutureUsage: payment?.setup_future_usage ?? null,
    receiptEmail: payment?.receipt_email ?? null,
    attempted: null,
  };
}

const BELONGS_TO = {
  payment_intent_data: "payment",
  setup_intent_data: "setup",
  subscription_data: "subscription",
} as const;

function requireFitting(asked: CreateParameters): void {
  for (const [parameter, mode] of Object.entries(BELONGS_TO)) {
    // Object.entries widens the keys it lists.
    if (asked[parameter as keyof typeof BELONGS_TO] !== undefined && asked.mode !== mode) {
      throw invalidRequest(
        `You can not pass \`${parameter}\` in \`${asked.mode}\` mode.`,
        parameter,
      );
    }
  }
  if (asked.allow_promotion_codes !== undefined && asked.discounts !== undefined) {
    throw invalidRequest(
      "You may only specify one of these parameters: allow_promotion_codes, discounts.",
    );
  }
  if (asked.customer !== undefined && asked.customer_email !== undefined) {
    throw invalidRequest("You may only specify one of these parameters: customer, customer_email.");
  }
  if (asked.customer !== undefined && asked.customer_creation !== undefined) {
    throw invalidRequest(
      "You may only specify one of these parameters: customer, customer_creation.",
    );
  }
  if (asked.customer_creation !== undefined && asked.mode !== "payment") {
    throw invalidRequest(
      "`customer_creation` can only be used in `payment` mode.",
      "customer_creation",
    );
  }
  const hosted = (asked.ui_mode ?? "hosted_page") === "hosted_page";
  const needed = hosted ? "success_url" : "return_url";
  if (asked[needed] === undefined) {
    throw invalidRequest(`Missing required param: ${needed}.`, needed, "parameter_missing");
  }
  for (const name of ["success_url", "cancel_url", "return_url"] as const) {
    const url = asked[name];
    if (url !== undefined && !/^https?:\/\//.test(url)) {
      throw invalidRequest(
        "Invalid URL: An explicit scheme (such as https) must be provided.",
        name,
        "url_invalid",
      );
    }
  }
  if (asked.mode === "setup" && asked.line_items !== undefined) {
    throw invalidRequest("You can not pass `line_items` in `setup` mode.", "line_items");
  }
  if (asked.mode === "setup" && asked.currency === undefined) {
    throw invalidRequest("Missing required param: currency.", "currency", "parameter_missing");
  }
}

function requireLife(life: number): void {
  if (life < SHORTEST_LIFE) {
    throw invalidRequest(
      "The `expires_at` timestamp must be at least 30 minutes from Checkout Session creation.",
      "expires_at",
    );
  }
  if (life > LONGEST_LIFE) {
    throw invalidRequest(
      "The `expires_at` timestamp must be less than 24 hours from Checkout Session creation.",
      "expires_at",
    );
  }
}
