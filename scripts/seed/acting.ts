/** What the people of the sample data do, in Salesforce and in Stripe, one customer each. */
import { setTimeout as wait } from "node:timers/promises";
import type { Connection } from "jsforce";
import type Stripe from "stripe";
import { z } from "zod";
import type { Place } from "./place.ts";

const DAY_SECONDS = 86_400;
const POLL_MS = 200;

/** Marks the contacts of the sample data. */
export const DEPARTMENT = "Sample data";

const rows = z.array(z.record(z.string(), z.unknown()));
const created = z.object({ id: z.string(), success: z.literal(true) });

export type Row = Readonly<Record<string, unknown>>;

/** A customer on a test clock of its own, which began some days ago. */
export class Acting {
  readonly stripe: Stripe;
  readonly contactId: string;
  readonly customerId: string;
  readonly #connection: Connection;
  readonly #clockId: string;
  readonly #timeoutMs: number;

  private constructor(
    { connection, stripe }: Place,
    ids: { readonly contactId: string; readonly customerId: string; readonly clockId: string },
    timeoutMs: number,
  ) {
    this.#connection = connection;
    this.stripe = stripe;
    this.contactId = ids.contactId;
    this.customerId = ids.customerId;
    this.#clockId = ids.clockId;
    this.#timeoutMs = timeoutMs;
  }

  /** The contact is entered in Salesforce, its customer in Stripe; the product joins the two. */
  static async enter(
    place: Place,
    person: { readonly firstName: string; readonly lastName: string; readonly daysAgo: number },
    timeoutMs: number,
  ): Promise<Acting> {
    const { firstName, lastName, daysAgo } = person;
    // A contact without an account is its owner's alone: nobody else would see the samples.
    const { id: accountId } = created.parse(
      await place.connection.sobject("Account").create({ Name: `${lastName} (${DEPARTMENT})` }),
    );
    const contact = {
      FirstName: firstName,
      LastName: lastName,
      Department: DEPARTMENT,
      AccountId: accountId,
    };
    const { id: contactId } = created.parse(
      await place.connection.sobject("Contact").create(contact),
    );
    const clock = await place.stripe.testHelpers.testClocks.create({
      name: clockName(person),
      frozen_time: Math.floor(Date.now() / 1000) - daysAgo * DAY_SECONDS,
    });
    const customer = await place.stripe.customers.create({
      name: `${firstName} ${lastName}`,
      email: `${firstName}.${lastName}@example.com`.toLowerCase(),
      test_clock: clock.id,
      metadata: { salesforce_contact_id: contactId },
    });
    const ids = { contactId, customerId: customer.id, clockId: clock.id };
    const acting = new Acting(place, ids, timeoutMs);
    await acting.#until("the customer", "Contact", `Id = '${contactId}'`, {
      Stripe_Customer_ID__c: customer.id,
    });
    return acting;
  }

  /** A rep chooses a plan: a draft. */
  async chooses(plan: string, more: Row = {}): Promise<string> {
    const [customer] = await this.#rows(
      `SELECT Id FROM Stripe_Customer__c WHERE Stripe_Customer_ID__c = '${this.customerId}'`,
    );
    const record = {
      Stripe_Customer__c: customer?.["Id"],
      PricingPlans__c: plan,
      Quantity__c: 1,
      ...more,
    };
    return created.parse(await this.#connection.sobject("Stripe_Subscription__c").create(record))
      .id;
  }

  /** A rep sells the plan to the card on file. @returns `sub_…` */
  async subscribes(plan: string, card = "pm_card_visa"): Promise<string> {
    const method = await this.usesCard(card);
    await this.#until("the card", "Contact", `Id = '${this.contactId}'`, {
      Default_Payment_Method__c: method,
    });
    const id = await this.chooses(plan, {
      Payment_Path__c: "Saved Payment Method",
      Sync_Status__c: "Send to Stripe",
    });
    const row = await this.#until("the subscription", "Stripe_Subscription__c", `Id = '${id}'`, {
      Sync_Status__c: "Completed",
      Status__c: "active",
    });
    return String(row["Stripe_Subscription_ID__c"]);
  }

  /** A rep edits the subscription, and waits for what comes of it. */
  async edits(stripeId: string, change: Row, outcome: Row): Promise<void> {
    const where = `Stripe_Subscription_ID__c = '${stripeId}'`;
    const [row] = await this.#rows(`SELECT Id FROM Stripe_Subscription__c WHERE ${where}`);
    await this.#connection
      .sobject("Stripe_Subscription__c")
      .update({ Id: String(row?.["Id"]), ...change });
    await this.#until("the change", "Stripe_Subscription__c", where, outcome);
  }

  /** @returns `pm_…` */
  async usesCard(card: string): Promise<string> {
    const { id } = await this.stripe.paymentMethods.attach(card, { customer: this.customerId });
    await this.stripe.customers.update(this.customerId, {
      invoice_settings: { default_payment_method: id },
    });
    return id;
  }

  async priceOf(lookupKey: string): Promise<string> {
    const [price] = (await this.stripe.prices.list({ lookup_keys: [lookupKey] })).data;
    if (price === undefined) throw new Error(`Stripe has no price with lookup key ${lookupKey}.`);
    return price.id;
  }

  /** Stripe refuses to go further than two periods at once. */
  async pass(days: number): Promise<void> {
    const clocks = this.stripe.testHelpers.testClocks;
    const { frozen_time: now } = await clocks.retrieve(this.#clockId);
    await clocks.advance(this.#clockId, { frozen_time: now + days * DAY_SECONDS });
    const deadline = Date.now() + this.#timeoutMs;
    while ((await clocks.retrieve(this.#clockId)).status !== "ready") {
      if (Date.now() > deadline) throw new Error("The test clock does not arrive.");
      await wait(POLL_MS);
    }
  }

  /** Waits until the customer's only subscription in Salesforce is like this. */
  async ends(outcome: Row): Promise<void> {
    await this.#until(
      "the subscription",
      "Stripe_Subscription__c",
      `Stripe_Customer__r.Stripe_Customer_ID__c = '${this.customerId}'`,
      outcome,
    );
  }

  /** Written last: a contact without it is not finished. */
  async isFinished(title: string): Promise<void> {
    await this.#connection.sobject("Contact").update({ Id: this.contactId, Title: title });
  }

  async #until(what: string, object: string, where: string, expected: Row): Promise<Row> {
    const fields = [...new Set(["Id", ...Object.keys(expected), ...also(object)])].join(", ");
    const deadline = Date.now() + this.#timeoutMs;
    for (;;) {
      const [row] = await this.#rows(`SELECT ${fields} FROM ${object} WHERE ${where}`);
      if (
        row !== undefined &&
        Object.entries(expected).every(([name, value]) => fits(row[name], value))
      )
        return row;
      if (Date.now() > deadline) {
        throw new Error(
          `Salesforce has ${what} not as expected after ${this.#timeoutMs / 1000} s: ${JSON.stringify(row ?? null, fields.split(", "))}`,
        );
      }
      await wait(POLL_MS);
    }
  }

  async #rows(soql: string): Promise<readonly Row[]> {
    return rows.parse((await this.#connection.query(soql)).records);
  }
}

export function clockName(person: {
  readonly firstName: string;
  readonly lastName: string;
}): string {
  return `${DEPARTMENT}: ${person.firstName} ${person.lastName}`;
}

/** A list is any of its members. */
function fits(value: unknown, expected: unknown): boolean {
  return Array.isArray(expected) ? expected.includes(value) : value === expected;
}

function also(object: string): string[] {
  return object === "Stripe_Subscription__c"
    ? ["Stripe_Subscription_ID__c", "Error_Message__c"]
    : ["Stripe_Sync_Error__c"];
}
