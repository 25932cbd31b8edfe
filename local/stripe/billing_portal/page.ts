import type Stripe from "stripe";
import { html } from "hono/html";
import { inMajorUnits } from "../billing/in-major-units.ts";
import { cardField } from "../pages/card-field.ts";
import { wayBack } from "../pages/leaving.ts";
import type { Markup } from "../pages/page.ts";
import { dayOf, page } from "../pages/page.ts";
import { currentPeriod } from "../subscriptions/subscription.ts";

export interface PortalFacts {
  readonly session: Stripe.BillingPortal.Session;
  readonly customer: Stripe.Customer;
  readonly card: Stripe.PaymentMethod | undefined;
  /** Those that have not ended. */
  readonly subscriptions: readonly Stripe.Subscription[];
  readonly invoices: readonly Stripe.Invoice[];
  /** What a product's price is called. */
  readonly nameOf: (price: Stripe.Price) => string;
  readonly complaint?: string | undefined;
  /** What has just been done. */
  readonly done?: string | undefined;
}

/** What a customer can do alone: change the card, end a subscription or take that back, look at invoices. */
export function portalPage(facts: PortalFacts): Markup {
  const { session, customer, done, complaint } = facts;
  const flow = session.flow?.type;
  return page({
    title: "Billing",
    complaint,
    body: html`<p>${customer.name ?? customer.email ?? customer.id}</p>
      ${done === undefined ? "" : html`<p role="status">${done}</p>`}
      ${flow === "subscription_cancel" ? "" : cardSection(facts)}
      ${flow === "payment_method_update" ? "" : subscriptionSection(facts)}
      ${flow === undefined ? invoiceSection(facts) : ""} ${wayBack(session.return_url, "Return")}`,
  });
}

function cardSection({ card }: PortalFacts): Markup {
  const held = card?.card;
  return html`<section>
    <h2>Payment method</h2>
    <p>${held ? `${held.brand} ending in ${held.last4}` : "No payment method is saved."}</p>
    <form method="post">
      ${cardField()}
      <button type="submit" name="act" value="update_card">Update card</button>
    </form>
  </section>`;
}

function subscriptionSection({ session, subscriptions, nameOf }: PortalFacts): Markup {
  const only = session.flow?.subscription_cancel?.subscription;
  const shown = subscriptions.filter(({ id }) => only === undefined || id === only);
  return html`<section>
    <h2>Subscriptions</h2>
    ${shown.length === 0 ? html`<p>There is no current subscription.</p>` : ""}
    ${shown.map((subscription) => {
      const names = subscription.items.data.map(({ price }) => nameOf(price)).join(", ");
      const ends = subscription.cancel_at;
      const act = ends === null ? "cancel" : "keep";
      return html`<form method="post">
        <p><strong>${names}</strong>, ${subscription.status.replaceAll("_", " ")}</p>
        <p>
          ${
            ends === null
              ? `Renews ${dayOf(currentPeriod(subscription).end)}`
              : `Ends ${dayOf(ends)}`
          }
        </p>
        <input type="hidden" name="subscription" value="${subscription.id}" />
        <button type="submit" name="act" value="${act}" class="second">
          ${ends === null ? "Cancel" : "Do not cancel"} ${names}
        </button>
      </form>`;
    })}
  </section>`;
}

function invoiceSection({ invoices }: PortalFacts): Markup {
  return html`<section>
    <h2>Invoices</h2>
    ${invoices.length === 0 ? html`<p>There is no invoice yet.</p>` : ""}
    <ul>
      ${invoices.map(
        (invoice) =>
          html`<li>
            <a href="${invoice.hosted_invoice_url ?? ""}">${invoice.number ?? invoice.id}</a>:
            ${inMajorUnits(String(invoice.total), invoice.currency)}, ${invoice.status ?? ""}
          </li>`,
      )}
    </ul>
  </section>`;
}
