/** Every row the events of a life leave, with every field of its object that events write. Parents stand by their Stripe id. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { InProcessOrg } from "./in-process-org.ts";

const OBJECTS = path.resolve(import.meta.dirname, "../../../force-app/main/default/objects");

type Row = Readonly<Record<string, unknown>>;

/** Object → the field that names its rows in every org. */
const KEYS: Readonly<Record<string, string>> = {
  Payment_Attempt__c: "Stripe_Charge_ID__c",
  Payment_Transaction__c: "Stripe_Payment_Intent_ID__c",
  Stripe_Balance__c: "Currency__c",
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

/** What follows from the rest, or from when a row was made. */
const NO_VALUE = /<formula>|<type>(?:AutoNumber|Summary)<\/type>/;
/** Which event wrote last, and a key that begins with a record id, are no state of Stripe's. */
const OF_THE_ORG =
  /^(?:Last_Event_At__c|Last_Event_Id__c|Unsure_Second__c|Sync_Stamp__c|Balance_Key__c)$/;
/** Judged from what the records say at the moment of asking. */
const OF_THE_MOMENT = /^(?:Health_|Churn_|Risk_|Recent_Failures__c)/;

/** The objects that the schema has a key of Stripe's for, and those events add up. */
export const STORED_OBJECTS: readonly string[] = Object.keys(KEYS);

export function storedRows(org: InProcessOrg, object: string): Row[] {
  const stored = storedQuery(object);
  return [...sortedByKey(object, org.query(stored.soql).map(stored.rowOf))];
}

/** How every stored field of an object is asked for, and what a record of the answer holds of each. */
export function storedQuery(object: string): {
  readonly soql: string;
  readonly rowOf: (record: Row) => Row;
} {
  const fields = storedFields(object);
  return {
    soql: `SELECT ${fields.map(({ path: place }) => place).join(", ")} FROM ${object}`,
    rowOf: (record) =>
      Object.fromEntries(fields.map((field) => [field.name, valueIn(record, field)])),
  };
}

/** What names a row of an object in an org that holds one customer. */
export function keyIn(object: string): string {
  const key = KEYS[object];
  if (key === undefined) throw new Error(`${object} has no key.`);
  return key;
}

export function sortedByKey(object: string, rows: readonly Row[]): readonly Row[] {
  const key = KEYS[object] ?? "";
  return rows.toSorted((a, b) => (String(a[key]) < String(b[key]) ? -1 : 1));
}

interface StoredField {
  readonly name: string;
  /** What a query names: of a parent its own key. */
  readonly path: string;
}

/** By object: each of hundreds of orders asks for all of them. */
const fieldsByObject = new Map<string, readonly StoredField[]>();

export function storedFields(object: string): readonly StoredField[] {
  const known = fieldsByObject.get(object) ?? declaredFields(object);
  fieldsByObject.set(object, known);
  return known;
}

function declaredFields(object: string): readonly StoredField[] {
  const folder = path.join(OBJECTS, object, "fields");
  return readdirSync(folder)
    .map((file) => ({
      name: path.basename(file, ".field-meta.xml"),
      xml: readFileSync(path.join(folder, file), "utf8"),
    }))
    .filter(({ xml }) => !NO_VALUE.test(xml))
    .filter(({ name }) => !OF_THE_ORG.test(name) && !OF_THE_MOMENT.test(name))
    .map(({ name, xml }) => ({ name, path: placeOf(name, xml) }));
}

function placeOf(name: string, xml: string): string {
  const parent = /<referenceTo>(\w+)<\/referenceTo>/.exec(xml)?.[1];
  const key = parent === undefined ? undefined : KEYS[parent];
  return key === undefined ? name : `${name.replace(/__c$/, "__r")}.${key}`;
}

function valueIn(row: Row, { name, path: place }: StoredField): unknown {
  const [first = "", key] = place.split(".");
  const value = row[first] ?? null;
  if (key !== undefined) return (value as Row | null)?.[key] ?? null;
  return name.endsWith("_JSON__c") && typeof value === "string"
    ? (JSON.parse(value) as unknown)
    : value;
}
