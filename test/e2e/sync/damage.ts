/**
 * Things that go wrong between Stripe and Salesforce, each with what a comparison has to say of it: rows deleted, fields
 * changed, and what happened in Stripe while no event came.
 */
import type Stripe from "stripe";
import type { Connection } from "jsforce";
import { z } from "zod";

/** How a difference is told: kind, object, id, and for a field both values. */
export type Told = string;

export interface Account {
  readonly connection: Connection;
  readonly stripe: Stripe;
  /** Runs Apex as the org's administrator. */
  readonly apex: (source: string) => Promise<void>;
  readonly customers: readonly string[];
  /** Customers who bought nothing, and drafts: what can be deleted in Stripe. */
  readonly guests: string[];
  readonly drafts: string[];
}

interface Rows {
  readonly object: string;
  readonly id: string;
  readonly fields: Readonly<Record<string, readonly (string | number)[]>>;
}

/** Values a field is damaged to: at least one of them is not what Stripe says. */
const CHANGED: readonly Rows[] = [
  {
    object: "Payment_Attempt__c",
    id: "Stripe_Charge_ID__c",
    fields: { Amount__c: [1, 2.5], Outcome__c: ["failed", "pending"] },
  },
  {
    object: "Payment_Transaction__c",
    id: "Stripe_Payment_Intent_ID__c",
    fields: { Amount__c: [21, 0.01], Status__c: ["processing", "requires_action"] },
  },
  {
    object: "Stripe_Invoice__c",
    id: "Stripe_Invoice_ID__c",
    fields: { Amount_Due__c: [7, 8.75], Invoice_Number__c: ["X-1", "X-2"] },
  },
  { object: "Stripe_Refund__c", id: "Stripe_Refund_ID__c", fields: { Amount__c: [9, 4.2] } },
  {
    object: "Stripe_Dispute__c",
    id: "Stripe_Dispute_ID__c",
    fields: { Amount__c: [3, 6.5], Status__c: ["under_review", "warning_needs_response"] },
  },
  {
    object: "Stripe_Customer__c",
    id: "Stripe_Customer_ID__c",
    fields: { Email__c: ["x@example.com", "y@example.com"], Phone__c: ["1", "2"] },
  },
  {
    object: "Stripe_Subscription__c",
    id: "Stripe_Subscription_ID__c",
    fields: { Status__c: ["past_due", "unpaid"], Amount__c: [1, 99] },
  },
  { object: "Stripe_Coupon__c", id: "Stripe_Coupon_ID__c", fields: { Percent_Off__c: [1, 99] } },
];

const DELETED: readonly Pick<Rows, "object" | "id">[] = [
  { object: "Stripe_Refund__c", id: "Stripe_Refund_ID__c" },
  { object: "Stripe_Dispute__c", id: "Stripe_Dispute_ID__c" },
  { object: "Stripe_Invoice_Payment__c", id: "Stripe_Invoice_Payment_ID__c" },
  { object: "Payment_Attempt__c", id: "Stripe_Charge_ID__c" },
  { object: "Payment_Transaction__c", id: "Stripe_Payment_Intent_ID__c" },
  { object: "Stripe_Invoice__c", id: "Stripe_Invoice_ID__c" },
];

const row = z.record(z.string(), z.unknown());

/** Damages one account, with chance as a seed has it; no record is damaged twice. */
export class Damage {
  readonly #account: Account;
  readonly #random: () => number;
  readonly #used = new Set<string>();
  readonly #told: Told[] = [];

  /** @param random in [0, 1) */
  constructor(account: Account, random: () => number) {
    this.#account = account;
    this.#random = random;
  }

  /** What a comparison has to tell of all of it, sorted. */
  get told(): readonly Told[] {
    return this.#told.toSorted();
  }

  /** So many things, one after the other. */
  async suffer(count: number): Promise<void> {
    const ways = [
      () => this.changeField(),
      () => this.changeField(),
      () => this.deleteRow(),
      () => this.deleteRow(),
      () => this.renameUntold(),
      () => this.createUntold(),
      () => this.draftUntold(),
      () => this.deleteGuestInStripe(),
      () => this.deleteDraftInStripe(),
    ];
    for (let done = 0; done < count; done++) await this.#oneOf(ways)();
  }

  async changeField(only = CHANGED): Promise<void> {
    const kind = this.#oneOf(only);
    const field = this.#oneOf(Object.keys(kind.fields));
    const record = await this.#pick(kind.object, kind.id, [field]);
    if (record === undefined) return;
    const there = record[field];
    const here = this.#oneOf((kind.fields[field] ?? []).filter((value) => value !== there));
    const value = typeof here === "number" ? String(here) : `'${here}'`;
    await this.#account.apex(
      `StripeRecordStore.current().updateAll(new List<SObject>{ new ${kind.object}(Id = '${String(record["Id"])}', ${field} = ${value}) });`,
    );
    this.#tell(
      `Differs ${kind.object} ${String(record[kind.id])} ${field}: ${here} > ${String(there)}`,
    );
  }

  async deleteRow(only = DELETED): Promise<void> {
    const { object, id } = this.#oneOf(only);
    const record = await this.#pick(object, id, []);
    if (record === undefined) return;
    await this.#account.apex(
      `delete as system [SELECT Id FROM ${object} WHERE Id = '${String(record["Id"])}'];`,
    );
    this.#tell(`Missing here ${object} ${String(record[id])}`);
  }

  /** A customer's name is another, and no event came. */
  async renameUntold(): Promise<void> {
    const free = this.#account.customers.filter((each) => !this.#used.has(each));
    if (free.length === 0) return;
    const customer = this.#oneOf(free);
    this.#used.add(customer);
    const [record] = await this.#query(
      `SELECT Customer_Name__c FROM Stripe_Customer__c WHERE Stripe_Customer_ID__c = '${customer}'`,
    );
    const name = `Renamed ${Math.floor(this.#random() * 1e9)}`;
    await this.#account.stripe.customers.update(customer, { name });
    this.#tell(
      `Differs Stripe_Customer__c ${customer} Customer_Name__c: ${String(record?.["Customer_Name__c"])} > ${name}`,
    );
  }

  async createUntold(): Promise<void> {
    const { id } = await this.#account.stripe.customers.create({ name: "New", email: "n@e.com" });
    this.#used.add(id);
    this.#account.guests.push(id);
    this.#tell(`Missing here Stripe_Customer__c ${id}`);
  }

  async draftUntold(): Promise<void> {
    const customer = this.#oneOf(this.#account.customers);
    const { id } = await this.#account.stripe.invoices.create({ customer, auto_advance: false });
    this.#used.add(id);
    this.#account.drafts.push(id);
    this.#tell(`Missing here Stripe_Invoice__c ${id}`);
  }

  async deleteGuestInStripe(): Promise<void> {
    const id = this.#takeUnused(this.#account.guests);
    if (id === undefined) return;
    await this.#account.stripe.customers.del(id);
    this.#tell(`Missing in Stripe Stripe_Customer__c ${id}`);
  }

  async deleteDraftInStripe(): Promise<void> {
    const id = this.#takeUnused(this.#account.drafts);
    if (id === undefined) return;
    await this.#account.stripe.invoices.del(id);
    this.#tell(`Missing in Stripe Stripe_Invoice__c ${id}`);
  }

  #takeUnused(ids: string[]): string | undefined {
    const place = ids.findIndex((id) => !this.#used.has(id));
    const [id] = place === -1 ? [] : ids.splice(place, 1);
    if (id !== undefined) this.#used.add(id);
    return id;
  }

  /** A record nothing happened to yet, but for what Stripe deleted. */
  async #pick(
    object: string,
    id: string,
    fields: readonly string[],
  ): Promise<Record<string, unknown> | undefined> {
    const alive =
      object === "Stripe_Customer__c" || object === "Stripe_Coupon__c"
        ? " AND Deleted__c = FALSE"
        : object === "Stripe_Invoice__c"
          ? " AND Status__c = 'paid'"
          : "";
    const records = await this.#query(
      `SELECT ${["Id", id, ...fields].join(", ")} FROM ${object} WHERE ${id} != NULL${alive} ORDER BY ${id}`,
    );
    const free = records.filter(
      (record) =>
        !this.#used.has(String(record[id])) && fields.every((field) => record[field] !== null),
    );
    if (free.length === 0) return undefined;
    const picked = this.#oneOf(free);
    this.#used.add(String(picked[id]));
    return picked;
  }

  async #query(soql: string): Promise<Record<string, unknown>[]> {
    return z.array(row).parse((await this.#account.connection.query(soql)).records);
  }

  #tell(told: Told): void {
    this.#told.push(told);
  }

  #oneOf<T>(values: readonly T[]): T {
    const picked = values[Math.floor(this.#random() * values.length)];
    if (picked === undefined) throw new Error("There is nothing to choose from.");
    return picked;
  }
}
