import type { z } from "zod";
import { listAnswer } from "../api/list.ts";
import { withMetadata } from "../api/metadata.ts";
import type { Operation } from "../api/operation.ts";
import {
  currency,
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
import type { ReportedPayment } from "./payment-record.ts";
import { newPaymentRecord } from "./payment-record.ts";

const reportParameters = hash({
  amount_requested: hash({ currency: currency(), value: integer({ min: 1 }) }),
  canceled: hash({ canceled_at: timestamp() }).optional(),
  customer_details: hash({
    customer: text().optional(),
    email: text(512).optional(),
    name: text().optional(),
    phone: text().optional(),
  }).optional(),
  customer_presence: oneOf("off_session", "on_session").optional(),
  description: text().optional(),
  failed: hash({ failed_at: timestamp() }).optional(),
  guaranteed: hash({ guaranteed_at: timestamp() }).optional(),
  initiated_at: timestamp(),
  metadata: metadata().optional(),
  outcome: oneOf("canceled", "failed", "guaranteed").optional(),
  payment_method_details: hash({
    custom: hash({ display_name: text().optional(), type: text().optional() }).optional(),
    type: oneOf("custom").optional(),
  }),
  processor_details: hash({
    custom: hash({ payment_reference: text() }).optional(),
    type: oneOf("custom"),
  }).optional(),
});

/**
 * Payments outside Stripe, so that they can pay invoices. No event tells of them.
 * @see https://docs.stripe.com/api/payment-record
 */
export const paymentRecordResource: Resource = {
  routes: [
    route({
      method: "POST",
      path: "/payment_records/report_payment",
      parameters: reportParameters,
      answer: ({ parameters, operation }) => {
        const record = newPaymentRecord(reported(operation, parameters));
        operation.objects.save(record);
        return record;
      },
    }),
    route({
      method: "GET",
      path: "/payment_records",
      parameters: hash(listParameters),
      answer: ({ parameters, operation }) =>
        listAnswer(operation, "payment_record", "/v1/payment_records", parameters),
    }),
    route({
      method: "GET",
      path: "/payment_records/:id",
      parameters: hash({}),
      answer: ({ path, operation }) => operation.objects.get("payment_record", path["id"] ?? ""),
    }),
  ],
};

function reported(operation: Operation, asked: z.output<typeof reportParameters>): ReportedPayment {
  const { outcome = null, customer_details: payer, payment_method_details: details } = asked;
  if (outcome !== null && asked[outcome] === undefined) {
    throw invalidRequest(`Missing required param: ${outcome}.`, outcome, "parameter_missing");
  }
  if (payer?.customer !== undefined) {
    operation.objects.named("customer", payer.customer, "customer_details[customer]");
  }
  return {
    created: operation.now({ customer: payer?.customer ?? null }),
    currency: asked.amount_requested.currency,
    amount: asked.amount_requested.value,
    outcome,
    customer:
      payer === undefined
        ? null
        : {
            customer: payer.customer ?? null,
            email: payer.email ?? null,
            name: payer.name ?? null,
            phone: payer.phone ?? null,
          },
    presence: asked.customer_presence ?? null,
    description: asked.description ?? null,
    metadata: withMetadata({}, asked.metadata),
    method: {
      name: details.custom?.display_name ?? "Custom",
      type: details.custom?.type ?? null,
    },
    reference: asked.processor_details?.custom?.payment_reference ?? null,
  };
}
