import type Stripe from "stripe";
import { Hono } from "hono";
import type { Account } from "../account.ts";
import { DAY } from "../billing/calendar.ts";
import { AUTOMATIC } from "../events/event.ts";
import { authenticationPage } from "../pages/authentication-page.ts";
import { answerPage, enteredBy, refusalOrThrow } from "../pages/form.ts";
import { isOnThisMachine } from "../pages/leaving.ts";
import type { Markup } from "../pages/page.ts";
import { noticePage } from "../pages/page.ts";
import { payerWords } from "../pages/payer-words.ts";
import { testCardNamed } from "../payment_methods/test-card.ts";
import type { ObjectStore } from "../store/object-store.ts";
import type { Entered } from "./complete.ts";
import { completeSession } from "./complete.ts";
import { lineItemsOf } from "./line-items.ts";
import { completedPage, expiredPage, paymentPage, successUrl } from "./page.ts";
import type { UnseenOfSession } from "./parameters.ts";
import { unseenOfSession } from "./parameters.ts";

/** The payment pages, under `/c/pay`. */
export function checkoutPages(account: Account): Hono {
  const pages = new Hono();
  const { objects } = account;
  const missing = () => noticePage("Not found", "There is no such payment page.");

  pages.get("/:id", (context) => {
    const session = objects.find("checkout.session", context.req.param("id"));
    if (session === undefined) return answerPage(context, missing(), 404);
    return answerPage(
      context,
      session.status === "open" ? openPage(objects, session) : closedPage(session),
    );
  });
  pages.post("/:id", async (context) => {
    const session = objects.find("checkout.session", context.req.param("id"));
    if (session === undefined) return answerPage(context, missing(), 404);
    if (session.status !== "open") return answerPage(context, closedPage(session), 409);
    const field = await enteredBy(context);
    const entered: Entered = {
      paymentMethod: field("payment_method") ?? "",
      email: field("email"),
      name: field("name"),
      promotionCode: field("promotion_code"),
      authentication: authenticationOf(field("authentication")),
    };
    if (entered.authentication === undefined && asksBank(session, entered)) {
      return answerPage(context, bankPage(session, entered));
    }
    try {
      const { result } = account.perform({ request: AUTOMATIC }, (operation) =>
        completeSession(operation, session, entered),
      );
      if (result.outcome === "declined") {
        const page = openPage(objects, session, payerWords(result.error));
        return await answerPage(context, page, 402);
      }
      const next = successUrl(result.session);
      // Its own address again, so that reloading the page pays nothing twice.
      const here = `/c/pay/${session.id}`;
      return context.redirect(next !== null && isOnThisMachine(next) ? next : here, 303);
    } catch (error) {
      const refusal = refusalOrThrow(error);
      return answerPage(context, openPage(objects, session, refusal.message), 400);
    }
  });
  return pages;
}

function authenticationOf(answer: string | undefined): Entered["authentication"] {
  return answer === "complete" || answer === "fail" ? answer : undefined;
}

/** A card entered at the page is new to its bank, which asks wherever it asks for any, also where it is only saved, as for a trial. */
function asksBank(session: Stripe.Checkout.Session, { paymentMethod }: Entered): boolean {
  const card = testCardNamed(paymentMethod);
  const isFree = session.mode === "payment" && session.amount_total === 0;
  return card?.authentication !== undefined && !isFree;
}

function bankPage(session: Stripe.Checkout.Session, entered: Entered): Markup {
  return authenticationPage({
    amount: session.amount_total === 0 ? null : session.amount_total,
    currency: session.currency ?? "usd",
    entered: {
      payment_method: entered.paymentMethod,
      email: entered.email ?? "",
      name: entered.name ?? "",
      promotion_code: entered.promotionCode ?? "",
    },
  });
}

function openPage(
  objects: ObjectStore,
  session: Stripe.Checkout.Session,
  complaint?: string,
): Markup {
  const kept = objects.unseen(session.id, unseenOfSession);
  const lines = lineItemsOf(objects, kept?.lineItems ?? []);
  const trialDays = kept === undefined ? null : trialDaysOf(session, kept);
  return paymentPage({ session, lines, complaint, trialDays });
}

/** Days a subscription is free, the last begun one included; null without a trial. */
function trialDaysOf(
  { created }: Stripe.Checkout.Session,
  { trialDays, trialEnd }: UnseenOfSession,
): number | null {
  return trialDays ?? (trialEnd === null ? null : Math.ceil((trialEnd - created) / DAY));
}

function closedPage(session: Stripe.Checkout.Session): Markup {
  return session.status === "expired" ? expiredPage() : completedPage(session);
}
