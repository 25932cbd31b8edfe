import { listAnswer } from "../api/list.ts";
import { createdRange, hash, listParameters, oneOf, text } from "../api/parameters.ts";
import type { Resource } from "../api/resource.ts";
import { route } from "../api/route.ts";

export const invoicePaymentResource: Resource = {
  routes: [
    route({
      method: "GET",
      path: "/invoice_payments",
      parameters: hash({
        ...listParameters,
        created: createdRange().optional(),
        invoice: text().optional(),
        payment: hash({
          payment_intent: text().optional(),
          payment_record: text().optional(),
          type: oneOf("payment_intent", "payment_record"),
        }).optional(),
        status: oneOf("canceled", "open", "paid").optional(),
      }),
      answer: ({ parameters, operation }) => {
        const { invoice, payment, status } = parameters;
        return listAnswer(operation, "invoice_payment", "/v1/invoice_payments", parameters, {
          invoice,
          status,
          "payment.payment_intent": payment?.payment_intent,
          "payment.payment_record": payment?.payment_record,
        });
      },
    }),
    route({
      method: "GET",
      path: "/invoice_payments/:id",
      parameters: hash({}),
      answer: ({ path, operation }) => operation.objects.get("invoice_payment", path["id"] ?? ""),
    }),
  ],
};
