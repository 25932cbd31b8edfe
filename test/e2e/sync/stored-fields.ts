/** What of an account's objects is not stored as Stripe says it: every field of every record, by other means than a run's own. */
import { isDeepStrictEqual } from "node:util";
import type { Connection } from "jsforce";
import type Stripe from "stripe";
import { z } from "zod";
import type { Life } from "../orders/life.ts";
import { COMPARED } from "../orders/said/said.ts";
import { keyIn, storedQuery } from "../orders/stored-rows.ts";

type Row = Readonly<Record<string, unknown>>;
type RowsByKey = Map<string, Row>;

const MOST_ROWS = 1_000_000;
const COUPONS = "Stripe_Coupon__c";
/** What of a customer follows from each of its refunds. */
const OF_REFUNDS = [
  "Stripe_Refund__c",
  "Payment_Transaction__c",
  "Stripe_Balance__c",
  "Stripe_Customer__c",
];

/**
 * What lists do not tell as events do, and what an import makes of it: how often a payment failed before it succeeded, that an invoice
 * was collected before it was paid, and payment methods beside the one a customer pays by. Nothing is said of an undefined field.
 */
const OF_LISTS: Readonly<Record<string, (said: Row) => Row>> = {
  Payment_Transaction__c: (said) => ({
    // A list shows of every charge what was given back; of when, only that it was by the time of reading.
    Amount_Refunded__c: said["Amount_Refunded__c"] ?? 0,
    Charge_Refunded_At__c: undefined,
    Failed_Attempts__c: said["Status__c"] === "succeeded" ? 0 : said["Failed_Attempts__c"],
  }),
  // Runs ask for it.
  Stripe_Coupon__c: (said) => ({
    Applies_To__c: "*",
    Amounts_In_Others__c: said["Amount_Off__c"] === null ? null : "-",
  }),
  Stripe_Customer__c: (said) => ({
    Payment_Methods_JSON__c: chosenOf(said["Payment_Methods_JSON__c"]),
    ...(said["Dunning_Stage__c"] === "none"
      ? { Dunning_Stage__c: null, Dunning_Amount__c: null }
      : {}),
  }),
  Stripe_Invoice__c: (said) =>
    said["Dunning_Stage__c"] === "recovered"
      ? {
          Dunning_Stage__c: "none",
          Dunning_Stage_At__c: null,
          First_Failed_At__c: null,
          Recovered_At__c: null,
          Watch_Key__c: null,
        }
      : {},
};

/** Without the moments of its events. */
const methodsSchema = z.object({
  chosen: z.string().nullable(),
  methods: z.array(
    z.object({
      id: z.string(),
      methodType: z.string(),
      cardBrand: z.string(),
      cardLast4: z.string(),
      cardExpiresOn: z.string(),
      isDetached: z.boolean(),
    }),
  ),
});

/** Of the payment methods known of a customer, the one it pays by. */
function chosenOf(known: unknown): unknown {
  const { chosen, methods } = methodsSchema.parse(known);
  return { chosen, methods: methods.filter(({ id }) => id === chosen) };
}

export interface Comparison {
  /** Records that hold in every field what Stripe says, by object. */
  readonly equal: Readonly<Record<string, number>>;
  /** `Object id Field: here > in Stripe`, or that a record is missing, too many or there twice. */
  readonly wrong: readonly string[];
}

/**
 * Compares all records with what Stripe says of the lives.
 * @param unreadable a refund that cannot be stored: what follows from it is left out
 */
export async function compareStored(
  connection: Connection,
  lives: Iterable<Life>,
  unreadable: string,
): Promise<Comparison> {
  const { said, left } = expected(lives, unreadable);
  const equal: Record<string, number> = {};
  const wrong: string[] = [];
  for (const [object, rows] of said) {
    equal[object] = 0;
    for await (const row of storedRows(connection, object)) {
      const key = keyOf(object, row);
      if (left.get(object)?.has(key) === true) continue;
      const of = rows.get(key);
      rows.delete(key);
      const found = of === undefined ? [`${object} ${key}: too many`] : differing(object, row, of);
      if (found.length === 0) equal[object] += 1;
      wrong.push(...found);
    }
    wrong.push(...[...rows.keys()].map((key) => `${object} ${key}: no record`));
  }
  return { equal, wrong };
}

function expected(
  lives: Iterable<Life>,
  unreadable: string,
): { said: Map<string, RowsByKey>; left: Map<string, Set<string>> } {
  const said = new Map(
    COMPARED.map(({ object }): [string, RowsByKey] => [object, new Map<string, Row>()]),
  );
  const left = new Map(COMPARED.map(({ object }) => [object, new Set<string>()]));
  for (const life of lives) {
    const isLeft = life.refunds.some(({ id }) => id === unreadable);
    for (const { object, rows } of COMPARED) {
      const all = rows(object === COUPONS ? ofCoupons(life) : life);
      for (const row of all) {
        const key = keyOf(object, row);
        if (isLeft && OF_REFUNDS.includes(object)) left.get(object)?.add(key);
        else said.get(object)?.set(key, row);
      }
    }
  }
  return { said, left };
}

/** An import reads coupons as they are listed: that they were redeemed no event tells. */
function ofCoupons(life: Life): Life {
  const sent = life.coupons.map((object) => ({ type: "coupon.created", data: { object } }));
  return { ...life, sent: sent as Stripe.Event[] };
}

/** A balance is named by its currency, and all are in dollars. */
function keyOf(object: string, row: Row): string {
  return String(row[object === "Stripe_Balance__c" ? "Stripe_Customer__c" : keyIn(object)]);
}

async function* storedRows(connection: Connection, object: string): AsyncGenerator<Row> {
  const { soql, rowOf } = storedQuery(object);
  const options = { autoFetch: true, maxFetch: MOST_ROWS };
  for (const record of (await connection.query<Row>(soql, options)).records) yield rowOf(record);
}

function differing(object: string, row: Row, told: Row): string[] {
  const said: Row = { ...told, ...OF_LISTS[object]?.(told) };
  return Object.entries(said).flatMap(([field, value]) => {
    const here = field === "Payment_Methods_JSON__c" ? chosenOf(row[field]) : row[field];
    return value === undefined || isDeepStrictEqual(here, value)
      ? []
      : [
          `${object} ${keyOf(object, row)} ${field}: ${JSON.stringify(here)} > ${JSON.stringify(value)}`,
        ];
  });
}
