import type Stripe from "stripe";
import { Hono } from "hono";
import type { Account } from "../account.ts";
import { invalidRequest, StripeApiError } from "../api/stripe-error.ts";
import { AUTOMATIC } from "../events/event.ts";
import { answerPage, enteredBy, refusalKept, refusalOrThrow } from "../pages/form.ts";
import type { Markup } from "../pages/page.ts";
import { noticePage } from "../pages/page.ts";
import { idOf } from "../store/reference.ts";
import { hasEnded } from "../subscriptions/subscription.ts";
import { cancelAtPeriodEnd, keepSubscription, updateCard } from "./acts.ts";
import { portalPage } from "./page.ts";

/** How many of the newest invoices the portal lists. */
const INVOICES = 24;

/** The Billing Portal, under `/p/session/:id`. */
export function portalPages(account: Account): Hono {
  const pages = new Hono();
  const { objects } = account;
  const missing = () => noticePage("Not found", "There is no such billing page.");
  const sessionOf = (id: string): Stripe.BillingPortal.Session | undefined => {
    const session = objects.find("billing_portal.session", id);
    return session !== undefined && objects.find("customer", session.customer) !== undefined
      ? session
      : undefined;
  };

  pages.get("/:id", (context) => {
    const session = sessionOf(context.req.param("id"));
    return session === undefined
      ? answerPage(context, missing(), 404)
      : answerPage(context, portalOf(account, session, {}));
  });
  pages.post("/:id", async (context) => {
    const session = sessionOf(context.req.param("id"));
    if (session === undefined) return answerPage(context, missing(), 404);
    const entered = await enteredBy(context);
    try {
      const { result } = account.perform({ request: AUTOMATIC }, (operation) =>
        refusalKept((): string => {
          const customer = operation.objects.get("customer", session.customer);
          const subscription = () => ownSubscription(account, session, entered("subscription"));
          switch (entered("act")) {
            case "update_card":
              updateCard(operation, customer, entered("payment_method") ?? "");
              return "Your card is saved. From now on it is charged.";
            case "cancel":
              cancelAtPeriodEnd(operation, subscription());
              return "Your subscription ends with its current period.";
            case "keep":
              keepSubscription(operation, subscription());
              return "Your subscription goes on.";
            default:
              throw invalidRequest("Choose what to do.");
          }
        }),
      );
      return result instanceof StripeApiError
        ? await answerPage(context, portalOf(account, session, { complaint: result.message }), 402)
        : await answerPage(context, portalOf(account, session, { done: result }));
    } catch (error) {
      const complaint = refusalOrThrow(error).message;
      return answerPage(context, portalOf(account, session, { complaint }), 400);
    }
  });
  return pages;
}

/** @throws StripeApiError 400 for a subscription that is not the session's customer's */
function ownSubscription(
  { objects }: Account,
  session: Stripe.BillingPortal.Session,
  id = "",
): Stripe.Subscription {
  const subscription = objects.find("subscription", id);
  if (subscription === undefined || idOf(subscription.customer) !== session.customer) {
    throw invalidRequest("There is no such subscription.");
  }
  return subscription;
}

function portalOf(
  { objects }: Account,
  session: Stripe.BillingPortal.Session,
  outcome: { readonly complaint?: string; readonly done?: string },
): Markup {
  const customer = objects.get("customer", session.customer);
  const where = { customer: customer.id };
  const method = idOf(customer.invoice_settings.default_payment_method);
  return portalPage({
    session,
    customer,
    card: method === null ? undefined : objects.find("payment_method", method),
    subscriptions: objects.all("subscription", where).filter((each) => !hasEnded(each)),
    invoices: objects
      .page("invoice", { where, limit: INVOICES })
      .data.filter(({ status }) => status !== "draft"),
    nameOf: (price) =>
      objects.find("product", idOf(price.product) ?? "")?.name ?? price.nickname ?? price.id,
    ...outcome,
  });
}
