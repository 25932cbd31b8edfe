/** How a story begins. */
import { randomBytes } from "node:crypto";
import { create, becomes, record, rows } from "./records.ts";
import type { Stage } from "./stage.ts";
import { chooses, getsLink, pays } from "./when.ts";

export interface Customer {
  readonly contactId: string;
  /** The Stripe_Customer__c record. */
  readonly recordId: string;
  /** `cus_…` */
  readonly stripeId: string;
  readonly email: string;
}

/** A customer whose time can be passed at will. */
export interface CustomerOnClock extends Customer {
  readonly clockId: string;
}

export interface Subscriber<C extends Customer = Customer> {
  readonly customer: C;
  /** The Stripe_Subscription__c record. */
  readonly recordId: string;
  /** `sub_…` */
  readonly stripeId: string;
}

export function someEmail(name = "ada"): string {
  return `${name}.${randomBytes(4).toString("hex")}@example.com`;
}

/** A contact the rep enters, who thereby becomes a customer in Stripe. */
export async function customer(stage: Stage): Promise<Customer> {
  const email = someEmail();
  const contactId = await create(stage.rep, "Contact", {
    FirstName: "Ada",
    LastName: "King",
    Email: email,
  });
  await becomes(stage, "Contact", contactId, { Stripe_Sync_Status__c: "Completed" });
  return joined(stage, contactId, email);
}

/** A contact whose customer Stripe had first, on a test clock that shows now. */
export async function customerOnClock(stage: Stage): Promise<CustomerOnClock> {
  const email = someEmail();
  const contactId = await create(stage.rep, "Contact", { FirstName: "Ada", LastName: "King" });
  const clock = await stage.stripe.testHelpers.testClocks.create({
    frozen_time: Math.floor(Date.now() / 1000),
  });
  const { id } = await stage.stripe.customers.create({
    email,
    name: "Ada King",
    test_clock: clock.id,
    metadata: { salesforce_contact_id: contactId },
  });
  await becomes(stage, "Contact", contactId, { Stripe_Customer_ID__c: id, Email: email });
  return { ...(await joined(stage, contactId, email)), clockId: clock.id };
}

/** A customer with a running subscription, sold through a payment link. */
export async function subscriber<C extends Customer>(
  stage: Stage,
  who: C,
  plan = "Basic Monthly",
): Promise<Subscriber<C>> {
  const recordId = await chooses(stage, who, plan);
  await pays(stage, await getsLink(stage, recordId));
  await becomes(stage, "Stripe_Subscription__c", recordId, {
    Status__c: "active",
    Sync_Status__c: "Completed",
  });
  const { Stripe_Subscription_ID__c: stripeId } = await record(
    stage,
    "Stripe_Subscription__c",
    recordId,
  );
  return { customer: who, recordId, stripeId: String(stripeId) };
}

async function joined(stage: Stage, contactId: string, email: string): Promise<Customer> {
  const [row] = await rows(
    stage.rep,
    `SELECT Id, Stripe_Customer_ID__c FROM Stripe_Customer__c WHERE Contact__c = '${contactId}'`,
  );
  if (row === undefined) throw new Error(`Contact ${contactId} has no Stripe customer`);
  return {
    contactId,
    recordId: String(row["Id"]),
    stripeId: String(row["Stripe_Customer_ID__c"]),
    email,
  };
}
