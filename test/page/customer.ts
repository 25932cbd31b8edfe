/** A customer who has paid once, as the stories of money begin. */
import { eventually, type RunningStack } from "../e2e/running-stack.ts";

export interface PayingCustomer {
  readonly contactId: string;
  readonly subscriptionId: string;
}

/** Sells a plan by a payment link and pays it with that card; the contact has an account, so that every role sees it. */
export async function payingCustomer(
  { connection, stack }: RunningStack,
  lastName: string,
  plan: string,
  card = "pm_card_visa",
): Promise<PayingCustomer> {
  const email = `${lastName.toLowerCase()}@example.com`;
  const account = await connection.create("Account", { Name: `${lastName} Ltd` });
  const contact = await connection.create("Contact", {
    LastName: lastName,
    Email: email,
    AccountId: account.id,
  });
  const contactId = contact.id ?? "";
  const customerId = await one(
    `SELECT Id FROM Stripe_Customer__c WHERE Contact__c = '${contactId}'`,
    "Id",
  );
  const sold = await connection.create("Stripe_Subscription__c", {
    Stripe_Customer__c: customerId,
    PricingPlans__c: plan,
    Quantity__c: 1,
    Payment_Path__c: "Checkout Link",
    Sync_Status__c: "Send to Stripe",
  });
  const subscriptionId = sold.id ?? "";
  const session = await one(
    `SELECT Stripe_Checkout_Session_ID__c FROM Stripe_Subscription__c WHERE Id = '${subscriptionId}'`,
    "Stripe_Checkout_Session_ID__c",
  );
  await fetch(`${stack.state.urls.stripe}/_local/checkout/sessions/${session}/pay`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ paymentMethod: card, email }),
  });
  await one(
    `SELECT Id FROM Payment_Transaction__c WHERE Status__c = 'succeeded' AND Stripe_Subscription__c = '${subscriptionId}'`,
    "Id",
  );
  return { contactId, subscriptionId };

  async function one(soql: string, field: string): Promise<string> {
    return eventually(soql, async () => {
      const [row] = (await connection.query<Record<string, unknown>>(soql)).records;
      const value = row?.[field];
      return typeof value === "string" ? value : null;
    });
  }
}
