import type Stripe from "stripe";
import { Hono } from "hono";
import type { Account } from "../account.ts";
import type { Operation } from "../api/operation.ts";
import { StripeApiError } from "../api/stripe-error.ts";
import { AUTOMATIC } from "../events/event.ts";
import { authenticationPage } from "../pages/authentication-page.ts";
import { answerPage, enteredBy, refusalKept, refusalOrThrow } from "../pages/form.ts";
import { noticePage } from "../pages/page.ts";
import { payerWords } from "../pages/payer-words.ts";
import { usePaymentMethod } from "../payment_methods/use-payment-method.ts";
import { idOf } from "../store/reference.ts";
import { authenticateInvoice, payAtPage } from "./pay-at-page.ts";
import { hostedInvoicePage, isOwed } from "./hosted-page.ts";
import { invoiceDocument } from "./document.ts";

/** Invoices as payers meet them: the page under `/i/:id`, its 3-D Secure step and the document. */
export function invoicePages(account: Account): Hono {
  const pages = new Hono();
  const { objects } = account;
  const shown = (id: string): Stripe.Invoice | undefined => {
    const invoice = objects.find("invoice", id);
    // A draft has no page yet.
    return invoice === undefined || invoice.status === "draft" ? undefined : invoice;
  };
  const missing = () => noticePage("Not found", "There is no such invoice.");
  const invoicePage = (id: string, complaint?: string) => {
    const invoice = shown(id);
    return invoice === undefined
      ? missing()
      : hostedInvoicePage(invoice, receiptsOf(account, id), complaint);
  };

  pages.get("/:id", (context) => {
    const id = context.req.param("id");
    return answerPage(context, invoicePage(id), shown(id) === undefined ? 404 : 200);
  });

  pages.get("/:id/pdf", async (context) => {
    const invoice = shown(context.req.param("id"));
    if (invoice === undefined) return answerPage(context, missing(), 404);
    return context.body(await invoiceDocument(invoice), 200, {
      "content-type": "application/pdf",
      "content-disposition": `inline; filename="invoice-${invoice.number ?? invoice.id}.pdf"`,
    });
  });

  pages.post("/:id", async (context) => {
    const id = context.req.param("id");
    const invoice = shown(id);
    if (invoice === undefined) return answerPage(context, missing(), 404);
    if (!isOwed(invoice)) return answerPage(context, invoicePage(id), 409);
    const entered = await enteredBy(context);
    const perform = (work: (operation: Operation) => Stripe.PaymentIntent) =>
      account.perform({ request: AUTOMATIC }, (operation) => refusalKept(() => work(operation)))
        .result;
    try {
      const answer = entered("authentication");
      const result =
        answer === undefined
          ? perform((operation) =>
              payAtPage(
                operation,
                invoice,
                usePaymentMethod(operation, entered("payment_method") ?? "", "payment_method"),
              ),
            )
          : perform((operation) => authenticateInvoice(operation, invoice, answer === "complete"));
      if (result instanceof StripeApiError) {
        return await answerPage(context, invoicePage(id, payerWords(result)), 402);
      }
      if (result.status === "requires_action") {
        const { currency, amount } = result;
        return await answerPage(context, authenticationPage({ amount, currency }));
      }
      return context.redirect(`/i/${id}`, 303);
    } catch (error) {
      const refusal = refusalOrThrow(error);
      return answerPage(context, invoicePage(id, refusal.message), 400);
    }
  });
  return pages;
}

/** The charges that paid for an invoice, oldest first. */
function receiptsOf({ objects }: Account, invoice: string): Stripe.Charge[] {
  return objects
    .all("invoice_payment", { invoice, status: "paid" })
    .reverse()
    .flatMap(({ payment }) => {
      const intent = objects.find("payment_intent", idOf(payment.payment_intent) ?? "");
      const charge = idOf(intent?.latest_charge) ?? idOf(payment.charge);
      return (charge === null ? undefined : objects.find("charge", charge)) ?? [];
    });
}
