import type Stripe from "stripe";
import { withMetadata } from "../api/metadata.ts";
import { newId } from "../ids.ts";
import type { CreateParameters } from "./parameters.ts";

export interface SessionFacts {
  /** Seconds since 1970. */
  readonly created: number;
  readonly expiresAt: number;
  readonly currency: string | null;
  readonly subtotal: number | null;
  readonly discount: number;
  /** Where its page is. */
  readonly pageAt: string;
  readonly customer: Stripe.Customer | null;
}

/** A session as it is created: open, and nothing collected. */
export function newSession(asked: CreateParameters, facts: SessionFacts): Stripe.Checkout.Session {
  const id = newId("cs_test_a1");
  const uiMode = asked.ui_mode ?? "hosted_page";
  const { subtotal, customer } = facts;
  return {
    id,
    object: "checkout.session",
    adaptive_pricing: { enabled: false },
    after_expiration: afterExpiration(asked),
    allow_promotion_codes: asked.allow_promotion_codes ?? null,
    allowed_payment_method_types: asked.allowed_payment_method_types ?? null,
    amount_subtotal: subtotal,
    amount_total: subtotal === null ? null : subtotal - facts.discount,
    automatic_tax: {
      enabled: asked.automatic_tax?.enabled ?? false,
      liability: null,
      provider: null,
      status: null,
    },
    billing_address_collection: asked.billing_address_collection ?? null,
    cancel_url: asked.cancel_url ?? null,
    client_reference_id: asked.client_reference_id ?? null,
    client_secret: uiMode === "hosted_page" ? null : `${id}_secret_local`,
    collected_information: null,
    consent: null,
    consent_collection: null,
    created: facts.created,
    currency: facts.currency,
    currency_conversion: null,
    custom_fields: [],
    custom_text: {
      after_submit: null,
      shipping_address: null,
      submit: null,
      terms_of_service_acceptance: null,
    },
    customer: customer?.id ?? null,
    customer_account: null,
    customer_creation: customerCreation(asked),
    customer_details: detailsBefore(asked, customer),
    customer_email: asked.customer_email ?? null,
    discounts: (asked.discounts ?? []).map(({ coupon, promotion_code }) => ({
      coupon: coupon ?? null,
      promotion_code: promotion_code ?? null,
    })),
    expires_at: facts.expiresAt,
    integration_identifier: null,
    invoice: null,
    invoice_creation: asked.mode === "payment" ? NO_INVOICE : null,
    livemode: false,
    // Any string is a locale to the SDK's open type.
    locale: asked.locale ?? null,
    managed_payments: { enabled: false },
    metadata: withMetadata({}, asked.metadata),
    mode: asked.mode,
    origin_context: null,
    payment_intent: null,
    payment_link: null,
    payment_method_collection: asked.payment_method_collection ?? "always",
    payment_method_configuration_details: null,
    payment_method_options: { card: { request_three_d_secure: "automatic" } },
    payment_method_types: ["card"],
    payment_status:
      asked.mode === "setup" || (subtotal !== null && subtotal - facts.discount === 0)
        ? "no_payment_required"
        : "unpaid",
    permissions: null,
    phone_number_collection: { enabled: asked.phone_number_collection?.enabled ?? false },
    recovered_from: null,
    ...(asked.return_url === undefined ? {} : { return_url: asked.return_url }),
    saved_payment_method_options:
      asked.mode === "payment" || customer === null
        ? null
        : {
            allow_redisplay_filters: ["always"],
            payment_method_remove: "disabled",
            payment_method_save: null,
          },
    setup_intent: null,
    shipping_address_collection: null,
    shipping_cost: null,
    shipping_options: [],
    status: "open",
    submit_type: asked.submit_type ?? null,
    subscription: null,
    success_url: asked.success_url ?? null,
    total_details:
      subtotal === null
        ? null
        : { amount_discount: facts.discount, amount_shipping: 0, amount_tax: 0 },
    ui_mode: uiMode,
    url: uiMode === "hosted_page" ? `${facts.pageAt}/c/pay/${id}` : null,
    wallet_options: null,
  };
}

const NO_INVOICE: Stripe.Checkout.Session.InvoiceCreation = {
  enabled: false,
  invoice_data: {
    account_tax_ids: null,
    custom_fields: null,
    description: null,
    footer: null,
    issuer: null,
    metadata: {},
    rendering_options: null,
  },
};

function afterExpiration({
  after_expiration: asked,
}: CreateParameters): Stripe.Checkout.Session.AfterExpiration | null {
  const recovery = asked?.recovery;
  if (recovery === undefined) return null;
  return {
    recovery: {
      allow_promotion_codes: recovery.allow_promotion_codes ?? false,
      enabled: recovery.enabled,
      expires_at: null,
      url: null,
    },
  };
}

/** Payments make a customer only when asked; subscriptions and setups always have one. */
function customerCreation(
  asked: CreateParameters,
): Stripe.Checkout.Session.CustomerCreation | null {
  if (asked.customer !== undefined) return null;
  return asked.mode === "payment" ? (asked.customer_creation ?? "if_required") : "always";
}

function detailsBefore(
  asked: CreateParameters,
  customer: Stripe.Customer | null,
): Stripe.Checkout.Session.CustomerDetails | null {
  const email = asked.customer_email ?? customer?.email ?? null;
  if (customer === null && email === null) return null;
  return { ...NO_DETAILS, email };
}

export const NO_DETAILS: Stripe.Checkout.Session.CustomerDetails = {
  address: null,
  business_name: null,
  email: null,
  individual_name: null,
  name: null,
  phone: null,
  tax_exempt: "none",
  tax_ids: [],
};
