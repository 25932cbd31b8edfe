/** The currency of the account's first bank account, to which what no other takes is exchanged. */
const DEFAULT_CURRENCY = "usd";

/** What one unit brings in dollars, Stripe's part already off. Invented, and never moving, so that sums can be foretold. */
const DOLLARS: Readonly<Record<string, number>> = {
  aud: 0.6512,
  cad: 0.7133,
  chf: 1.1287,
  gbp: 1.2567,
};

export interface Settled {
  /** In the smallest unit of `currency`. */
  readonly amount: number;
  readonly currency: string;
  /** Null where nothing was exchanged. */
  readonly exchangeRate: number | null;
}

/**
 * What an amount is on the balance: its own currency where the account has a bank account in it, which it has in all but four.
 * @see https://docs.stripe.com/payouts/multicurrency-settlement
 */
export function settled(amount: number, currency: string): Settled {
  const exchangeRate = DOLLARS[currency];
  return exchangeRate === undefined
    ? { amount, currency, exchangeRate: null }
    : { amount: Math.round(amount * exchangeRate), currency: DEFAULT_CURRENCY, exchangeRate };
}
