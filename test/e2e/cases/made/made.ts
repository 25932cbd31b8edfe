/** Cases made on the local Stripe, which delivers their events itself: how one begins, and how its record is looked at. */
import type Stripe from "stripe";
import { expect } from "vitest";
import { stripeClient } from "../../../../local/stack/api-clients.ts";
import { STRIPE_API_VERSION } from "../../../../local/stack/stack.ts";
import type { EndpointConfiguration } from "../../../../local/stripe/webhook_endpoints/endpoints.ts";
import type { RunningStack } from "../../running-stack.ts";
import { rows, untilTrue, type Fields } from "../../stories/records.ts";

export interface Made {
  readonly stripe: Stripe;
  /** Where its events are delivered, with the secret that signs them. */
  readonly endpoint: EndpointConfiguration;
  /** A customer with a card that pays. */
  customer(card?: string): Promise<string>;
  /** What banks and payers do, which no API of Stripe does. */
  atBank(place: string, body: object): Promise<{ readonly id: string }>;
  /** Waits until the one record of a Stripe object is like this. */
  finds(kind: Kind, stripeId: string, expected: Fields): Promise<void>;
  select(soql: string): Promise<readonly Fields[]>;
}

const KINDS = {
  attempt: ["Payment_Attempt__c", "Stripe_Charge_ID__c"],
  creditNote: ["Stripe_Credit_Note__c", "Stripe_Credit_Note_ID__c"],
  customer: ["Stripe_Customer__c", "Stripe_Customer_ID__c"],
  dispute: ["Stripe_Dispute__c", "Stripe_Dispute_ID__c"],
  invoice: ["Stripe_Invoice__c", "Stripe_Invoice_ID__c"],
  item: ["Stripe_Subscription_Item__c", "Stripe_Item_ID__c"],
  payment: ["Payment_Transaction__c", "Stripe_Payment_Intent_ID__c"],
  refund: ["Stripe_Refund__c", "Stripe_Refund_ID__c"],
  subscription: ["Stripe_Subscription__c", "Stripe_Subscription_ID__c"],
} as const;

export type Kind = keyof typeof KINDS;

export function madeOn({ stack, connection }: RunningStack): Made {
  const { state, credentials } = stack;
  const stripe = stripeClient(state.urls.stripe, credentials.stripeKey);
  const select = (soql: string): Promise<readonly Fields[]> => rows(connection, soql);
  return {
    stripe,
    endpoint: {
      url: `${state.urls.worker}/webhook/stripe`,
      secret: credentials.webhookSecret,
      apiVersion: STRIPE_API_VERSION,
    },
    select,
    async customer(card = "pm_card_visa") {
      const { id: customer } = await stripe.customers.create({ name: "Ada King" });
      const method = await stripe.paymentMethods.attach(card, { customer });
      await stripe.customers.update(customer, {
        invoice_settings: { default_payment_method: method.id },
      });
      return customer;
    },
    async atBank(place, body) {
      const response = await fetch(`${state.urls.stripe}/_local${place}`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
      });
      if (!response.ok) throw new Error(`${place}: ${response.status} ${await response.text()}`);
      // What the local Stripe answers here is the object it made or changed.
      return (await response.json()) as { id: string };
    },
    async finds(kind, stripeId, expected) {
      const [object, key] = KINDS[kind];
      const fields = Object.keys(expected).join(", ");
      await untilTrue(async () => {
        const found = await select(`SELECT ${fields} FROM ${object} WHERE ${key} = '${stripeId}'`);
        expect(found).toHaveLength(1);
        expect(found[0], stripeId).toMatchObject(expected);
      });
    },
  };
}
