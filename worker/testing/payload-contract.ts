/**
 * The contract with Apex, written down a second time: what the projections let through is held against it. A change here is
 * a change of what leaves the edge.
 */
import { eventTypeOf, type ObjectName } from "../webhook/event-types.ts";

/** By kind of object: every path that may stand in a payload's `object` and, where it has changed, in its `previous_attributes`. */
const CONTRACT: Readonly<Record<ObjectName, string>> = {
  customer: `email name phone address address.line1 address.line2 address.city address.state
    address.postal_code address.country delinquent deleted invoice_settings invoice_settings.default_payment_method metadata`,
  subscription: `customer status metadata cancel_at_period_end cancel_at canceled_at ended_at start_date
    trial_end collection_method currency
    pause_collection pause_collection.behavior pause_collection.resumes_at cancellation_details
    cancellation_details.reason cancellation_details.feedback
    discounts discounts.* discounts.*.id discounts.*.coupon discounts.*.percent_off discounts.*.amount_off
    discounts.*.currency discounts.*.duration discounts.*.end default_tax_rates default_tax_rates.*
    default_tax_rates.*.inclusive default_tax_rates.*.percentage items items.has_more items.data items.data.* items.data.*.id
    items.data.*.quantity items.data.*.discounts items.data.*.discounts.* items.data.*.discounts.*.id
    items.data.*.discounts.*.coupon items.data.*.discounts.*.percent_off items.data.*.discounts.*.amount_off
    items.data.*.discounts.*.currency items.data.*.discounts.*.duration
    items.data.*.discounts.*.end items.data.*.tax_rates items.data.*.tax_rates.*
    items.data.*.tax_rates.*.inclusive items.data.*.tax_rates.*.percentage items.data.*.price.tax_behavior
    items.data.*.current_period_start items.data.*.current_period_end items.data.*.price
    items.data.*.price.id items.data.*.price.product items.data.*.price.unit_amount
    items.data.*.price.unit_amount_decimal items.data.*.price.billing_scheme items.data.*.price.tiers_mode
    items.data.*.price.transform_quantity items.data.*.price.transform_quantity.divide_by
    items.data.*.price.transform_quantity.round items.data.*.price.recurring.usage_type
    items.data.*.price.currency items.data.*.price.lookup_key
    items.data.*.price.recurring items.data.*.price.recurring.interval
    items.data.*.price.recurring.interval_count`,
  invoice: `customer status currency number amount_due amount_paid amount_paid_off_stripe amount_remaining
    pre_payment_credit_notes_amount post_payment_credit_notes_amount subtotal total total_taxes
    total_taxes.* total_taxes.*.amount total_discount_amounts total_discount_amounts.*
    total_discount_amounts.*.amount attempt_count attempted auto_advance next_payment_attempt billing_reason
    collection_method due_date period_start period_end hosted_invoice_url invoice_pdf deleted
    status_transitions status_transitions.finalized_at status_transitions.marked_uncollectible_at
    status_transitions.paid_at status_details
    status_details.uncollectible status_details.uncollectible.reason parent
    parent.subscription_details parent.subscription_details.subscription
    parent.subscription_details.metadata lines lines.has_more lines.data lines.data.* lines.data.*.id
    lines.data.*.amount lines.data.*.description lines.data.*.quantity
    lines.data.*.period lines.data.*.period.start lines.data.*.period.end lines.data.*.pricing
    lines.data.*.pricing.price_details lines.data.*.pricing.price_details.price
    lines.data.*.pricing.price_details.product lines.data.*.parent
    lines.data.*.parent.invoice_item_details lines.data.*.parent.invoice_item_details.proration
    lines.data.*.parent.subscription_item_details
    lines.data.*.parent.subscription_item_details.proration
    lines.data.*.parent.subscription_item_details.subscription_item payments payments.data
    payments.data.* payments.data.*.payment payments.data.*.payment.payment_intent`,
  invoice_payment: `invoice amount_paid amount_requested currency is_default status payment
    payment.payment_intent payment.charge payment.payment_record status_transitions
    status_transitions.paid_at`,
  "checkout.session": `client_reference_id customer subscription mode expires_at url metadata`,
  payment_intent: `amount amount_received currency status customer latest_charge invoice
    last_payment_error last_payment_error.code last_payment_error.decline_code
    last_payment_error.message payment_method_details payment_method_details.type
    payment_method_details.card payment_method_details.card.brand payment_method_details.card.last4`,
  charge: `payment_intent customer amount amount_captured amount_refunded captured currency status
    failure_code failure_message outcome outcome.type outcome.reason outcome.advice_code receipt_url invoice
    payment_method_details payment_method_details.type payment_method_details.card
    payment_method_details.card.brand payment_method_details.card.last4`,
  credit_note: `customer invoice number amount out_of_band_amount currency type reason status voided_at pdf`,
  coupon: `name percent_off amount_off currency duration duration_in_months valid redeem_by max_redemptions
    times_redeemed applies_to applies_to.products applies_to.products.* deleted`,
  discount: `customer subscription subscription_item promotion_code start end coupon percent_off amount_off
    currency duration`,
  refund: `amount currency charge payment_intent status reason failure_reason`,
  dispute: `amount currency charge payment_intent status reason evidence_details
    evidence_details.due_by evidence_details.has_evidence`,
  payment_method: `type customer card card.brand card.last4 card.exp_month card.exp_year`,
  payout: `amount arrival_date automatic currency description failure_code failure_message method
    reconciliation_status statement_descriptor status trace_id trace_id.value`,
  product: "name active",
  price: `product active currency unit_amount tiers_mode recurring recurring.interval recurring.interval_count`,
};

export const OF_EVERY_OBJECT = ["id", "object", "livemode", "created"];

export function fieldsOf(kind: ObjectName): readonly string[] {
  return CONTRACT[kind].split(/\s+/);
}

/** Every path that may stand in the payload of an event of this type. */
export function contractOf(type: string): ReadonlySet<string> {
  const kind = eventTypeOf(type)?.object;
  if (kind === undefined) throw new Error(`${type} is not wanted.`);
  return new Set([
    ...["object", "previous_attributes", "request", "request.id", "request.idempotency_key"],
    "truncated",
    ...[...OF_EVERY_OBJECT, ...fieldsOf(kind)].map((path) => `object.${path}`),
    ...fieldsOf(kind).map((path) => `previous_attributes.${path}`),
  ]);
}
