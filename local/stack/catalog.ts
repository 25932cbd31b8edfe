/**
 * The plans for sale, as products and prices of Stripe: what somebody sets up once in Stripe's dashboard, with the lookup keys
 * of the org's Stripe_Price__mdt records.
 */
import type { Connection } from "jsforce";
import Stripe from "stripe";
import { z } from "zod";

const interval = z.enum(["day", "week", "month", "year"]);

const planForSale = z.object({
  Plan__c: z.string(),
  Lookup_Key__c: z.string(),
  /** In the currency's major unit. */
  Amount__c: z.number(),
  Currency__c: z.string(),
  Interval__c: interval,
  Interval_Count__c: z.number(),
});

type PlanForSale = z.infer<typeof planForSale>;

/** Makes what is missing, so that doing it again adds nothing. */
export async function offerPlans(connection: Connection, stripe: Stripe): Promise<void> {
  const { records } = await connection.query(
    "SELECT Plan__c, Lookup_Key__c, Amount__c, Currency__c, Interval__c, Interval_Count__c FROM Stripe_Price__mdt WHERE Is_For_Sale__c = TRUE",
  );
  const offered = new Set<string>();
  for await (const { lookup_key } of stripe.prices.list({ limit: 100 })) {
    if (lookup_key !== null) offered.add(lookup_key);
  }
  const missing = z
    .array(planForSale)
    .parse(records)
    .filter(({ Lookup_Key__c: key }) => !offered.has(key));
  for (const plan of missing) {
    await stripe.prices.create({
      lookup_key: plan.Lookup_Key__c,
      nickname: plan.Plan__c,
      product: await productOf(stripe, plan),
      currency: plan.Currency__c.toLowerCase(),
      unit_amount: minorUnits(plan.Amount__c, plan.Currency__c),
      recurring: { interval: plan.Interval__c, interval_count: plan.Interval_Count__c },
    });
  }
}

/** "Basic Monthly" is a price of the product Basic. */
async function productOf(stripe: Stripe, { Plan__c: plan }: PlanForSale): Promise<string> {
  const name = plan.split(" ")[0] ?? plan;
  const id = `prod_${name.toLowerCase()}`;
  try {
    return (await stripe.products.retrieve(id)).id;
  } catch (error) {
    if (!(error instanceof Stripe.errors.StripeInvalidRequestError) || error.statusCode !== 404)
      throw error;
    return (await stripe.products.create({ id, name })).id;
  }
}

function minorUnits(amount: number, currency: string): number {
  const { maximumFractionDigits = 2 } = new Intl.NumberFormat("en", {
    style: "currency",
    currency,
  }).resolvedOptions();
  return Math.round(amount * 10 ** maximumFractionDigits);
}
