import { Hono } from "hono";
import type { Account } from "../account.ts";
import type { ObjectStore } from "../store/object-store.ts";
import { AUTOMATIC } from "../events/event.ts";
import { StripeApiError } from "../api/stripe-error.ts";
import { completeSession } from "./complete.ts";
import { lineItemsOf } from "./line-items.ts";
import { noticePage, paymentPage } from "./page.ts";
import { unseenOfSession } from "./parameters.ts";
import type Stripe from "stripe";

/** The payment pages, under `/c/pay`. */
export function pageRoutes(account: Account): Hono {
  const pages = new Hono();
  pages.get("/:id", (context) => {
    const session = account.objects.find("checkout.session", context.req.param("id"));
    if (session === undefined) {
      return context.html(noticePage("Not found", "There is no such payment page."), 404);
    }
    return session.status === "open"
      ? context.html(openPage(account.objects, session))
      : context.html(closedPage(session));
  });
  pages.post("/:id", async (context) => {
    const session = account.objects.find("checkout.session", context.req.param("id"));
    if (session === undefined) {
      return context.html(noticePage("Not found", "There is no such payment page."), 404);
    }
    if (session.status !== "open") return context.html(closedPage(session), 409);
    const form = new URLSearchParams(await context.req.text());
    try {
      const { result } = account.perform({ request: AUTOMATIC }, (operation) =>
        completeSession(operation, session, {
          paymentMethod: form.get("payment_method") ?? "",
          email: entered(form, "email"),
          name: entered(form, "name"),
        }),
      );
      if (result.outcome === "declined") {
        return context.html(openPage(account.objects, session, result.error.message), 402);
      }
      const next = result.session.success_url ?? result.session.return_url;
      return next === undefined
        ? context.html(closedPage(result.session))
        : context.redirect(next.replaceAll("{CHECKOUT_SESSION_ID}", session.id), 303);
    } catch (error) {
      if (!(error instanceof StripeApiError)) throw error;
      return context.html(openPage(account.objects, session, error.message), 400);
    }
  });
  return pages;
}

function entered(form: URLSearchParams, name: string): string | undefined {
  const value = form.get(name)?.trim();
  return value === "" ? undefined : value;
}

function openPage(
  objects: ObjectStore,
  session: Stripe.Checkout.Session,
  complaint?: string,
): string {
  const { lineItems = [] } = objects.unseen(session.id, unseenOfSession) ?? {};
  const lines = lineItemsOf(objects, lineItems);
  return paymentPage({ session, lines, ...(complaint === undefined ? {} : { complaint }) });
}

function closedPage({ status }: Stripe.Checkout.Session): string {
  return status === "expired"
    ? noticePage("Expired", "This payment page has expired.")
    : noticePage("Done", "You are all done here: this has been paid.");
}
