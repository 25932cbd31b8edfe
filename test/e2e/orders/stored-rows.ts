/** Every row the events of a life leave, with every field that holds a value of its own and does not depend on their order. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { InProcessOrg } from "./in-process-org.ts";

const OBJECTS = path.resolve(import.meta.dirname, "../../../force-app/main/default/objects");

/** Object → the field that names its rows in every org. */
const KEYS: Readonly<Record<string, string>> = {
  Payment_Attempt__c: "Stripe_Charge_ID__c",
  Payment_Transaction__c: "Stripe_Payment_Intent_ID__c",
  Stripe_Coupon__c: "Coupon_Key__c",
  Stripe_Credit_Note__c: "Stripe_Credit_Note_ID__c",
  Stripe_Customer__c: "Stripe_Customer_ID__c",
  Stripe_Discount__c: "Stripe_Discount_ID__c",
  Stripe_Dispute__c: "Stripe_Dispute_ID__c",
  Stripe_Invoice_Payment__c: "Stripe_Invoice_Payment_ID__c",
  Stripe_Invoice__c: "Stripe_Invoice_ID__c",
  Stripe_Refund__c: "Stripe_Refund_ID__c",
  Stripe_Subscription_Item__c: "Stripe_Item_ID__c",
  Stripe_Subscription__c: "Stripe_Subscription_ID__c",
};

/** Links differ from org to org; what is computed follows from the rest; which event wrote last is no state of Stripe's. */
const NO_VALUE = /<formula>|<type>(?:Lookup|MasterDetail|AutoNumber|Summary)<\/type>/;
const OF_THE_ORDER = /^(?:Last_Event_At__c|Last_Event_Id__c|Sync_Stamp__c)$/;
/** Judged at a moment, from what the records said then. */
const OF_THE_MOMENT = /^(?:Health_|Churn_)/;

export function storedRows(org: InProcessOrg): Record<string, Record<string, unknown>[]> {
  return Object.fromEntries(
    Object.entries(KEYS).map(([object, key]) => [
      object,
      org
        .query(`SELECT ${fieldsOf(object).join(", ")} FROM ${object}`)
        .map((row) =>
          Object.fromEntries(Object.entries(row).filter(([name]) => name !== "attributes")),
        )
        .sort((a, b) => (String(a[key]) < String(b[key]) ? -1 : 1)),
    ]),
  );
}

function fieldsOf(object: string): string[] {
  const folder = path.join(OBJECTS, object, "fields");
  return readdirSync(folder)
    .filter((file) => !NO_VALUE.test(readFileSync(path.join(folder, file), "utf8")))
    .map((file) => path.basename(file, ".field-meta.xml"))
    .filter((field) => !OF_THE_ORDER.test(field) && !OF_THE_MOMENT.test(field));
}
