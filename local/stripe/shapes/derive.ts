/**
 * Writes the shapes of one API version, read from the types a release of Stripe's own SDK ships, which Stripe makes from its OpenAPI
 * specification: `npm pack stripe@16.2.0`, unpack it, then `node local/stripe/shapes/derive.ts <unpacked folder>`.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { format, resolveConfig } from "prettier";
import { shapesOf, type Named } from "./shapes-of-types.ts";

/** What the product reads, by the names of their types. */
const OBJECTS: readonly Named[] = [
  ["charge", "Charge"],
  ["checkout.session", "Checkout.Session"],
  ["coupon", "Coupon"],
  ["credit_note", "CreditNote"],
  ["customer", "Customer"],
  ["discount", "Discount"],
  ["dispute", "Dispute"],
  ["invoice", "Invoice"],
  ["invoice_payment", "InvoicePayment"],
  ["payment_intent", "PaymentIntent"],
  ["payment_method", "PaymentMethod"],
  ["payout", "Payout"],
  ["price", "Price"],
  ["product", "Product"],
  ["refund", "Refund"],
  ["subscription", "Subscription"],
  ["balance_transaction", "BalanceTransaction"],
];

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error("Which folder holds the SDK?");
const sdk = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8")) as {
  version: string;
};
const entry = ["types/2020-08-27/index.d.ts", "types/index.d.ts", "esm/stripe.esm.node.d.ts"]
  .map((file) => path.resolve(folder, file))
  .find(existsSync);
if (entry === undefined) throw new Error(`${folder} has no types that are known here.`);

const { apiVersion, objects } = shapesOf(entry, OBJECTS);
const file = path.join(import.meta.dirname, `${apiVersion}.json`);
const text = JSON.stringify({ source: `the types of stripe ${sdk.version}`, objects });
writeFileSync(file, await format(text, { ...(await resolveConfig(file)), parser: "json" }));
console.log(`${file}: ${ts.version}`);
