/**
 * The jobs and reports of a business of some size, and what a night costs after a month of history and after eighteen: every row is
 * really there, every job is the product's own Apex, and what it used is what the org counted.
 */
import type { TransactionUsage } from "../../../local/org/src/async/transaction-usage.ts";
import { ApexDecimal } from "../../../local/org/src/runtime/decimal.ts";
import { storedText } from "../../../local/org/src/store/stored-text.ts";
import type { Figure } from "../figure.ts";
import { type Business, customerOf, invoicesOf, priceOf, totalsOf } from "./business.ts";
import { change, changedCustomers, withdrawPrice } from "./changes.ts";
import { fill } from "./fill.ts";
import { costsOf, type JobCost, tightest, type Work, workOf } from "./job-costs.ts";
import { mixedEventsFigures } from "./mixed-events.ts";
import { openScaledOrg, type ScaledOrg } from "./scaled-org.ts";
import { reportFigures } from "./report-costs.ts";

export interface ScaleOptions {
  readonly customers: number;
  /** How many customers change on the day whose night is measured. */
  readonly changed: number;
  readonly tell: (line: string) => void;
}

const LONG_MONTHS = 18;
const SHORT_MONTHS = 1;
const END = Date.UTC(2026, 10, 1);
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** What differs by chance: a customer more in the last scope, a row of another currency. */
const MOST_GROWTH = 1.1;

/** Two hundred plans are written with the event that tells of them; of more none is read. */
const MOST_ROWS_OF_A_PRICE = 250;

/** What is done by hand or on Sundays: all of the business, not what changed. */
const OF_ALL = [
  "StripeBalanceRecompute.run();",
  "StripeHealthScoreBatch.run();",
  "StripeOverdueInvoicesBatch.run();",
  "StripeDunningBatch.run();",
];

/** The jobs of a night, each at its time. */
const OF_A_NIGHT: readonly { readonly atMs: number; readonly apex: string }[] = [
  { atMs: 5 * 60_000, apex: "new StripeRefreshRevenueBatch().execute((SchedulableContext) null);" },
  { atMs: 20 * 60_000, apex: "new StripeCloseDayBatch().execute((SchedulableContext) null);" },
  { atMs: HOUR_MS, apex: "new StripeBalanceRecompute().execute((SchedulableContext) null);" },
  { atMs: 3 * HOUR_MS, apex: "new StripeEventLogPurge().execute((SchedulableContext) null);" },
  {
    atMs: 6 * HOUR_MS,
    apex: "new StripeOverdueInvoicesBatch().execute((SchedulableContext) null);",
  },
  { atMs: 6.25 * HOUR_MS, apex: "new StripeDunningBatch().execute((SchedulableContext) null);" },
];

export function measureScale(options: ScaleOptions): Figure[] {
  // First, and let go of: the years of history fill the memory by themselves.
  const before = shortNight(options);
  const long = businessOf(options, LONG_MONTHS);
  const { scaled, figures } = filled(long, options);
  figures.push(...ofAll(scaled, long, options));
  figures.push(...reportFigures(scaled, options.tell));
  const after = night(scaled, long, options);
  figures.push(...after.costs.map((cost) => jobFigure("a night", cost)));
  figures.push(...priceFigures(scaled, long, options));
  figures.push(...growthFigures(after, before, options));
  figures.push(...mixedEventsFigures(scaled, long, options.tell));
  return figures;
}

function businessOf({ customers }: ScaleOptions, months: number): Business {
  return { customers, months, end: END };
}

function filled(
  business: Business,
  { tell }: ScaleOptions,
): { readonly scaled: ScaledOrg; readonly figures: Figure[] } {
  const scaled = openScaledOrg(END - (business.months + 1) * 31 * DAY_MS);
  const started = performance.now();
  fill(scaled, business, (line) => {
    tell(`${line}, ${minutes(performance.now() - started)}`);
  });
  const took = performance.now() - started;
  refuseFailures(scaled);
  const figures = [
    {
      what: `${number(business.customers)} customers with ${number(invoicesOf(business))} invoices`,
      value: minutes(took),
      yardstick: `${number(rowsIn(scaled))} rows, each through the org's own save`,
      isMet: null,
    },
    closedFigure(scaled, business),
  ];
  scaled.takeUsages();
  return { scaled, figures };
}

const OBJECTS = [
  "Stripe_Customer__c",
  "Stripe_Subscription__c",
  "Stripe_Subscription_Item__c",
  "Stripe_Balance__c",
  "Pricing_Plan__c",
  "Stripe_Invoice__c",
  "Payment_Transaction__c",
  "Payment_Attempt__c",
  "Stripe_Refund__c",
  "Stripe_MRR_Movement__c",
  "Stripe_MRR_Snapshot__c",
];

function rowsIn({ org }: ScaledOrg): number {
  return OBJECTS.reduce((sum, object) => sum + org.store.table(object).size, 0);
}

/** What the last month closed with, by currency, beside what the customers add up to. */
function closedFigure(scaled: ScaledOrg, business: Business): Figure {
  const expected = new Map<string, number>();
  for (let each = 0; each < business.customers; each += 1) {
    const customer = customerOf(business, each);
    const { mrr } = totalsOf(business, customer);
    expected.set(customer.currency, (expected.get(customer.currency) ?? 0) + mrr);
  }
  const months = scaled.query(
    "SELECT Currency__c, Closing_MRR__c FROM Stripe_Revenue_Month__c WHERE Month__c = 2026-10-01",
  );
  const closed = new Map(
    months.map((month) => [String(month["Currency__c"]), numberOf(month["Closing_MRR__c"])]),
  );
  const told = [...expected].map(
    ([currency, mrr]) => `${currency} ${number(closed.get(currency) ?? 0)} of ${number(mrr)}`,
  );
  return {
    what: "the last month closed with",
    value: told.join(", "),
    yardstick: "the subscriptions added up by the bench",
    isMet: [...expected].every(([currency, mrr]) => closed.get(currency) === mrr),
  };
}

function ofAll(scaled: ScaledOrg, business: Business, { tell }: ScaleOptions): Figure[] {
  scaled.time.now = END + DAY_MS;
  const figures: Figure[] = [];
  for (const apex of OF_ALL) {
    scaled.time.now += HOUR_MS;
    for (const cost of ran(scaled, apex, tell)) figures.push(jobFigure("all", cost));
  }
  figures.push(balancesFigure(scaled, business));
  return figures;
}

/** The balances after their recompute, beside what the bench added up. */
function balancesFigure(scaled: ScaledOrg, business: Business): Figure {
  let right = 0;
  let all = 0;
  for (const { values } of scaled.org.store.table("Stripe_Balance__c").rows()) {
    const customer = scaled.org.store.get(
      "Stripe_Customer__c",
      storedText(values["Stripe_Customer__c"]),
    );
    const each = Number(storedText(customer?.values["Stripe_Customer_ID__c"]).replace("cus_", ""));
    const totals = totalsOf(business, customerOf(business, each));
    const isRight =
      numberOf(values["Billed__c"]) === totals.billed &&
      numberOf(values["Tax__c"]) === totals.tax &&
      numberOf(values["Paid__c"]) === totals.paid &&
      numberOf(values["Refunded__c"]) === totals.refunded &&
      numberOf(values["Outstanding__c"]) === totals.outstanding &&
      numberOf(values["MRR__c"]) === totals.mrr &&
      numberOf(values["Active_Subscriptions__c"]) === totals.running;
    all += 1;
    right += isRight ? 1 : 0;
  }
  const healed = scaled.query(
    "SELECT Id FROM Stripe_Alert__c WHERE Kind__c = 'totals_healed'",
  ).length;
  return {
    what: "balances that are right, seven totals each",
    value: `${number(right)} of ${number(all)}`,
    yardstick: `as the bench adds them up; ${healed} alerts that the recompute healed some`,
    isMet: right === all && healed === 0,
  };
}

interface Night {
  readonly costs: readonly JobCost[];
  readonly work: Work;
}

/** A day on which customers changed, and its night: after a quiet one, in which whatever the fill left was done. */
function night(scaled: ScaledOrg, business: Business, { changed, tell }: ScaleOptions): Night {
  runNight(scaled, END + 2 * DAY_MS);
  scaled.time.now = END + 3 * DAY_MS + 12 * HOUR_MS;
  change(scaled, changedCustomers(business, changed));
  refuseFailures(scaled);
  scaled.takeUsages();
  const usages = runNight(scaled, END + 4 * DAY_MS);
  const costs = costsOf(usages.filter(({ entryPoint }) => entryPoint !== ""));
  for (const cost of costs) tell(`night after ${business.months} months: ${told(cost)}`);
  return { costs, work: workOf(usages) };
}

function runNight(scaled: ScaledOrg, midnight: number): readonly TransactionUsage[] {
  for (const { atMs, apex } of OF_A_NIGHT) {
    scaled.time.now = midnight + atMs;
    scaled.run(apex);
    refuseFailures(scaled);
  }
  return scaled.takeUsages();
}

/** What an event of a price costs that a quarter of all subscriptions are of. */
function priceFigures(scaled: ScaledOrg, business: Business, { tell }: ScaleOptions): Figure[] {
  scaled.time.now += HOUR_MS;
  const price = priceOf(customerOf(business, 0));
  withdrawPrice(scaled, customerOf(business, 0));
  refuseFailures(scaled);
  const usages = scaled.takeUsages();
  const inEvent = workOf(usages.filter(({ entryPoint }) => entryPoint === ""));
  const plans = scaled.query(
    `SELECT Price_Active__c FROM Pricing_Plan__c WHERE Stripe_Price_ID__c = '${price}' AND Is_Current__c = TRUE`,
  );
  const withdrawn = plans.filter((plan) => plan["Price_Active__c"] === false).length;
  const costs = costsOf(usages.filter(({ entryPoint }) => entryPoint !== ""));
  for (const cost of costs) tell(`a price is withdrawn: ${told(cost)}`);
  return [
    {
      what: `a price of ${number(plans.length)} subscriptions is withdrawn: in the event`,
      value: `${number(inEvent.rows)} rows read, ${number(inEvent.dmlRows)} written`,
      yardstick: `at most ${MOST_ROWS_OF_A_PRICE}, however many; in the end ${number(withdrawn)} have it`,
      isMet: inEvent.rows <= MOST_ROWS_OF_A_PRICE && withdrawn === plans.length,
    },
    ...costs.map((cost) => jobFigure("its job", cost)),
  ];
}

function shortNight(options: ScaleOptions): Night {
  const short = businessOf(options, SHORT_MONTHS);
  const { scaled } = filled(short, options);
  ofAll(scaled, short, options);
  return night(scaled, short, options);
}

function growthFigures(after: Night, before: Night, { changed }: ScaleOptions): Figure[] {
  const compared = (name: keyof Work, isBound: boolean): Figure => ({
    what: `${WORDS[name]} of a night in which ${changed} customers changed`,
    value: number(Math.round(after.work[name])),
    yardstick: `${number(Math.round(before.work[name]))} after one month of history`,
    isMet: isBound ? after.work[name] <= before.work[name] * MOST_GROWTH : null,
  });
  return [
    compared("transactions", true),
    compared("queries", true),
    compared("rows", true),
    compared("examined", false),
    compared("dmlRows", true),
    compared("cpuMs", false),
  ];
}

const WORDS: Readonly<Record<keyof Work, string>> = {
  transactions: "transactions",
  queries: "queries",
  rows: "rows read",
  examined: "rows looked at",
  dmlRows: "rows written",
  cpuMs: "CPU ms",
};

function ran(scaled: ScaledOrg, apex: string, tell: (line: string) => void): readonly JobCost[] {
  scaled.takeUsages();
  scaled.run(apex);
  refuseFailures(scaled);
  const costs = costsOf(scaled.takeUsages().filter(({ entryPoint }) => entryPoint !== ""));
  for (const cost of costs) tell(told(cost));
  return costs;
}

/** @throws Error: what failed while nobody waited would make every figure wrong. */
function refuseFailures(scaled: ScaledOrg): void {
  const [first] = scaled.takeLog();
  if (first !== undefined) throw new Error(first);
}

function jobFigure(of: string, cost: JobCost): Figure {
  return {
    what: `${of}: ${cost.name}`,
    value: `${number(cost.transactions)} transactions, ${number(cost.sum.rows)} rows, ${seconds(cost.wallMs)}`,
    yardstick: `the largest: ${largestOf(cost)}`,
    isMet: cost.failed === 0 && tightest(cost) < 1,
  };
}

function told(cost: JobCost): string {
  return `${cost.name}: ${number(cost.transactions)} transactions, ${number(cost.sum.rows)} rows read of ${number(cost.sum.examined)} looked at, ${number(cost.sum.dmlRows)} written, ${seconds(cost.wallMs)}; the largest: ${largestOf(cost)}`;
}

function largestOf({ largest, allowed }: JobCost): string {
  const of = (name: Parameters<typeof largest.get>[0]): string =>
    `${number(Math.round(largest.get(name) ?? 0))}/${number(allowed.get(name) ?? 0)}`;
  return `${of("queries")} queries, ${of("queryRows")} rows, ${of("dmlRows")} rows written, ${of("cpuTime")} ms CPU, ${of("heapSize")} bytes`;
}

export function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}

function minutes(ms: number): string {
  return `${(ms / 60_000).toFixed(1)} min`;
}

function number(value: number): string {
  return value.toLocaleString("en");
}

function numberOf(value: unknown): number {
  return value instanceof ApexDecimal ? value.toNumber() : Number(value ?? 0);
}
