import type { DatabaseSync } from "node:sqlite";
import type Stripe from "stripe";
import type { Kept } from "../api-version.ts";

interface KeptByName {
  charge: Stripe.Charge;
  customer: Stripe.Customer;
  payment_intent: Stripe.PaymentIntent;
  payment_method: Stripe.PaymentMethod;
}

export type KeptName = keyof KeptByName;

export interface ObjectStore {
  find<Name extends KeptName>(object: Name, id: string): KeptByName[Name] | undefined;
  /** Adds an object, or replaces the one with the same id. */
  save(object: Kept): void;
}

/** The account's objects as they stand now, in the shape of the current API version. */
export function openObjectStore(database: DatabaseSync): ObjectStore {
  const select = database.prepare("SELECT body FROM objects WHERE id = ? AND object = ?");
  const upsert = database.prepare(
    "INSERT INTO objects (id, object, body) VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET body = excluded.body",
  );
  return {
    find: <Name extends KeptName>(object: Name, id: string) => {
      const row = select.get(id, object);
      // `save` is the only writer, and it files each object under its own name.
      return row === undefined ? undefined : (JSON.parse(String(row["body"])) as KeptByName[Name]);
    },
    save: (object) => {
      upsert.run(object.id, object.object, JSON.stringify(object));
    },
  };
}
