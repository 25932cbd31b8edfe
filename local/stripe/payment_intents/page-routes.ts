import { Hono } from "hono";
import type { Account } from "../account.ts";
import { AUTOMATIC } from "../events/event.ts";
import { authenticationPage } from "../pages/authentication-page.ts";
import { answerPage, enteredBy } from "../pages/form.ts";
import { noticePage } from "../pages/page.ts";
import { payerWords } from "../pages/payer-words.ts";
import { answerAuthentication } from "./authenticate.ts";

/** The bank's 3-D Secure page of a PaymentIntent that waits for it, under `/3d_secure/:id`: where `next_action` points. */
export function authenticationPages(account: Account): Hono {
  const pages = new Hono();
  const waiting = (id: string) => {
    const intent = account.objects.find("payment_intent", id);
    return intent?.status === "requires_action" ? intent : undefined;
  };
  const nothing = () =>
    noticePage("Nothing to authenticate", "This payment waits for no authentication.");

  pages.get("/:id", (context) => {
    const intent = waiting(context.req.param("id"));
    if (intent === undefined) return answerPage(context, nothing(), 404);
    const { amount, currency } = intent;
    return answerPage(context, authenticationPage({ amount, currency }));
  });
  pages.post("/:id", async (context) => {
    const intent = waiting(context.req.param("id"));
    if (intent === undefined) return answerPage(context, nothing(), 409);
    const entered = await enteredBy(context);
    const { result } = account.perform({ request: AUTOMATIC }, (operation) =>
      answerAuthentication(operation, intent, entered("authentication") === "complete"),
    );
    return result.outcome === "declined"
      ? answerPage(context, noticePage("Not authenticated", payerWords(result.error)), 402)
      : answerPage(context, noticePage("Authenticated", "Your bank has authenticated you."));
  });
  return pages;
}
