import {
  boolean,
  clearable,
  currency,
  hash,
  integer,
  listOf,
  metadata,
  oneOf,
  text,
} from "../api/parameters.ts";
import { invalidRequest } from "../api/stripe-error.ts";
import { amountComplaint, sizeComplaint } from "./amount-complaint.ts";

const LARGEST_AMOUNT = 99_999_999;

export const captureMethods = oneOf("automatic", "automatic_async", "manual");
export const futureUsages = oneOf("off_session", "on_session");

/** What both creating and confirming take. */
const confirming = {
  capture_method: captureMethods.optional(),
  error_on_requires_action: boolean().optional(),
  off_session: boolean().optional(),
  payment_method: text().optional(),
  receipt_email: clearable(text(512)).optional(),
  return_url: text().optional(),
  setup_future_usage: clearable(futureUsages).optional(),
};

/** What both creating and updating take. */
const describing = {
  customer: text().optional(),
  description: clearable(text(1000)).optional(),
  metadata: metadata().optional(),
  statement_descriptor: clearable(text(22)).optional(),
  statement_descriptor_suffix: clearable(text(22)).optional(),
};

const amount = () => integer({ min: 1, max: LARGEST_AMOUNT });

export const createParameters = hash({
  ...confirming,
  ...describing,
  allowed_payment_method_types: listOf(text()).optional(),
  amount: amount(),
  automatic_payment_methods: hash({
    enabled: boolean(),
    allow_redirects: oneOf("always", "never").optional(),
  }).optional(),
  confirm: boolean().optional(),
  currency: currency(),
  excluded_payment_method_types: listOf(text()).optional(),
});

export const updateParameters = hash({
  ...describing,
  amount: amount().optional(),
  currency: currency().optional(),
  payment_method: clearable(text()).optional(),
  receipt_email: clearable(text(512)).optional(),
  setup_future_usage: clearable(futureUsages).optional(),
});

export const confirmParameters = hash(confirming);

/** @throws StripeApiError 400 for an amount its currency cannot have, or that is too large */
export function requireChargeable(amountAsked: number, currencyAsked: string): void {
  const complaint = amountComplaint(amountAsked, currencyAsked);
  if (complaint !== undefined)
    throw invalidRequest(complaint, "amount", "parameter_invalid_integer");
  const size = sizeComplaint(amountAsked, currencyAsked);
  if (size !== undefined) throw invalidRequest(size, "amount", "amount_too_large");
}
