import { Hono } from "hono";
import type { Account } from "../account.ts";
import { portalPages } from "../billing_portal/page-routes.ts";
import { receiptPages } from "../charges/receipt-page.ts";
import { checkoutPages } from "../checkout/page-routes.ts";
import { creditNotePages } from "../credit_notes/page-routes.ts";
import { invoicePages } from "../invoices/page-routes.ts";
import { authenticationPages } from "../payment_intents/page-routes.ts";
import { answerPage } from "./form.ts";
import { noticePage } from "./page.ts";

/** Every page a payer meets; none of them leads off this machine. */
export function pageRoutes(account: Account): Hono {
  const pages = new Hono();
  pages.route("/c/pay", checkoutPages(account));
  pages.route("/i", invoicePages(account));
  pages.route("/credit_notes", creditNotePages(account));
  pages.route("/receipts", receiptPages(account));
  pages.route("/3d_secure", authenticationPages(account));
  pages.route("/p/session", portalPages(account));
  pages.get("/paid", (context) =>
    answerPage(
      context,
      noticePage("Paid", "Thank you: your payment has arrived. You can close this page."),
    ),
  );
  return pages;
}
