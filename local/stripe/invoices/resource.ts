import { embeddedList, listAnswer } from "../api/list.ts";
import { boolean, createdRange, hash, listParameters, oneOf, text } from "../api/parameters.ts";
import type { Resource } from "../api/resource.ts";
import { route } from "../api/route.ts";
import { openPayment } from "../invoice_payments/open-payment.ts";
import { searchRoute } from "../search/search.ts";
import { attachPayment } from "./attach-payment.ts";
import { createInvoice, createParameters, updateParameters } from "./create.ts";
import { deleteDraft } from "./edit.ts";
import { finalizeByHand, finalizeInvoice } from "./finalize.ts";
import { payInvoice } from "./pay.ts";
import { previewInvoice, previewParameters } from "./preview.ts";
import { requireStatus } from "./require-status.ts";
import { sendInvoice } from "./send.ts";
import { updateInvoice } from "./update.ts";
import { markUncollectible, voidInvoice } from "./write-off.ts";

export const invoiceResource: Resource = {
  routes: [
    searchRoute("invoices", "invoice", ["currency", "customer", "number", "status", "total"]),
    route({
      method: "POST",
      path: "/invoices/create_preview",
      parameters: previewParameters,
      answer: ({ parameters, operation }) => previewInvoice(operation, parameters),
    }),
    route({
      method: "POST",
      path: "/invoices",
      parameters: createParameters,
      answer: ({ parameters, operation }) => createInvoice(operation, parameters),
    }),
    route({
      method: "GET",
      path: "/invoices",
      parameters: hash({
        ...listParameters,
        collection_method: oneOf("charge_automatically", "send_invoice").optional(),
        created: createdRange().optional(),
        customer: text().optional(),
        status: oneOf("draft", "open", "paid", "uncollectible", "void").optional(),
        subscription: text().optional(),
      }),
      answer: ({ parameters, operation }) => {
        const { collection_method, customer, status, subscription } = parameters;
        return listAnswer(operation, "invoice", "/v1/invoices", parameters, {
          collection_method,
          customer,
          status,
          "parent.subscription_details.subscription": subscription,
        });
      },
    }),
    route({
      method: "GET",
      path: "/invoices/:id",
      parameters: hash({}),
      answer: ({ path, operation }) => operation.objects.get("invoice", path["id"] ?? ""),
    }),
    route({
      method: "POST",
      path: "/invoices/:id",
      parameters: updateParameters,
      answer: ({ path, parameters, operation }) =>
        updateInvoice(operation, operation.objects.get("invoice", path["id"] ?? ""), parameters),
    }),
    route({
      method: "DELETE",
      path: "/invoices/:id",
      parameters: hash({}),
      answer: ({ path, operation }) => {
        const invoice = operation.objects.get("invoice", path["id"] ?? "");
        deleteDraft(operation, invoice);
        return { id: invoice.id, object: "invoice", deleted: true };
      },
    }),
    route({
      method: "GET",
      path: "/invoices/:id/lines",
      parameters: hash(listParameters),
      answer: ({ path, parameters, operation }) => {
        const { lines, id } = operation.objects.get("invoice", path["id"] ?? "");
        const { limit = 10, starting_after: after } = parameters;
        const rest = lines.data.slice(lines.data.findIndex((line) => line.id === after) + 1);
        const page = embeddedList(rest.slice(0, limit), `/v1/invoices/${id}/lines`);
        return { ...page, has_more: rest.length > limit };
      },
    }),
    route({
      method: "POST",
      path: "/invoices/:id/finalize",
      parameters: hash({ auto_advance: boolean().optional() }),
      answer: ({ path, parameters, operation }) => {
        const draft = operation.objects.get("invoice", path["id"] ?? "");
        const { auto_advance = draft.auto_advance ?? false } = parameters;
        return finalizeByHand(operation, { ...draft, auto_advance });
      },
    }),
    route({
      method: "POST",
      path: "/invoices/:id/pay",
      parameters: hash({
        off_session: boolean().optional(),
        paid_out_of_band: boolean().optional(),
        payment_method: text().optional(),
      }),
      answer: ({ path, parameters, operation }) =>
        payInvoice(operation, operation.objects.get("invoice", path["id"] ?? ""), {
          paidOutOfBand: parameters.paid_out_of_band ?? false,
          paymentMethod: parameters.payment_method,
        }),
    }),
    route({
      method: "POST",
      path: "/invoices/:id/attach_payment",
      parameters: hash({ payment_intent: text().optional(), payment_record: text().optional() }),
      answer: ({ path, parameters, operation }) =>
        attachPayment(operation, operation.objects.get("invoice", path["id"] ?? ""), parameters),
    }),
    route({
      method: "POST",
      path: "/invoices/:id/send",
      parameters: hash({}),
      answer: ({ path, operation }) => {
        const invoice = operation.objects.get("invoice", path["id"] ?? "");
        const open = invoice.status === "draft" ? finalizeInvoice(operation, invoice) : invoice;
        return sendInvoice(operation, open);
      },
    }),
    route({
      method: "POST",
      path: "/invoices/:id/void",
      parameters: hash({}),
      answer: ({ path, operation }) =>
        voidInvoice(operation, operation.objects.get("invoice", path["id"] ?? "")),
    }),
    route({
      method: "POST",
      path: "/invoices/:id/mark_uncollectible",
      parameters: hash({}),
      answer: ({ path, operation }) => {
        const invoice = operation.objects.get("invoice", path["id"] ?? "");
        requireStatus(invoice, ["open"], "marked uncollectible");
        return markUncollectible(operation, invoice, "user_forgiven");
      },
    }),
  ],
  expansions: {
    "invoice.payments": (objects, id) =>
      embeddedList(
        objects.all("invoice_payment", { invoice: id }),
        `/v1/invoice_payments?invoice=${id}`,
      ),
    "invoice.confirmation_secret": (objects, id) => {
      const invoice = objects.get("invoice", id);
      const secret = openPayment({ objects }, invoice)?.intent.client_secret;
      return secret ? { client_secret: secret, type: "payment_intent" } : null;
    },
  },
};
