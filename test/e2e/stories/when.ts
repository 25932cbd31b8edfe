/** What people do: the rep in Salesforce, the customer on the payment page, somebody in Stripe's dashboard, the passing of time. */
import { setTimeout as wait } from "node:timers/promises";
import type { Customer, CustomerOnClock, Subscriber } from "./given.ts";
import { becomes, create, record, update } from "./records.ts";
import type { Stage } from "./stage.ts";

const DAY_SECONDS = 86_400;

export interface PaymentLink {
  /** `cs_…` */
  readonly sessionId: string;
  readonly url: string;
}

/** The rep chooses a plan for the customer: a draft. */
export function chooses(
  stage: Stage,
  { recordId }: Pick<Customer, "recordId">,
  plan: string,
): Promise<string> {
  return create(stage.rep, "Stripe_Subscription__c", {
    Stripe_Customer__c: recordId,
    PricingPlans__c: plan,
    Quantity__c: 1,
    Payment_Path__c: "Checkout Link",
  });
}

/** The rep sends the draft to Stripe, and gets a link to pass on. */
export async function getsLink(stage: Stage, subscriptionId: string): Promise<PaymentLink> {
  await update(stage.rep, "Stripe_Subscription__c", {
    Id: subscriptionId,
    Sync_Status__c: "Send to Stripe",
  });
  await becomes(stage, "Stripe_Subscription__c", subscriptionId, {
    Sync_Status__c: "Checkout Created",
  });
  const row = await record(stage, "Stripe_Subscription__c", subscriptionId);
  return {
    sessionId: String(row["Stripe_Checkout_Session_ID__c"]),
    url: String(row["Checkout_URL__c"]),
  };
}

/** The customer opens the link and pays. */
export async function pays(
  stage: Stage,
  { sessionId, url }: PaymentLink,
  paymentMethod = "pm_card_visa",
): Promise<void> {
  const page = await fetch(url);
  if (!page.ok) throw new Error(`The payment page answers ${page.status}`);
  await atStripe(stage, `/checkout/sessions/${sessionId}/pay`, { paymentMethod });
}

/** Days go by for the customer: what falls due on them happens. */
export async function daysPass(
  stage: Stage,
  { clockId }: CustomerOnClock,
  days: number,
): Promise<void> {
  const clocks = stage.stripe.testHelpers.testClocks;
  const { frozen_time: now } = await clocks.retrieve(clockId);
  await clocks.advance(clockId, { frozen_time: now + days * DAY_SECONDS });
}

/** From now on the customer is charged by this card. */
export async function replacesCard(
  stage: Stage,
  { customer, stripeId }: Subscriber,
  card: string,
): Promise<void> {
  const method = await stage.stripe.paymentMethods.attach(card, { customer: customer.stripeId });
  await stage.stripe.customers.update(customer.stripeId, {
    invoice_settings: { default_payment_method: method.id },
  });
  await stage.stripe.subscriptions.update(stripeId, { default_payment_method: method.id });
}

/** The customer makes up for what was declined, with the card on file. */
export async function paysOpenInvoices(stage: Stage, { stripeId }: Subscriber): Promise<void> {
  const open = await stage.stripe.invoices.list({ subscription: stripeId, status: "open" });
  for (const { id } of open.data) await stage.stripe.invoices.pay(id);
}

/** The rep asks for something by editing the subscription. */
export function edits(stage: Stage, { recordId }: Subscriber, change: object): Promise<void> {
  return update(stage.rep, "Stripe_Subscription__c", { Id: recordId, ...change });
}

/** Stripe dates events in whole seconds: what comes after this is later than what came before. */
export async function aSecondPasses(): Promise<void> {
  await wait(1000);
}

/** What banks and card holders do, which no Stripe API does. */
export async function atStripe(stage: Stage, path: string, body: object): Promise<void> {
  const response = await fetch(`${stage.running.stack.state.urls.stripe}/_local${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
}
