/** A customer who has paid once, as the stories of money begin. */
import { eventually, type RunningStack } from "../e2e/running-stack.ts";

export interface PayingCustomer {
  readonly contactId: string;
  readonly subscriptionId: string;
}

/** A contact who is a customer at Stripe, with an account: a contact without one is its owner's alone. @returns its id */
export async function customerWithAccount(
  running: RunningStack,
  lastName: string,
): Promise<string> {
  const { connection } = running;
  const account = await connection.create("Account", { Name: `${lastName} Ltd` });
  const contact = await connection.create("Contact", {
    LastName: lastName,
    Email: emailOf(lastName),
    AccountId: account.id,
  });
  const id = contact.id ?? "";
  await fieldOf(running, `SELECT Id FROM Stripe_Customer__c WHERE Contact__c = '${id}'`, "Id");
  return id;
}

/** Sells a plan by a payment link and pays it with that card; the contact has an account, so that every role sees it. */
export async function payingCustomer(
  running: RunningStack,
  lastName: string,
  plan: string,
  card = "pm_card_visa",
): Promise<PayingCustomer> {
  const { connection, stack } = running;
  const contactId = await customerWithAccount(running, lastName);
  const customerId = await fieldOf(
    running,
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
  const session = await fieldOf(
    running,
    `SELECT Stripe_Checkout_Session_ID__c FROM Stripe_Subscription__c WHERE Id = '${subscriptionId}'`,
    "Stripe_Checkout_Session_ID__c",
  );
  await fetch(`${stack.state.urls.stripe}/_local/checkout/sessions/${session}/pay`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ paymentMethod: card, email: emailOf(lastName) }),
  });
  await fieldOf(
    running,
    `SELECT Id FROM Payment_Transaction__c WHERE Status__c = 'succeeded' AND Stripe_Subscription__c = '${subscriptionId}'`,
    "Id",
  );
  return { contactId, subscriptionId };
}

const emailOf = (lastName: string): string => `${lastName.toLowerCase()}@example.com`;

/** Waits until the query's first row has a text there. */
async function fieldOf({ connection }: RunningStack, soql: string, field: string): Promise<string> {
  return eventually(soql, async () => {
    const [row] = (await connection.query<Record<string, unknown>>(soql)).records;
    const value = row?.[field];
    return typeof value === "string" ? value : null;
  });
}
