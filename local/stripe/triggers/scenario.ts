import type Stripe from "stripe";
import type { Operation } from "../api/operation.ts";
import { newCustomer } from "../customers/customer.ts";

/** What a trigger asks a scenario for. */
export interface ScenarioRequest {
  /** Which of a run of scenarios this is, from 0; test cards and people take turns by it. */
  readonly turn: number;
  /** In the currency's smallest unit. */
  readonly amount: number;
  readonly currency: string;
  /** Who pays: someone new, nobody known, or a customer there already. */
  readonly payer: "new" | "none" | Stripe.Customer;
}

/** Does to the account what makes an event happen. The events it causes on the way are sent too. */
export type Scenario = (operation: Operation, request: ScenarioRequest) => void;

const PEOPLE = ["Jenny Rosen", "Ada Okafor", "Kenji Sato", "Lucía Ortega", "Noor Al-Sabah"];

/** The customer a scenario is about, where it can do without: null when nobody is known. */
export function payerOf(operation: Operation, request: ScenarioRequest): Stripe.Customer | null {
  return request.payer === "none" ? null : customerOf(operation, request);
}

/** The customer a scenario is about. A new one is created, and told of. */
export function customerOf(
  operation: Operation,
  { payer, turn }: ScenarioRequest,
): Stripe.Customer {
  if (typeof payer === "object") return payer;
  const created = operation.now();
  const name = PEOPLE[turn % PEOPLE.length] ?? "Jenny Rosen";
  const local = name
    .normalize("NFD")
    .replaceAll(/[^A-Za-z]+/g, ".")
    .toLowerCase();
  const email = `${local}.${created}.${turn}@example.com`;
  return operation.add(
    "customer.created",
    newCustomer(created, { name, email, description: "(created by local Stripe)" }),
  );
}
